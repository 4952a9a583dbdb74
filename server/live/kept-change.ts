import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { isRecord } from '../../shared/wire/is-record.ts';
import { mergeTally } from '../../shared/wire/merge-tally.ts';
import type { TallyChange } from '../../shared/wire/messages.ts';
import type { KeptTally } from '../journal/journal.ts';

/** What is kept of one public change of a contest: now and then the whole tally, else what became another. */
export type KeptChange = {
  readonly version: number;
  /** The seq of the change before it; null where the contest begins. By it a gap is noticed. */
  readonly since: number | null;
  /** Of this version; null where the change before it had it already. */
  readonly definition: Definition | null;
} & ({ readonly tally: Tally } | { readonly change: TallyChange });

export function keptChangeText(kept: KeptChange): string {
  return JSON.stringify(kept);
}

/** null for what an older program kept in another form. */
export function parseKeptChange({ tally }: Pick<KeptTally, 'tally'>): KeptChange | null {
  const kept: unknown = JSON.parse(tally);
  if (!isRecord(kept) || !('since' in kept) || !('tally' in kept || 'change' in kept)) return null;
  // `as`: keptChangeText wrote it, and a digest vouches for it.
  return kept as unknown as KeptChange;
}

/** The tally after a change; null where it goes on from one that is not known. */
export function tallyAfter(before: Tally | null, kept: KeptChange): Tally | null {
  if ('tally' in kept) return kept.tally;
  return before === null ? null : mergeTally(before, kept.change);
}
