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

export interface CarriedOut {
  readonly decided: Result<Decision, Refusal>;
  /** What it wrote: on the board already, durable not yet. */
  readonly entries: readonly Entry[];
}

/** Decides a command at `now` and puts its entries on the board, so that the next command sees them. */
export function carryOut(board: Board, command: Command, now: Instant): CarriedOut {
  const election = electionOf(board, command);
  const time = election === null ? { at: now, nightAt: now } : nextPlace(board, election, now);
  const decided = decide(board, command, time);
  if (!decided.ok) return { decided, entries: [] };
  return { decided, entries: decided.value.entries.map((draft) => put(board, draft, now)) };
}

function put(board: Board, draft: EntryDraft, now: Instant): Entry {
  const entry: Entry = { ...draft, ...nextPlace(board, draft.election, now) };
  apply(board, entry);
  return entry;
}
