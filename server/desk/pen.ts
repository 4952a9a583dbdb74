import type { Instant } from '../../shared/basics/instant.ts';
import type { Result } from '../../shared/basics/result.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Command } from '../../shared/night/command.ts';
import { decide } from '../../shared/night/decide.ts';
import type { Decision } from '../../shared/night/decision.ts';
import { electionOf } from '../../shared/night/election-of.ts';
import type { Entry, EntryDraft } from '../../shared/night/entry.ts';
import { nextPlace } from '../../shared/night/next-place.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';

export interface Written {
  readonly decided: Result<Decision, Refusal>;
  /** On the board already. */
  readonly entries: readonly Entry[];
  /** Resolves once everything is durable that was decided so far: the answer may rest on any of it. */
  readonly durable: Promise<void>;
}

/**
 * Decides a command, puts its entries on the board and gives them to the journal, all in one turn of
 * the event loop: so commands are carried out one after the other, each seeing what the last one did.
 */
export type Pen = (command: Command) => Written;

export interface PenParts {
  readonly board: Board;
  readonly journal: Journal;
  readonly clock: Clock;
  /** Told when board and journal may no longer say the same. */
  readonly fail: (error: unknown) => void;
}

export function openPen({ board, journal, clock, fail }: PenParts): Pen {
  function putAll(drafts: readonly EntryDraft[], now: Instant): readonly Entry[] {
    try {
      return drafts.map((draft) => put(board, draft, now));
    } catch (error) {
      fail(error);
      throw error;
    }
  }

  return (command) => {
    const now = clock.now();
    const decided = decideAt(board, command, now);
    const entries = decided.ok ? putAll(decided.value.entries, now) : [];
    const durable = journal.append(entries);
    durable.catch(fail);
    return { decided, entries, durable };
  };
}

function decideAt(board: Board, command: Command, now: Instant): Result<Decision, Refusal> {
  const election = electionOf(board, command);
  const time = election === null ? { at: now, nightAt: now } : nextPlace(board, election, now);
  return decide(board, command, time);
}

function put(board: Board, draft: EntryDraft, now: Instant): Entry {
  const entry: Entry = { ...draft, ...nextPlace(board, draft.election, now) };
  apply(board, entry);
  return entry;
}
