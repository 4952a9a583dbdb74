import { present } from '../../shared/basics/assert.ts';
import type { Board } from '../../shared/night/board.ts';
import { boardText } from '../../shared/night/board-text.ts';
import type { Journal } from '../journal/journal.ts';

export interface Snapshots {
  /** To be told when the board has moved on. Saves one where enough entries have come since the last. */
  note(): void;
  /** Saves one of all there is, unless it has been. */
  save(): Promise<void>;
}

/**
 * Keeps the board now and then, so that a start need not read the night from its beginning.
 * @param every entries from one to the next
 * @param fail told where one could not be saved
 */
export function openSnapshots(
  journal: Journal,
  board: Board,
  every: number,
  fail: (error: unknown) => void,
): Snapshots {
  let saved = board.seq;

  async function save(): Promise<void> {
    if (board.seq === saved) return;
    saved = board.seq;
    const seq = saved;
    const text = boardText(board);
    // The board runs ahead of what is durable, and a snapshot must not.
    await journal.append([]);
    const [entry] = await journal.read(seq - 1, 1);
    await journal.saveSnapshot({ seq, hash: present(entry, `entry ${seq}`).hash, board: text });
  }

  return {
    note() {
      if (board.seq - saved >= every) save().catch(fail);
    },
    save,
  };
}
