import { ok, type Result } from '../basics/result.ts';
import type { Decision } from './decision.ts';
import type { EntryDraft } from './entry.ts';
import type { Refusal } from './refusal.ts';

/** The command is carried out by these entries. */
export function done(
  id: string,
  state: string,
  ...entries: readonly EntryDraft[]
): Result<Decision, Refusal> {
  return ok({ entries, answer: { type: 'done', id, state, repeated: false } });
}

/** The command had been carried out before: nothing changes. */
export function repeated(id: string, state: string): Result<Decision, Refusal> {
  return ok({ entries: [], answer: { type: 'done', id, state, repeated: true } });
}
