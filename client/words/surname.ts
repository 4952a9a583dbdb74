const SUFFIX = /^(jr|sr|ii|iii|iv)\.?$/i;

/** The name that a headline uses: the last word of a person's name, without a suffix. */
export function surname(name: string): string {
  const parts = name.trim().split(/\s+/);
  const last = parts.at(-1) ?? name;
  return SUFFIX.test(last) && parts.length > 2 ? (parts.at(-2) ?? last).replace(/,$/, '') : last;
}
