import { describe, expect, it } from 'vitest';
import { type LinkFacts, linkOf, sameLink } from '../../client/live/link.ts';
import { silentSince } from '../../client/live/silent-since.ts';
import { makeTally, minute, START_MS } from './make-live.ts';

const server = { madeAt: 500, serverTime: (moment: number) => moment + 1_000_000 };

function link(facts: Partial<LinkFacts>, now: number) {
  const opened = { openedAt: 0, heardAt: 0, confirmed: false, currentUntil: 0 };
  return linkOf({ ...opened, ...facts }, now, server);
}

const current = { confirmed: true, currentUntil: null };

describe('how fresh a picture is', () => {
  it('is connecting for a page that was just opened, with the age of its first numbers', () => {
    expect(link({}, 7_000)).toEqual({ state: 'connecting', since: 500 });
  });

  it('is stale for a page that never reached the server', () => {
    expect(link({}, 7_001)).toEqual({ state: 'stale', since: 500 });
  });

  it('is live while the server is heard', () => {
    expect(link({ ...current, heardAt: 60_000 }, 65_100)).toEqual({ state: 'live' });
  });

  it('is stale within ten seconds of the last heartbeat', () => {
    expect(link({ ...current, heardAt: 60_000 }, 68_000)).toEqual({
      state: 'stale',
      since: 1_060_000,
    });
  });

  it('leaves no mark where a question is answered soon', () => {
    const asked = { confirmed: true, heardAt: 60_000, currentUntil: 59_500 };
    expect(link(asked, 60_000)).toEqual({ state: 'live' });
    expect(link(asked, 61_600)).toEqual({ state: 'stale', since: 1_059_500 });
  });

  it('stays stale on a new link until the server has said what is the latest', () => {
    const back = { confirmed: true, heardAt: 90_000, currentUntil: 60_000 };
    expect(link(back, 90_001)).toEqual({ state: 'stale', since: 1_060_000 });
  });

  it('is one object for as long as it says the same', () => {
    const stale = { state: 'stale', since: 7 } as const;
    expect(sameLink(stale, { state: 'stale', since: 7 })).toBe(stale);
    expect(sameLink(stale, { state: 'stale', since: 8 })).not.toBe(stale);
    expect(sameLink(stale, { state: 'live' })).toEqual({ state: 'live' });
  });
});

describe('a silent feed', () => {
  const units = { complete: 5, partial: 1, none: 2 };
  const counting = makeTally(10, { asOf: minute(0), units });
  const atMinute = (minutes: number) => START_MS + minutes * 60_000;

  it('is named after ten minutes without votes, by the night’s time', () => {
    expect(silentSince(counting, atMinute(9.99))).toBeNull();
    expect(silentSince(counting, atMinute(10))).toBe(minute(0));
  });

  it('is none once every precinct is complete, before the first votes and before the closing', () => {
    const complete = { complete: 8, partial: 0, none: 0 };
    expect(silentSince({ ...counting, units: complete }, atMinute(60))).toBeNull();
    expect(silentSince({ ...counting, asOf: null }, atMinute(60))).toBeNull();
    expect(silentSince({ ...counting, open: false }, atMinute(60))).toBeNull();
  });
});
