import { type Instant, msOf } from '../../shared/basics/instant.ts';
import type { Call } from '../../shared/count/call.ts';
import type { Standing } from '../../shared/results/standing.ts';

/** What a contest has come to, for the solid block: called by editors, or proved by arithmetic. */
export type Verdict =
  | { readonly by: 'call'; readonly call: Call; readonly sources: readonly string[] }
  | { readonly by: 'proof'; readonly state: 'runoff-certain' | 'win-certain' };

/**
 * A call goes before a proof, unless the proof contradicts it; one under review or retracted is none.
 * null while nothing is decided.
 */
export function verdictOf({ calls, outcome }: Standing): Verdict | null {
  const decided = calls.filter(
    ({ state, type }) => state === 'public' && type !== 'too-early' && type !== 'too-close',
  );
  const call = decided.at(-1);
  if (call !== undefined && !isContradicted(call, outcome)) {
    const same = decided.filter(({ type }) => type === call.type);
    return { by: 'call', call, sources: same.flatMap(({ source }) => source ?? []) };
  }
  if (outcome.state === 'runoff-certain' || outcome.state === 'win-certain') {
    return { by: 'proof', state: outcome.state };
  }
  return null;
}

function isContradicted({ type, choices }: Call, { state, winners }: Standing['outcome']): boolean {
  if (state === 'runoff-certain') return type === 'winner';
  if (state !== 'win-certain') return false;
  return type !== 'winner' || choices.some((id) => !winners.includes(id));
}

/** The newest notice that holds at a night time; null where none does. */
export function noticeAt({ notices }: Standing, night: Instant | null) {
  const holding = notices.filter(
    ({ since, until }) => until === null && (night === null || msOf(since) <= msOf(night)),
  );
  return holding.at(-1) ?? null;
}
