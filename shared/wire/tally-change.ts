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

/** Most of a county list is as it was: what is identical is passed over without a second look. */
function recordChange(before: Part, after: Part): Part | null {
  const changes: [string, unknown][] = [];
  let kept = 0;
  for (const key of Object.keys(after)) {
    const value = after[key];
    const old = before[key];
    if (value === old && value !== undefined) {
      kept += 1;
      continue;
    }
    const isNew = !Object.hasOwn(before, key);
    if (!isNew) kept += 1;
    if (!isNew && isRecord(old) && isRecord(value)) {
      const change = recordChange(old, value);
      if (change === null) return null;
      if (Object.keys(change).length > 0) changes.push([key, change]);
    } else if (isNew || canonicalText(value) !== canonicalText(old)) {
      changes.push([key, value]);
    }
  }
  return kept < Object.keys(before).length ? null : Object.fromEntries(changes);
}
