import type { Method } from '../election/method.ts';
import type { Count } from './cell.ts';

/** Whether a change takes methods of the unit out: a total in place of parts, or parts of a total. */
export function isSuperseded(
  before: ReadonlyMap<Method, Count>,
  after: ReadonlyMap<Method, Count>,
): boolean {
  return [...before.keys()].some((method) => !after.has(method));
}
