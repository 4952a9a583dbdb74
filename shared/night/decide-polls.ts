import type { Instant } from '../basics/instant.ts';
import type { Result } from '../basics/result.ts';
import { about } from './about.ts';
import type { Board, ContestState } from './board.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { EntryEvent, Time } from './entry.ts';
import { isClosingDue } from './is-closing-due.ts';
import { nextClosing, unitsClosing } from './public-units.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** The writer's own, when the night's clock has come to a closing. A doubt stays until a person confirms. */
export function decideClosePolls(
  board: Board,
  { contest, doubted, by }: CommandOf<'close-polls'>,
  { nightAt }: Time,
): Result<Decision, Refusal> {
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (state.closedUnits === 'all') return repeated(contest, 'closed');
  if (state.closingDoubted) return repeated(contest, 'doubted');
  const pollsClose = nextClosing(state);
  if (pollsClose === null || !isClosingDue(board, state, nightAt)) return pollsOpen(state);
  if (!doubted)
    return done(contest, 'closed', draftOf(about(state), by, closing(state, pollsClose)));
  const event = { kind: 'closing-doubted', body: { pollsClose } } as const;
  return done(contest, 'doubted', draftOf(about(state), by, event));
}

/** A person's word that the polls have closed indeed, after a doubt. */
export function decideConfirmClosing(
  board: Board,
  { contest, pollsClose: meant = null, by }: CommandOf<'confirm-closing'>,
  { nightAt }: Time,
): Result<Decision, Refusal> {
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (state.closedUnits === 'all') return repeated(contest, 'closed');
  const pollsClose = nextClosing(state);
  // Sent again it must not confirm the closing after it.
  if (meant !== null && pollsClose !== null && meant < pollsClose)
    return repeated(contest, 'closed');
  if (pollsClose === null || nightAt < pollsClose) return pollsOpen(state);
  return done(contest, 'closed', draftOf(about(state), by, closing(state, pollsClose)));
}

/** One closing at a time: of a later one the clock may know no more than of this. */
function closing(state: ContestState, pollsClose: Instant): EntryEvent {
  return { kind: 'polls-closed', body: { units: unitsClosing(state, pollsClose) } };
}

function pollsOpen(state: ContestState): Result<never, Refusal> {
  return refuse('polls-open', `by the night's clock it is not ${nextClosing(state)} yet`);
}
