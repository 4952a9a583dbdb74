import { apply } from '../../shared/night/apply.ts';
import type { Board } from '../../shared/night/board.ts';
import { parseBoard } from '../../shared/night/board-text.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import type { Journal } from '../journal/journal.ts';
import { openEntry } from '../journal/open-entry.ts';

const PAGE = 1_000;

/** All that the durable entries add up to, from the newest snapshot that can be used and the entries after it. */
export async function openBoard(journal: Journal): Promise<Board> {
  const board = await lastSnapshot(journal);
  while (board.seq < journal.head().seq) {
    const page = await journal.read(board.seq, PAGE);
    for (const sealed of page) apply(board, openEntry(sealed));
  }
  return board;
}

/** The board of the newest snapshot; empty where there is none. One that an older program wrote in another form is of no use, and of no harm. */
export async function lastSnapshot(journal: Pick<Journal, 'latestSnapshot'>): Promise<Board> {
  const snapshot = await journal.latestSnapshot();
  if (snapshot === null) return emptyBoard();
  try {
    return parseBoard(snapshot.board);
  } catch {
    return emptyBoard();
  }
}
