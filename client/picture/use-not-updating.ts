import { instantOf } from '../../shared/basics/instant.ts';
import type { ContestView } from '../live/store.ts';
import { useLive } from '../live/use-live.tsx';
import { type Language, nightTime } from '../words/format.ts';
import { words } from '../words/words.ts';

/**
 * That the page is not up to date, and since when; null while it is. How old a link is goes by the
 * real time: of a night that plays by a clock of its own it says for how long instead.
 */
export function useNotUpdating(
  { link, tally, definition }: Pick<ContestView, 'link' | 'tally' | 'definition'>,
  language: Language,
): string | null {
  const minutes = useLive(({ now }) =>
    link.state === 'stale' ? Math.max(0, Math.floor((now - link.since) / 60_000)) : 0,
  );
  if (link.state !== 'stale') return null;
  const text = words(language);
  if (tally.clock.at !== null) {
    return minutes === 0 ? text.notUpdating : text.notUpdatingFor(minutes);
  }
  const since = nightTime(instantOf(link.since), definition.election, language);
  return text.notUpdatingSince(since);
}
