import { compareProducts, floorProduct } from '../basics/exact.ts';
import type { Line } from '../election/rule.ts';

/** -1 under the line, 0 exactly on it, 1 over it. Of no votes at all: on it. */
export function sideOfLine(votes: number, total: number, line: Line): -1 | 0 | 1 {
  return compareProducts(line.den, votes, line.num, total);
}

/** Whether `votes` of `total` clear the line: more than it, or at least it where the rule is not strict. */
export function clears(votes: number, total: number, line: Line): boolean {
  const side = sideOfLine(votes, total, line);
  return line.strict ? side > 0 : side >= 0;
}

/** The smallest number of votes that clears the line among `total`. */
export function votesToClear(total: number, line: Line): number {
  const under = floorProduct(line.num, total, line.den);
  const isExact = compareProducts(under, line.den, line.num, total) === 0;
  return !line.strict && isExact ? under : under + 1;
}

/** Whether more than one choice can clear the line at once. */
export function severalCanClear(line: Line): boolean {
  const side = compareProducts(2, line.num, 1, line.den);
  return side < 0 || (side === 0 && !line.strict);
}
