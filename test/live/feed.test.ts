import { describe, expect, it } from 'vitest';
import {
  type Feed,
  latestOf,
  takeDefinition,
  takeSnapshot,
  takeUpdate,
} from '../../client/live/feed.ts';
import { MAYOR, makeDefinition, makeSnapshot, makeTally, makeUpdate } from './make-live.ts';

const ten = makeTally(10);
const twenty = makeTally(20);
const thirty = makeTally(30);

function feedAt(seq: number, tally = ten): Feed {
  const shown = { ...makeSnapshot(seq, tally), definition: makeDefinition() };
  return { contest: MAYOR, shown, coming: null };
}

describe('a contest that comes in', () => {
  it('goes on from where it was', () => {
    const { feed, gap } = takeUpdate(feedAt(4), makeUpdate([4, ten], [7, twenty]));
    expect(gap).toBe(false);
    expect(feed.shown.position.seq).toBe(7);
    expect(feed.shown.tally).toEqual(twenty);
  });

  it('keeps what did not change as it was', () => {
    const { feed } = takeUpdate(feedAt(4), makeUpdate([4, ten], [7, twenty]));
    expect(feed.shown.tally.out).toBe(ten.out);
    expect(feed.shown.tally.units).toBe(ten.units);
  });

  it('sees that an update was missed, and shows what it had', () => {
    const before = feedAt(4);
    const { feed, gap } = takeUpdate(before, makeUpdate([6, ten], [7, twenty]));
    expect(gap).toBe(true);
    expect(feed).toBe(before);
  });

  it('ignores an update that it has already', () => {
    const before = feedAt(7, twenty);
    expect(takeUpdate(before, makeUpdate([4, ten], [7, twenty]))).toEqual({
      feed: before,
      gap: false,
    });
    expect(takeUpdate(before, makeUpdate([2, ten], [4, ten])).feed).toBe(before);
  });

  it('takes no update of another history', () => {
    const other = makeUpdate([4, ten], [7, twenty], { epoch: 'second-epoch' });
    expect(takeUpdate(feedAt(4), other).gap).toBe(true);
  });

  it('is replaced whole by a snapshot, also by one from before', () => {
    const feed = takeSnapshot(feedAt(9, thirty), makeSnapshot(5, ten));
    expect(feed.shown.position.seq).toBe(5);
    expect(feed.shown.tally).toBe(ten);
  });
});

describe('a contest whose definition changes', () => {
  const newer = makeUpdate([4, ten], [7, twenty], { definitionVersion: 2 });

  it('shows the old tally with the old definition until the new one is there', () => {
    const { feed } = takeUpdate(feedAt(4), newer);
    expect(feed.shown.tally).toBe(ten);
    expect(feed.shown.definition.version).toBe(1);
    expect(latestOf(feed).position.seq).toBe(7);
  });

  it('shows both at once, with what came meanwhile', () => {
    const waiting = takeUpdate(feedAt(4), newer).feed;
    const later = makeUpdate([7, twenty], [9, thirty], { definitionVersion: 2 });
    const feed = takeDefinition(takeUpdate(waiting, later).feed, makeDefinition(2));
    expect(feed.shown.definition.version).toBe(2);
    expect(feed.shown.tally).toEqual(thirty);
    expect(feed.coming).toBeNull();
  });

  it('goes on waiting where a definition comes that is not its own', () => {
    const waiting = takeUpdate(feedAt(4), newer).feed;
    expect(takeDefinition(waiting, makeDefinition(3))).toBe(waiting);
  });

  it('trusts no version number of another history', () => {
    const restarted = { position: { epoch: 'second-epoch', seq: 2 } };
    const feed = takeSnapshot(feedAt(4), makeSnapshot(2, twenty, restarted));
    expect(feed.shown.tally).toBe(ten);
    expect(takeDefinition(feed, makeDefinition(1)).shown.tally).toBe(twenty);
  });
});
