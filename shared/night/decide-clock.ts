import type { Result } from '../basics/result.ts';
import type { Board } from './board.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { Time } from './entry.ts';
import { isReplayed } from './is-replayed.ts';
import { nightTime } from './night-time.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

const FASTEST = 1_000_000;

/** Sets the night's clock of a replay. Sent again it is set again, unless it shows just that already. */
export function decideSetClock(
  board: Board,
  { election, nightAt, rate, by }: CommandOf<'set-clock'>,
  { at }: Time,
): Result<Decision, Refusal> {
  const state = board.elections.get(election);
  if (state === undefined) return refuse('unknown-election', `there is no election ${election}`);
  if (!isReplayed(state.election)) {
    const message = 'only the clock of a test, a replay or a reconstruction can be set';
    return refuse('not-allowed', message);
  }
  if (!(rate >= 0 && rate <= FASTEST)) {
    return refuse('invalid', `the rate is a number from 0 to ${FASTEST}`, 'rate');
  }
  const isSet = state.clock.at !== null && state.clock.rate === rate;
  if (isSet && nightTime(state.clock, at) === nightAt) return repeated(election, 'set');
  const event = { kind: 'clock-set', body: { nightAt, rate } } as const;
  return done(election, 'set', draftOf({ election, contest: null }, by, event));
}
