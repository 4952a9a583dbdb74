import { instantOf } from '../../shared/basics/instant.ts';
import { nightMs } from '../live/night-ms.ts';
import type { ContestView } from '../live/store.ts';
import { clockTime, type Language } from '../words/format.ts';
import { words } from '../words/words.ts';

/** That the page is not up to date, and since when by the night's clock; null while it is. */
export function notUpdatingText(
  { link, tally, definition }: Pick<ContestView, 'link' | 'tally' | 'definition'>,
  language: Language,
): string | null {
  if (link.state !== 'stale') return null;
  const since = instantOf(nightMs(tally.clock, link.since));
  return words(language).notUpdatingSince(clockTime(since, definition.election.timeZone, language));
}
