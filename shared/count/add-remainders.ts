/**
 * Remainders of bounds added up; null where one is unknown. One below zero shows that its bound is
 * wrong: then the lowest is given, so that no other can hide it.
 */
export function addRemainders(remainders: readonly (number | null)[]): number | null {
  let total = 0;
  let lowest = 0;
  for (const left of remainders) {
    if (left === null) return null;
    total += left;
    lowest = Math.min(lowest, left);
  }
  return lowest < 0 ? lowest : total;
}
