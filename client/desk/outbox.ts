import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Instant } from '../../shared/basics/instant.ts';
import { type KeptText, keysWith } from './kept-text.ts';
import type { ReportBody, ReportReply } from './report-body.ts';

/** A report on its way. It leaves the outbox only when the server has answered. */
export interface Sending {
  readonly report: ReportBody;
  /** The account that published it: under nobody else's name does it go out. */
  readonly by: string;
  /** For the log: the unit's name. */
  readonly label: string;
  /** The night's time at which it was published here. */
  readonly nightAt: Instant;
}

export interface Answered extends Sending {
  readonly reply: ReportReply;
}

export interface OutboxState {
  readonly waiting: readonly Sending[];
  /** Newest first, this page's only. */
  readonly answered: readonly Answered[];
  /** Why the last attempt failed; null while sending goes well. */
  readonly trouble: Unsent | null;
}

/** Why nothing was sent: no answer, or nobody is signed in any more. */
export type Unsent = 'away' | 'signed-out';

/** What an attempt came to: the server's answer, or why there is none, so that it is tried again. */
export type Attempt = { readonly reply: ReportReply } | { readonly unsent: Unsent };

export interface Outbox {
  readonly store: StoreApi<OutboxState>;
  put(sending: Sending): void;
  /**
   * Tries what waits of an account's, in order; at most one attempt is under way. Resolves when
   * nothing more can be sent now.
   */
  flush(by: string): Promise<void>;
}

/** One key a report: two tabs that share the storage cannot overwrite each other's. */
const PREFIX = 'fiftyline.outbox:';

/**
 * Reports in the order they were keyed, kept across a reload until each is answered. The same
 * `reportId` goes out every time, so that the server knows a resend and nothing counts twice.
 * @param send gives `unsent` where no answer came (offline, server away), never a rejection.
 */
export function createOutbox(
  kept: KeptText,
  send: (report: ReportBody) => Promise<Attempt>,
): Outbox {
  const store = createStore<OutboxState>(() => ({
    waiting: keysOf(kept).flatMap((key) => keptSending(kept, key)),
    answered: [],
    trouble: null,
  }));
  let underWay: Promise<void> | null = null;

  async function sendAll(by: string): Promise<void> {
    const next = () => store.getState().waiting.find((sending) => sending.by === by);
    for (let first = next(); first; first = next()) {
      const { reportId } = first.report;
      const attempt = await send(first.report);
      if ('unsent' in attempt) return store.setState({ trouble: attempt.unsent });
      forget(kept, reportId);
      const answered = { ...first, reply: attempt.reply };
      store.setState((state) => ({
        waiting: state.waiting.filter(({ report }) => report.reportId !== reportId),
        answered: [answered, ...state.answered],
        trouble: null,
      }));
    }
  }

  return {
    store,
    put(sending) {
      store.setState((state) => ({ waiting: [...state.waiting, sending] }));
      kept.setItem(
        `${PREFIX}${nextPlace(kept)}:${sending.report.reportId}`,
        JSON.stringify(sending),
      );
    },
    flush(by) {
      underWay ??= sendAll(by).finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}

/** Oldest first. */
function keysOf(kept: KeptText): readonly string[] {
  return keysWith(kept, PREFIX).toSorted();
}

function nextPlace(kept: KeptText): string {
  const last = keysOf(kept).at(-1)?.slice(PREFIX.length).split(':')[0] ?? '0';
  return String(Number(last) + 1).padStart(8, '0');
}

function keptSending(kept: KeptText, key: string): readonly Sending[] {
  try {
    const sending: Sending = JSON.parse(kept.getItem(key) ?? '');
    return [sending];
  } catch {
    return [];
  }
}

function forget(kept: KeptText, reportId: string): void {
  for (const key of keysOf(kept)) if (key.endsWith(`:${reportId}`)) kept.removeItem(key);
}
