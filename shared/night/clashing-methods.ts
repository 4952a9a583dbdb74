import { contestIndex } from '../count/contest-index.ts';
import type { Contest } from '../election/contest.ts';
import type { Method } from '../election/method.ts';

/**
 * The methods a unit has that cannot stand beside these: a total beside parts, or parts beside a
 * total. Late methods are no parts of a total and stand beside it.
 */
export function clashingMethods(
  contest: Contest,
  cells: ReadonlyMap<Method, unknown> | undefined,
  methods: readonly Method[],
): readonly Method[] {
  const { late } = contestIndex(contest);
  const kindOf = (method: Method) =>
    method === 'total' ? 'total' : late.has(method) ? 'late' : 'part';
  const kinds = new Set(methods.map(kindOf));
  return [...(cells?.keys() ?? [])].filter((method) => {
    const kind = kindOf(method);
    return (kind === 'total' && kinds.has('part')) || (kind === 'part' && kinds.has('total'));
  });
}
