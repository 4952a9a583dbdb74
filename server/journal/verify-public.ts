import { err, ok, type Result } from '../../shared/basics/result.ts';
import { NOTHING } from './chain.ts';
import type { Head } from './journal.ts';
import { type JournalPage, parseJournalPage } from './journal-page.ts';
import { verifyChain } from './verify-chain.ts';

export interface VerifiedRecord {
  readonly head: Head;
  /** Entries whose bodies are not public: they are taken by their hashes. */
  readonly hidden: number;
}

export interface RecordFault {
  /** The first entry that is wrong. */
  readonly seq: number;
  /** What is wrong with it, as the end of a sentence that begins with the entry. */
  readonly what: string;
}

/** What these say is public at once, so that a record without it has been cut. */
export const ALWAYS_SHOWN: ReadonlySet<string> = new Set([
  'election-loaded',
  'election-reset',
  'hold-rejected',
  'polls-closed',
  'closing-doubted',
  'call-confirmed',
  'call-suspended',
  'call-retracted',
  'call-reinstated',
  'amended',
  'notice-posted',
  'notice-ended',
  'locked',
  'unlocked',
  'clock-set',
  'certainty-withdrawn',
]);

/**
 * Recomputes the chain of a record as the public reads it, page by page, up to the head that the first
 * page names. Nothing that is read is believed.
 *
 * @param read the answer for the entries after a seq, whatever it is
 * @param known an entry that the record had when it was last verified, and must have still
 */
export async function verifyPublic(
  read: (after: number) => Promise<unknown>,
  known: Head = NOTHING,
): Promise<Result<VerifiedRecord, RecordFault>> {
  let before = NOTHING;
  let hidden = 0;
  let head: Head | null = null;
  do {
    const page = pageAfter(before, await read(before.seq), head);
    if (!page.ok) return page;
    head ??= page.value.head;
    if (head.seq < known.seq) return err(endsEarly(head, known));
    const { entries } = page.value;
    const checked = checkEntries(entries, before, known);
    if (!checked.ok) return checked;
    before = checked.value;
    hidden += entries.filter(({ body }) => body === null).length;
  } while (before.seq < head.seq);
  if (before.hash === head.hash) return ok({ head, hidden });
  return err({ seq: head.seq, what: 'is another one than the head that the server names' });
}

/** The entries of an answer up to the head; every page has one, or the checking would never end. */
function pageAfter(
  before: Head,
  answer: unknown,
  head: Head | null,
): Result<JournalPage, RecordFault> {
  const next = before.seq + 1;
  const page = parseJournalPage(answer);
  if (!page.ok) return err({ seq: next, what: `cannot be read: the answer ${page.reason}` });
  const end = head ?? page.value.head;
  const entries = page.value.entries.filter(({ seq }) => seq <= end.seq);
  if (entries.length === 0 && before.seq < end.seq)
    return err({ seq: next, what: 'is missing, and the record goes on after it' });
  return ok({ head: end, entries });
}

function checkEntries(
  entries: JournalPage['entries'],
  before: Head,
  known: Head,
): Result<Head, RecordFault> {
  const checked = verifyChain(entries, before);
  if (!checked.ok) return checked;
  const other = entries.find(({ seq, hash }) => seq === known.seq && hash !== known.hash);
  if (other !== undefined)
    return err({ seq: other.seq, what: 'is another one than when the record was last verified' });
  const cut = entries.find(({ kind, body }) => body === null && ALWAYS_SHOWN.has(kind));
  if (cut !== undefined)
    return err({ seq: cut.seq, what: `does not say what it is to say (${cut.kind})` });
  return checked;
}

function endsEarly(head: Head, known: Head): RecordFault {
  return {
    seq: head.seq + 1,
    what: `is missing: the record ends with entry ${head.seq}, and had entry ${known.seq} when it was last verified`,
  };
}
