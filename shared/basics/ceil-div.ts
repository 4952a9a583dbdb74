/** a / b rounded up, exactly. @param a integer >= 0 @param b integer >= 1, a + b below 2^53. */
export function ceilDiv(a: number, b: number): number {
  const rest = a % b;
  return (a - rest) / b + (rest > 0 ? 1 : 0);
}
