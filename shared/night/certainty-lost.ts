import type { Board, ContestState } from './board.ts';
import { claimsOf } from './claims-of.ts';
import type { EntryDraft, EntryKind, ReportsAccepted, Time } from './entry.ts';
import { claimsAnything, lostClaims } from './lost-claims.ts';
import { trialAfter } from './trial-after.ts';

/** Kinds of entry that change what is counted, or what it is counted against. */
const CAUSES: ReadonlySet<EntryKind> = new Set([
  'reports-accepted',
  'hold-released',
  'amended',
  'election-loaded',
]);

/**
 * What entries take back of what had been proved: certainty never latches, and losing it is said. A
 * reset takes nothing back: it forgets.
 */
export function certaintyLost(
  board: Board,
  drafts: readonly EntryDraft[],
  time: Time,
): readonly EntryDraft[] {
  const [cause, ...others] = drafts;
  if (cause === undefined || others.length > 0 || !CAUSES.has(cause.kind)) return [];
  const claiming = [...board.contests.values()].filter(
    (state) => isTouched(state, cause) && claimsAnything(claimsOf(state)),
  );
  if (claiming.length === 0) return [];
  const reason = reasonOf(cause);
  const after = trialAfter(board, cause, time);
  return claiming.flatMap((state) => {
    const now = after.get(state.contest.id);
    if (now === undefined) return [];
    return lostClaims(claimsOf(state), claimsOf(now)).map(
      (lost): EntryDraft => ({
        election: state.election,
        contest: state.contest.id,
        secret: { ...cause.secret, note: null },
        kind: 'certainty-withdrawn',
        body: { ...lost, causeSeq: board.seq + 1, cause: cause.kind, reason },
      }),
    );
  });
}

/** The cause's own reason; else what it did. */
function reasonOf(cause: EntryDraft): string {
  switch (cause.kind) {
    case 'amended':
      return cause.body.reason;
    case 'reports-accepted':
    case 'hold-released':
      return reportsReason(cause.body);
    default:
      return 'the definition was loaded again';
  }
}

function reportsReason({ reports }: ReportsAccepted): string {
  const reason = reports.find((report) => report.reason !== null)?.reason;
  return reason ?? 'more votes were counted';
}

function isTouched({ contest, election }: ContestState, cause: EntryDraft): boolean {
  return cause.contest === null ? election === cause.election : contest.id === cause.contest;
}
