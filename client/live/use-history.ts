import { useEffect, useMemo, useRef, useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { pointBetween } from './point-between.ts';
import type { ContestView } from './store.ts';

/** A contest's night as points, oldest first: where the votes changed. */
export interface History {
  readonly points: readonly HistoryPoint[];
  /** Also those after what is shown. */
  readonly all: readonly HistoryPoint[];
  /** `away`: it could not be had yet, and is asked for again. */
  readonly state: 'asked' | 'there' | 'away';
}

const NONE: readonly HistoryPoint[] = [];
const AGAIN_MS = 5_000;
/** So many points of our own, and the server's, which are chosen with care, are asked for again. */
const MOST_ARRIVED = 1_000;

/**
 * A contest's night: fetched once a page runs and after every lost link, and gone on with by what
 * arrives.
 * @param upTo the last seq that is shown, where a page stands still
 */
export function useHistory(view: ContestView, upTo: number): History {
  const [fetched, setFetched] = useState<readonly HistoryPoint[] | null>(null);
  const [arrived, setArrived] = useState(NONE);
  const [away, setAway] = useState(false);
  const { id } = view.definition.contest;
  const { epoch } = view.position;
  const isLost = view.link.state === 'stale';
  const isFull = arrived.length >= MOST_ARRIVED;

  const before = useRef(view);
  useEffect(() => {
    const was = before.current;
    before.current = view;
    if (was.position.epoch !== view.position.epoch) {
      setFetched(null);
      setArrived(NONE);
    } else if (was.tally !== view.tally) {
      const point = pointBetween(was, view);
      if (point !== null) setArrived((known) => [...known, point]);
    }
  }, [view]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `isFull` says when to ask again.
  useEffect(() => {
    if (isLost) return;
    return askUntilThere(id, epoch, {
      there(points) {
        setFetched(points);
        setArrived((known) => after(points, known));
        setAway(false);
      },
      away: () => setAway(true),
    });
  }, [id, epoch, isLost, isFull]);

  const all = useMemo(() => [...(fetched ?? NONE), ...arrived], [fetched, arrived]);
  const points = useMemo(() => all.filter(({ seq }) => seq <= upTo), [all, upTo]);
  return { points, all, state: fetched !== null ? 'there' : away ? 'away' : 'asked' };
}

function after(points: readonly HistoryPoint[], known: readonly HistoryPoint[]) {
  const last = points.at(-1)?.seq ?? 0;
  return known.filter(({ seq }) => seq > last);
}

/** @returns what stops it */
function askUntilThere(
  contest: ContestId,
  epoch: string,
  then: { there: (points: readonly HistoryPoint[]) => void; away: () => void },
): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    fetchHistory(contest, epoch, stop.signal).then(then.there, () => {
      if (stop.signal.aborted) return;
      then.away();
      timer = setTimeout(ask, AGAIN_MS);
    });
  };
  ask();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
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
