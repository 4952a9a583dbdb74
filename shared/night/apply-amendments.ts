import { amendContest } from './amend-contest.ts';
import type { Board, ProposedAmendment } from './board.ts';
import type { EntryOf } from './entry.ts';
import { changesClosing } from './public-amendment.ts';
import { redefine } from './redefine.ts';
import { stateOf } from './state-of.ts';

/** Nothing of it is public before a second person confirms it. */
export function applyAmendmentProposed(board: Board, entry: EntryOf<'amendment-proposed'>): void {
  board.hidden.add(entry.seq);
  remember(board, entry, 'proposed');
}

export function applyAmended(board: Board, entry: EntryOf<'amended'>): void {
  const state = stateOf(board, entry);
  const proposed = board.amendments.get(entry.body.amendId);
  if (proposed === undefined) remember(board, entry, 'amended');
  else {
    board.hidden.delete(proposed.seq);
    board.amendments.set(proposed.amendId, { ...proposed, state: 'amended' });
  }
  // A doubt was about the closing as it stood.
  if (changesClosing(entry.body.changes)) state.closingDoubted = false;
  const contest = amendContest(state.contest, entry.body.changes);
  redefine(state, contest, state.definitionVersion + 1, entry, entry.body);
}

function remember(
  board: Board,
  entry: EntryOf<'amendment-proposed' | 'amended'>,
  state: ProposedAmendment['state'],
): void {
  board.amendments.set(entry.body.amendId, {
    ...entry.body,
    contest: stateOf(board, entry).contest.id,
    by: entry.secret.by,
    seq: entry.seq,
    state,
  });
}
