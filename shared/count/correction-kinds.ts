import type { Method } from '../election/method.ts';
import type { Count } from './cell.ts';
import { isSuperseded } from './is-superseded.ts';
import { loweredNumbers } from './lowered-numbers.ts';
import { sameCount } from './same-count.ts';

export type CorrectionKind = 'lowers' | 'changes-complete' | 'supersedes';

/**
 * What makes a change of a unit a correction, empty where nothing does. Where methods are taken out
 * (`supersedes`), numbers are judged by the unit's sums.
 */
export function correctionKinds(
  before: ReadonlyMap<Method, Count>,
  after: ReadonlyMap<Method, Count>,
): readonly CorrectionKind[] {
  const kinds: CorrectionKind[] = [];
  if (loweredNumbers(before, after).length > 0) kinds.push('lowers');
  if (changesComplete(before, after)) kinds.push('changes-complete');
  if (isSuperseded(before, after)) kinds.push('supersedes');
  return kinds;
}

function changesComplete(
  before: ReadonlyMap<Method, Count>,
  after: ReadonlyMap<Method, Count>,
): boolean {
  return [...before].some(([method, count]) => {
    const now = after.get(method);
    return count.status === 'complete' && (!now || !sameCount(count, now));
  });
}
