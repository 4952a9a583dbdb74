import { useEffect, useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { CountPoint } from '../charts/count-point.ts';
import type { ContestView } from '../live/store.ts';

/** A point of the night with its place in the record. */
interface HistoryPoint extends CountPoint {
  readonly seq: number;
}

export interface History {
  /** Oldest first, up to what is shown; the last one is what is shown. */
  readonly points: readonly CountPoint[];
  readonly state: 'asked' | 'there' | 'away';
}

const AGAIN_MS = 5_000;
/** So many points of our own, and the server's, which are chosen with care, are asked for again. */
const MOST_GROWN = 1_000;

/**
 * A contest's night as points: asked for once, and again after a link that was lost; what came since
 * is added from what the page is told.
 *
 * @param counted valid votes in the view's tally
 */
export function useHistory(view: ContestView, counted: number): History {
  const { position, link, definition } = view;
  const [history, setHistory] = useState<readonly HistoryPoint[] | null>(null);
  const [grown, setGrown] = useState<readonly HistoryPoint[]>([]);
  const [away, setAway] = useState(false);
  const now = pointOf(view, counted);
  const full = grown.length >= MOST_GROWN;
  const asks = `${position.epoch} ${link.state === 'stale'} ${full}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asks` says when to ask again.
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      fetchHistory(definition.contest.id, stop.signal).then(
        (points) => {
          setHistory(points);
          setGrown((since) => after(points, since));
          setAway(false);
        },
        () => {
          if (stop.signal.aborted) return;
          setAway(true);
          timer = setTimeout(ask, AGAIN_MS);
        },
      );
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [definition.contest.id, asks]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a point for each entry that is shown.
  useEffect(() => setGrown((since) => withPoint(since, now)), [position.epoch, position.seq]);

  const known = [...(history ?? []), ...grown].filter(({ seq }) => seq < position.seq);
  return {
    points: [...known, now],
    state: history !== null ? 'there' : away ? 'away' : 'asked',
  };
}

function pointOf({ tally, position }: ContestView, counted: number): HistoryPoint {
  const nightAt = tally.asOf ?? tally.lastChange?.nightAt ?? '';
  return { seq: position.seq, nightAt, counted, votes: tally.votes };
}

/** Only what changed a number is a point. */
function withPoint(grown: readonly HistoryPoint[], point: HistoryPoint): readonly HistoryPoint[] {
  const last = grown.at(-1);
  if (last !== undefined && (last.seq >= point.seq || last.votes === point.votes)) return grown;
  return [...grown, point];
}

function after(points: readonly HistoryPoint[], grown: readonly HistoryPoint[]) {
  const last = points.at(-1)?.seq ?? 0;
  return grown.filter(({ seq }) => seq > last);
}

async function fetchHistory(
  contest: ContestId,
  signal: AbortSignal,
): Promise<readonly HistoryPoint[]> {
  const path = `/api/v1/contests/${encodeURIComponent(contest)}/history`;
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  // `as`: our own server's, which sends no other.
  return ((await response.json()) as { points: readonly HistoryPoint[] }).points;
}
