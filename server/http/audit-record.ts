import type { AccountId } from '../../shared/basics/ids.ts';
import type { Entry } from '../../shared/night/entry.ts';
import type { KeptEvent } from '../access/account-event.ts';

/** One thing that somebody did: to an election, as the journal has it, or to an account. */
export interface AuditRecord {
  readonly at: string;
  /** The night's clock; null for what was done to an account. */
  readonly nightAt: string | null;
  /** The kind of the entry (`reports-accepted`), or of what happened to an account (`signed-in`). */
  readonly what: string;
  /** null: nobody who was signed in, such as whoever gave a command on the server's own machine. */
  readonly by: AccountId | null;
  /** The address it came from; null: the server's own machine. */
  readonly from: string | null;
  readonly election: string | null;
  readonly contest: string | null;
  /** Of the journal's entry. */
  readonly seq: number | null;
  /** Whose account. */
  readonly about: AccountId | null;
  /** What only the desk may read, such as why a hold was rejected; of an account what was given it. */
  readonly note: string | null;
  /** The entry's body, held or not; of a definition that was loaded only what it is called. */
  readonly body: object | null;
}

export function recordOfEntry(entry: Entry): AuditRecord {
  const { at, nightAt, kind, election, contest, seq, secret } = entry;
  const { by, from, note } = secret;
  const body = bodyOf(entry);
  return { at, nightAt, what: kind, by, from, election, contest, seq, about: null, note, body };
}

export function recordOfEvent({ at, kind, by, from, about, detail }: KeptEvent): AuditRecord {
  const nowhere = { election: null, contest: null, seq: null };
  return { at, nightAt: null, what: kind, by, from, ...nowhere, about, note: detail, body: null };
}

/** A state's definition has megabytes, and is elsewhere. */
function bodyOf(entry: Entry): object {
  if (entry.kind !== 'election-loaded') return entry.body;
  const { name, stage, contests } = entry.body.election;
  return { name, stage, contests: contests.map(({ id }) => id) };
}
