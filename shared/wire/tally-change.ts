import { canonicalText } from '../basics/canonical-text.ts';
import type { Tally } from '../count/tally.ts';
import { isRecord } from './is-record.ts';
import type { TallyChange } from './messages.ts';

/**
 * What must be merged into `before` to have `after`: new totals, never increments; `{}` where nothing
 * changed. null where something went away, which a change cannot say: then the whole tally is sent.
 */
export function tallyChange(before: Tally, after: Tally): TallyChange | null {
  if (before === after) return {};
  return recordChange({ ...before }, { ...after }) as TallyChange | null; // parts of `after`, by its own keys
}

type Part = Readonly<Record<string, unknown>>;

function recordChange(before: Part, after: Part): Part | null {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) return null;
  const changes: [string, unknown][] = [];
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (value === old) continue;
    if (isRecord(old) && isRecord(value)) {
      const change = recordChange(old, value);
      if (change === null) return null;
      if (Object.keys(change).length > 0) changes.push([key, change]);
    } else if (canonicalText(value) !== canonicalText(old) || !Object.hasOwn(before, key)) {
      changes.push([key, value]);
    }
  }
  return Object.fromEntries(changes);
}
