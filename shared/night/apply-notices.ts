import type { Board } from './board.ts';
import { changePublic } from './change-public.ts';
import type { EntryOf } from './entry.ts';
import { stateOf } from './state-of.ts';

const NEWS = { kind: 'notice', county: null } as const;

export function applyNoticePosted(board: Board, entry: EntryOf<'notice-posted'>): void {
  const state = stateOf(board, entry);
  board.notices.set(entry.body.noticeId, state.contest.id);
  const notice = { ...entry.body, until: null, seq: entry.seq };
  changePublic(state, entry, NEWS, { notices: [...state.tally.notices, notice] });
}

export function applyNoticeEnded(board: Board, entry: EntryOf<'notice-ended'>): void {
  const state = stateOf(board, entry);
  const notices = state.tally.notices.map((notice) =>
    notice.noticeId === entry.body.noticeId ? { ...notice, until: entry.nightAt } : notice,
  );
  changePublic(state, entry, NEWS, { notices });
}
