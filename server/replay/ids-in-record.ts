import { endOf } from './timeline.ts';

/** A page of `GET /api/v1/journal`. */
export interface RecordPage {
  readonly head: { readonly seq: number };
  readonly entries: readonly {
    readonly seq: number;
    readonly kind: string;
    readonly election: string;
    /** JSON; null while it is not public. */
    readonly body: string | null;
  }[];
}

/** What an entry's body may name. */
interface Named {
  readonly reports?: readonly { readonly reportId: string }[];
  readonly callId?: string;
  readonly noticeId?: string;
  readonly amendId?: string;
}

/**
 * The ids that the public record has of an election since it was last emptied: of reports that count,
 * calls and amendments that were confirmed, notices and their ends.
 * @param read a page of the record after a seq
 */
export async function idsInRecord(
  election: string,
  read: (after: number) => Promise<RecordPage>,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after = 0; ; ) {
    const { head, entries } = await read(after);
    for (const entry of entries) {
      if (entry.election !== election) continue;
      if (entry.kind === 'election-reset') ids.clear();
      else for (const id of idsNamed(entry.kind, JSON.parse(entry.body ?? '{}'))) ids.add(id);
    }
    after = entries.at(-1)?.seq ?? head.seq;
    if (after >= head.seq) return ids;
  }
}

function idsNamed(kind: string, body: Named): readonly string[] {
  if (kind === 'reports-accepted' || kind === 'hold-released')
    return (body.reports ?? []).map(({ reportId }) => reportId);
  if (kind === 'call-confirmed') return body.callId ? [body.callId] : [];
  if (kind === 'notice-posted') return body.noticeId ? [body.noticeId] : [];
  if (kind === 'notice-ended') return body.noticeId ? [endOf(body.noticeId)] : [];
  if (kind === 'amended') return body.amendId ? [body.amendId] : [];
  return [];
}
