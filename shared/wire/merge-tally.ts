import type { Tally } from '../count/tally.ts';
import { isRecord } from './is-record.ts';
import type { TallyChange } from './messages.ts';

/** The tally with a change put in: objects by key, everything else replaced; untouched parts keep their identity. */
export function mergeTally(tally: Tally, change: TallyChange): Tally {
  return mergePart(tally, change) as Tally; // a change holds parts of a tally, under their own keys
}

function mergePart(before: unknown, change: unknown): unknown {
  if (!isRecord(before) || !isRecord(change)) return change;
  const merged = new Map(Object.entries(before));
  let touched = false;
  for (const [key, value] of Object.entries(change)) {
    const part = mergePart(merged.get(key), value);
    if (merged.has(key) && part === merged.get(key)) continue;
    merged.set(key, part);
    touched = true;
  }
  return touched ? Object.fromEntries(merged) : before;
}
