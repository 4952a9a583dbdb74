const ENGLISH = new Intl.NumberFormat('en-US');

/** A whole number as people write it in English: 1,240. For sentences to the desk, which are English. */
export function withCommas(number: number): string {
  return ENGLISH.format(number);
}
