import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '../../client/live/link.ts';
import type { ContestView } from '../../client/live/store.ts';
import { useHistory } from '../../client/live/use-history.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { instant, makeDefinition, makeTally } from '../results/make.ts';

const CONTEST = makeContest({ choices: [makeChoice('ann'), makeChoice('bob')] });
const definition = makeDefinition(CONTEST);
const LIVE: Link = { state: 'live' };

/** The contest after entry `seq`, in which Ann has ten votes for each entry. */
function viewAt(seq: number, link: Link = LIVE, epoch = 'e'): ContestView {
  const at = instant('2017-04-19T03:00:00Z');
  const lastChange = { seq, at, nightAt: at, kind: 'report' as const, county: null };
  const tally = makeTally(CONTEST, { ann: 10 * seq, bob: 7 }, {}, { lastChange });
  return { definition, tally, position: { epoch, seq }, link };
}

function pointAt(seq: number): HistoryPoint {
  const { votes } = viewAt(seq).tally;
  const at = '2017-04-19T03:00:00.000Z';
  return { seq, at, nightAt: at, counted: 10 * seq + 7, votes, change: null };
}

/** A server that knows the night up to entry `seq`, which may change; null: it cannot be reached. */
function serve(known: { seq: number | null }) {
  const fetch = vi.fn(async (_path: string) => {
    if (known.seq === null) throw new Error('unreachable');
    const points = Array.from({ length: known.seq }, (_, at) => pointAt(at + 1));
    return { ok: true, json: async () => ({ points }) };
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

function follow(first: ContestView) {
  return renderHook(({ view }) => useHistory(view, view.position.seq), {
    initialProps: { view: first },
  });
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the night so far', () => {
  it('is fetched once and gone on with by what arrives', async () => {
    const fetch = serve({ seq: 2 });
    const { result, rerender } = follow(viewAt(2));
    await waitFor(() => expect(result.current.state).toBe('there'));
    rerender({ view: viewAt(3) });
    rerender({ view: { ...viewAt(3), position: { epoch: 'e', seq: 4 } } });
    rerender({ view: viewAt(5) });
    expect(result.current.points.map(({ seq }) => seq)).toEqual([1, 2, 3, 5]);
    expect(result.current.points.at(-1)).toMatchObject({ counted: 57, votes: { ann: 50 } });
    expect(result.current.points.at(-1)?.change?.key).toBe('change.moved');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('ends where the page stands still', async () => {
    serve({ seq: 9 });
    const { result } = follow(viewAt(4));
    await waitFor(() => expect(result.current.points.at(-1)?.seq).toBe(4));
  });

  it('is fetched anew after a lost link, so that what was missed is told in its steps', async () => {
    const known = { seq: 2 };
    serve(known);
    const { result, rerender } = follow(viewAt(2));
    await waitFor(() => expect(result.current.points).toHaveLength(2));
    rerender({ view: viewAt(2, { state: 'stale', since: 0 }) });
    known.seq = 5;
    rerender({ view: viewAt(5) });
    await waitFor(() =>
      expect(result.current.points.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]),
    );
  });

  it('of another record begins anew', async () => {
    const known = { seq: 3 };
    serve(known);
    const { result, rerender } = follow(viewAt(3));
    await waitFor(() => expect(result.current.points).toHaveLength(3));
    rerender({ view: viewAt(4) });
    known.seq = 1;
    rerender({ view: viewAt(1, LIVE, 'other') });
    await waitFor(() => expect(result.current.points.map(({ seq }) => seq)).toEqual([1]));
  });

  it('is asked for again while it cannot be had, and what arrives is told meanwhile', async () => {
    vi.useFakeTimers();
    const known: { seq: number | null } = { seq: null };
    serve(known);
    const { result, rerender } = follow(viewAt(2));
    await act(() => vi.advanceTimersByTimeAsync(0));
    rerender({ view: viewAt(3) });
    expect(result.current).toMatchObject({ state: 'away', points: [{ seq: 3 }] });
    known.seq = 3;
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(result.current.state).toBe('there');
    expect(result.current.points.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});
