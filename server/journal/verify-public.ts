import { err, ok, type Result } from '../../shared/basics/result.ts';
import { NOTHING } from './chain.ts';
import type { Head } from './journal.ts';
import { type ChainFault, type CheckedEntry, verifyChain } from './verify-chain.ts';

/** What `GET /api/v1/journal` answers. */
export interface JournalPage {
  readonly head: Head;
  readonly entries: readonly CheckedEntry[];
}

/**
 * Recomputes the chain of a record as the public reads it, page by page, up to the head that the first
 * page names. Bodies that are hidden are taken by their hashes.
 * @param read the page of entries after a seq
 */
export async function verifyPublic(
  read: (after: number) => Promise<JournalPage>,
): Promise<Result<Head, ChainFault>> {
  let page = await read(0);
  const { head } = page;
  let before = NOTHING;
  while (before.seq < head.seq) {
    const entries = page.entries.filter(({ seq }) => seq <= head.seq);
    if (entries.length === 0)
      return err({ seq: before.seq + 1, what: 'is missing, and the record goes on after it' });
    const checked = verifyChain(entries, before);
    if (!checked.ok) return checked;
    before = checked.value;
    if (before.seq < head.seq) page = await read(before.seq);
  }
  if (before.hash === head.hash) return ok(before);
  return err({ seq: head.seq, what: 'is another one than the head that the server names' });
}
