import { canonicalText } from '../basics/canonical-text.ts';
import type { Result } from '../basics/result.ts';
import type { Amendment } from '../election/amendment.ts';
import { about } from './about.ts';
import { amendContest } from './amend-contest.ts';
import { amendmentMistake } from './amendment-mistake.ts';
import type { Board, ContestState } from './board.ts';
import { claimsOf, sameClaims } from './claims-of.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { Time } from './entry.ts';
import { isBlank } from './is-blank.ts';
import { lessensLate } from './lessens-late.ts';
import { opensEarlier } from './public-units.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { trialAfter } from './trial-after.ts';

/** What changes no proof is amended at once; the rest waits for a second person. */
export function decideAmend(
  board: Board,
  { amendId, contest, changes, reason, by }: CommandOf<'amend'>,
  time: Time,
): Result<Decision, Refusal> {
  const body = { amendId, changes, reason };
  const known = board.amendments.get(amendId);
  if (known !== undefined) {
    const { changes, reason } = known;
    const isSame = canonicalText({ amendId, changes, reason }) === canonicalText(body);
    if (isSame && known.contest === contest) return repeated(amendId, known.state);
    return refuse('id-reused', `${amendId} was another amendment`, 'amendId');
  }
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (isBlank(reason)) return refuse('reason-needed', 'an amendment needs a reason', 'reason');
  const mistake = amendmentMistake(state.contest, changes);
  if (mistake !== null) return refuse(mistake.code, mistake.message, mistake.path);

  const amended = draftOf(about(state), by, { kind: 'amended', body });
  if (!isGrave(state, changes) && !changesProof(board, state, amended, time)) {
    return done(amendId, 'amended', amended);
  }
  const event = { kind: 'amendment-proposed', body } as const;
  return done(amendId, 'proposed', draftOf(about(state), by, event));
}

/** A second person lets a grave one come into force. */
export function decideConfirmAmendment(
  board: Board,
  { amendId, by }: CommandOf<'confirm-amendment'>,
): Result<Decision, Refusal> {
  const proposed = board.amendments.get(amendId);
  const state = proposed && board.contests.get(proposed.contest);
  if (proposed === undefined || state === undefined) {
    return refuse('unknown-amendment', `there is no amendment ${amendId}`, 'amendId');
  }
  if (proposed.state === 'amended') return repeated(amendId, 'amended');
  if (proposed.by === by.account) {
    return refuse('same-person', 'such an amendment is confirmed by someone other than its maker');
  }
  const { changes, reason } = proposed;
  // The definition may have been loaded anew since.
  const mistake = amendmentMistake(state.contest, changes);
  if (mistake !== null) return refuse(mistake.code, mistake.message, mistake.path);
  const body = { amendId, changes, reason };
  return done(amendId, 'amended', draftOf(about(state), by, { kind: 'amended', body }));
}

/** What needs a second person even where nothing is proved yet. */
function isGrave(state: ContestState, changes: Amendment): boolean {
  const { late } = changes;
  return (
    certifies(changes) ||
    opensEarlier(state, amendContest(state.contest, changes)) ||
    (late !== undefined && lessensLate(state.contest.late, late))
  );
}

function certifies({ certified }: Amendment): boolean {
  return certified !== undefined;
}

function changesProof(
  board: Board,
  state: ContestState,
  amended: Parameters<typeof trialAfter>[1],
  time: Time,
): boolean {
  const after = trialAfter(board, amended, time).get(state.contest.id);
  if (after === undefined) return false;
  // Polls that are open again are of a contest without a vote, of which nothing was proved.
  const isOpenAgain = state.tally.open && !after.tally.open;
  return !isOpenAgain && !sameClaims(claimsOf(state), claimsOf(after));
}
