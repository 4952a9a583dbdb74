import type { Router } from 'express';
import type { Board } from '../../shared/night/board.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import type { Head, SealedEntry } from '../journal/journal.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { sendFailure } from './failure.ts';
import { represent, sendJson } from './kept-json.ts';
import { queryNumber } from './query.ts';

const MOST_ENTRIES = 1_000;
const AT_ONCE = 100;
/** Of the bodies, in characters. */
const FAIR_SIZE = 8_000_000;

/** The record, for anyone to check the chain: bodies as they become public, secrets never. */
export function addJournal(router: Router, context: HttpContext): void {
  endpoint(router, '/journal', {
    open: true,
    get: [
      async (request, response) => {
        const after = queryNumber(request, 'after', 0);
        if (!after.ok) return sendFailure(response, after.reason);
        const limit = queryNumber(request, 'limit', MOST_ENTRIES);
        if (!limit.ok) return sendFailure(response, limit.reason);
        const { board } = context.reads;
        const end = board.seq;
        const head = await headAt(context, end);
        const count = Math.min(limit.value, MOST_ENTRIES, Math.max(0, end - after.value));
        const entries = await readUpTo(context, after.value, count);
        sendJson(
          response,
          represent({ head, entries: entries.map((entry) => publicEntry(board, entry)) }),
        );
      },
    ],
  });
}

/**
 * So many entries, or as many as make one answer of a fair size: a definition may be as long as a
 * thousand reports. One at least, so that whoever pages gets on.
 */
async function readUpTo(
  { journal }: HttpContext,
  after: number,
  count: number,
): Promise<readonly SealedEntry[]> {
  const entries: SealedEntry[] = [];
  let size = 0;
  while (entries.length < count) {
    const wanted = Math.min(AT_ONCE, count - entries.length);
    const more = await journal.read(entries.at(-1)?.seq ?? after, wanted);
    if (more.length === 0) break;
    for (const entry of more) {
      size += entry.body.length;
      if (entries.length > 0 && size > FAIR_SIZE) return entries;
      entries.push(entry);
    }
  }
  return entries;
}

/** The last entry that readers have been shown; the journal may be further. */
async function headAt({ journal }: HttpContext, seq: number): Promise<Head> {
  const [last] = seq === 0 ? [] : await journal.read(seq - 1, 1);
  return { seq, hash: last?.hash ?? '0'.repeat(64) };
}

/** A body that is hidden goes without its salt too: a guess could be checked with it. */
function publicEntry(board: Board, entry: SealedEntry) {
  const { secret: _secret, secretSalt: _secretSalt, ...shown } = entry;
  return isHidden(board, entry.seq) ? { ...shown, body: null, bodySalt: null } : shown;
}
