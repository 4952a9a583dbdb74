import { useMemo } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import { msOf } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { nightMs } from '../live/night-ms.ts';
import { useLive } from '../live/use-live.tsx';

/** So long a corrected number bears its mark, in the night's time. */
const MARKED_MS = 10 * 60_000;

/** Whose numbers a correction has changed lately. Drawn again only when they are others. */
export function useCorrected({ corrections, clock }: Tally): ReadonlySet<ChoiceId> {
  const marked = useLive(({ now }) => {
    const since = nightMs(clock, now) - MARKED_MS;
    const fresh = corrections.filter(({ nightAt }) => msOf(nightAt) > since);
    return fresh.flatMap(({ changes }) => changes.map(({ choice }) => choice)).join(' ');
  });
  // `as`: joined of ids, in which there is no space.
  return useMemo(() => new Set(marked.split(' ') as ChoiceId[]), [marked]);
}
