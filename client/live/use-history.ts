import { useEffect, useMemo, useRef, useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { pointBetween } from './point-between.ts';
import type { ContestView } from './store.ts';

const NONE: readonly HistoryPoint[] = [];

/**
 * A contest's night as points, oldest first: fetched once a page runs and after every lost link, and
 * gone on with by what arrives. Empty until then, and where it cannot be had.
 * @param upTo the last seq that is shown, where a page stands still
 */
export function useHistory(view: ContestView, upTo: number): readonly HistoryPoint[] {
  const [points, setPoints] = useState(NONE);
  const before = useRef(view);
  const { contest } = view.definition;
  const { epoch } = view.position;
  const lost = view.link.state === 'stale';

  useEffect(() => {
    const was = before.current;
    before.current = view;
    if (was.position.epoch !== view.position.epoch) setPoints(NONE);
    else if (was.tally !== view.tally) {
      const point = pointBetween(was, view);
      if (point !== null) setPoints((known) => [...known, point]);
    }
  }, [view]);

  useEffect(() => {
    if (lost) return;
    const wanted = new AbortController();
    fetchHistory(contest.id, epoch, wanted.signal).then(
      (fetched) => setPoints((known) => goneOn(fetched, known)),
      // Without it the page shows what arrives; the next recovery asks again.
      () => undefined,
    );
    return () => wanted.abort();
  }, [contest.id, epoch, lost]);

  return useMemo(() => points.filter(({ seq }) => seq <= upTo), [points, upTo]);
}

/** What was fetched, and what has arrived since. */
function goneOn(
  fetched: readonly HistoryPoint[],
  known: readonly HistoryPoint[],
): readonly HistoryPoint[] {
  const last = fetched.at(-1)?.seq ?? 0;
  return [...fetched, ...known.filter(({ seq }) => seq > last)];
}

async function fetchHistory(
  contest: ContestId,
  epoch: string,
  signal: AbortSignal,
): Promise<readonly HistoryPoint[]> {
  // The epoch keeps the nights of two records apart in caches.
  const query = new URLSearchParams({ epoch });
  const path = `/api/v1/contests/${encodeURIComponent(contest)}/history?${query}`;
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  // `as`: our own server's, which sends no other.
  return ((await response.json()) as { points: readonly HistoryPoint[] }).points;
}
