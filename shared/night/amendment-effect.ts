import { about } from './about.ts';
import type { Board, ProposedAmendment } from './board.ts';
import { type Claims, claimsOf } from './claims-of.ts';
import { draftOf } from './draft-of.ts';
import { trialAfter } from './trial-after.ts';

/** What is proved of a contest now, and what would be once an amendment is in force. */
export interface AmendmentEffect {
  readonly before: Claims;
  readonly after: Claims;
}

/** null where the contest is gone. The board stays as it is. */
export function amendmentEffect(board: Board, proposed: ProposedAmendment): AmendmentEffect | null {
  const state = board.contests.get(proposed.contest);
  if (state === undefined) return null;
  const { amendId, changes, reason } = proposed;
  const body = { amendId, changes, reason };
  const by = { account: proposed.by, role: 'editor', from: null } as const;
  const draft = draftOf(about(state), by, { kind: 'amended', body });
  const after = trialAfter(board, draft, { at: state.at, nightAt: state.nightAt });
  const amended = after.get(proposed.contest);
  return amended === undefined ? null : { before: claimsOf(state), after: claimsOf(amended) };
}
