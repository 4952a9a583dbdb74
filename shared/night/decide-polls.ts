import type { Result } from '../basics/result.ts';
import { about } from './about.ts';
import type { Board, ContestState } from './board.ts';
import { closingTime } from './closing-time.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { Time } from './entry.ts';
import { isClosingDue } from './is-closing-due.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

const CLOSED = { kind: 'polls-closed', body: { units: 'all' } } as const;

/** The writer's own, when the night's clock has come to the last closing. A doubt stays until a person confirms. */
export function decideClosePolls(
  board: Board,
  { contest, doubted, by }: CommandOf<'close-polls'>,
  { nightAt }: Time,
): Result<Decision, Refusal> {
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (state.tally.open) return repeated(contest, 'closed');
  if (state.closingDoubted) return repeated(contest, 'doubted');
  const pollsClose = closingTime(state.contest);
  if (pollsClose === null || !isClosingDue(board, state, nightAt)) return pollsOpen(state);
  if (!doubted) return done(contest, 'closed', draftOf(about(state), by, CLOSED));
  const event = { kind: 'closing-doubted', body: { pollsClose } } as const;
  return done(contest, 'doubted', draftOf(about(state), by, event));
}

/** A person's word that the polls have closed indeed, after a doubt. */
export function decideConfirmClosing(
  board: Board,
  { contest, by }: CommandOf<'confirm-closing'>,
  { nightAt }: Time,
): Result<Decision, Refusal> {
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (state.tally.open) return repeated(contest, 'closed');
  const pollsClose = closingTime(state.contest);
  if (pollsClose === null || nightAt < pollsClose) return pollsOpen(state);
  return done(contest, 'closed', draftOf(about(state), by, CLOSED));
}

function pollsOpen({ contest }: ContestState): Result<never, Refusal> {
  return refuse('polls-open', `by the night's clock it is not ${closingTime(contest)} yet`);
}
