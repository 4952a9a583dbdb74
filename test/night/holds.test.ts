import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HoldId } from '../../shared/basics/ids.ts';
import { apply } from '../../shared/night/apply.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { makeUnit } from '../count/make.ts';
import {
  ada,
  eve,
  kay,
  lee,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  max,
  NORTH,
  type SentReport,
  SOUTH,
} from './make-night.ts';

const tooMany = { reportId: 'many', votes: { ann: 1011 } } as const;

function release(holdId: HoldId, by = eve) {
  return { type: 'release-hold', holdId, by } as const;
}

describe('a report is held that', () => {
  it.each([
    ['over-registered', { votes: { ann: 1011 } }],
    ['over-ballots', { votes: { ann: 5, bob: 6 }, ballotsCast: 10 }],
    ['over-ballots', { votes: { ann: 5, bob: 4 }, overvotes: 1, undervotes: 1, ballotsCast: 10 }],
  ] as const)('is %s: %j, whoever sends it', (code, report) => {
    for (const by of [kay, eve, ada]) {
      const night = makeNight();
      expect(night.report(by, report)).toMatchObject({ outcome: 'held', checks: [{ code }] });
      expect(night.votes()).toEqual({ ann: 0, bob: 0 });
    }
  });

  it('makes a unit complete with nothing for anyone where 15 or more are expected', () => {
    const units = [makeUnit(NORTH, { expected: 15, parent: 'Hill' })];
    const contest = makeMayor({ units, methods: ['election-day'], expectedBy: 'the clerk' });
    const night = makeNight(makeElection({ contests: [contest] }));
    const zero = { method: 'total', votes: { ann: 0 }, status: 'complete' } as const;
    expect(night.report(eve, zero)).toMatchObject({ checks: [{ code: 'zero-votes' }] });
  });

  it('is beyond the registration over all of its methods', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 600 } });
    const answer = night.report(kay, { reportId: 'b', method: 'early', votes: { bob: 411 } });
    expect(answer).toMatchObject({ outcome: 'held', checks: [{ code: 'over-registered' }] });
  });
});

describe('while a report is held', () => {
  it('the public sees the old number, and that one is under review', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10 } });
    const before = night.tally();
    night.report(kay, tooMany);
    expect(night.tally()).toEqual({ ...before, holds: 1 });
    expect(isHidden(night.board, 3)).toBe(true);
  });

  it('the same content under another id gets the same hold', () => {
    const night = makeNight();
    const first = night.report(kay, tooMany);
    const again = night.report(lee, { ...tooMany, reportId: 'feed-2', reason: 'version 13' });
    expect(again).toEqual({ ...first, reportId: 'feed-2' });
    expect(isHidden(night.board, night.board.seq)).toBe(true);
    expect(night.tally().holds).toBe(1);
  });

  it('the same content after a newer version is a fresh hold, which can be released', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    const outdated = night.pendingHold();
    night.report(kay, { reportId: 'fewer', votes: { ann: 50 } });
    night.report(kay, { ...tooMany, reportId: 'again' });
    const fresh = [...night.board.holds.values()].at(-1)?.holdId ?? outdated;
    expect(night.outcome(release(fresh))).toBe('released');
    expect(night.votes()).toEqual({ ann: 1011, bob: 0 });
    expect(night.board.holds.get(outdated)?.state).toBe('replaced');
  });

  it('newer content takes its place in the queue, and both stay in the record', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    const first = night.pendingHold();
    const newer = night.report(kay, { reportId: 'more', votes: { ann: 1200 } });
    expect(newer).toMatchObject({ outcome: 'held' });
    expect(night.pendingHold()).not.toBe(first);
    expect(night.board.holds.get(night.pendingHold())?.replaces).toEqual([first]);
    expect(night.board.holds.get(first)?.state).toBe('replaced');
    expect(night.tally().holds).toBe(1);
    expect(night.entries.map(({ kind }) => kind)).toEqual([
      'election-loaded',
      'report-held',
      'report-held',
    ]);
    expect(night.outcome(release(first))).toBe('conflict');
  });

  it('newer content of several methods takes the place of all their holds', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    night.report(kay, { ...tooMany, reportId: 'early', method: 'early' });
    const both = [...night.board.holds.keys()];
    const part = { supersedes: true, reason: 'the whole file', votes: { ann: 900 } };
    night.reports(kay, [
      { ...part, reportId: 'a' },
      { ...part, reportId: 'b', method: 'early' },
    ]);
    expect(night.board.holds.get(night.pendingHold())?.replaces).toEqual(both);
    expect(night.entries.at(-1)).toMatchObject({ body: { replaces: both } });
    expect(both.map((id) => night.board.holds.get(id)?.state)).toEqual(['replaced', 'replaced']);
  });

  it.each([
    [null, []],
    ['hold-1', ['hold-1']],
  ] as const)(
    'an earlier record that names one replaced hold, or none, is read: %j',
    (old, now) => {
      const night = makeNight();
      night.report(kay, tooMany);
      const entry = night.entries.at(-1);
      if (entry?.kind !== 'report-held') throw new Error('nothing is held');
      const board = emptyBoard();
      for (const before of night.entries.slice(0, -1)) apply(board, before);
      apply(board, { ...entry, body: { ...entry.body, replaces: old as HoldId | null } });
      expect([...board.holds.values()][0]?.replaces).toEqual(now);
    },
  );

  it('a hold of another method, or of another unit, keeps its own place', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    night.report(kay, { ...tooMany, reportId: 'b', method: 'early' });
    night.report(kay, { ...tooMany, reportId: 'c', unit: SOUTH });
    expect(night.tally().holds).toBe(3);
  });

  it('content that is fewer methods than the hold does not take the place of all of it', () => {
    const night = makeNight();
    const together = { supersedes: true, reason: 'split', votes: { ann: 900 } };
    night.reports(kay, [
      { ...together, reportId: 'a' },
      { ...together, reportId: 'b', method: 'early' },
    ]);
    night.report(kay, tooMany);
    expect([...night.board.holds.values()].map(({ state }) => state)).toEqual([
      'pending',
      'pending',
    ]);
  });
});

describe('a held report that is released', () => {
  it('counts as it was checked, and its content is public', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    const holdId = night.pendingHold();
    expect(night.outcome(release(holdId))).toBe('released');
    expect(night.votes()).toEqual({ ann: 1011, bob: 0 });
    expect(night.tally().holds).toBe(0);
    expect(isHidden(night.board, 2)).toBe(false);
    expect(night.state().cells.get(NORTH)?.get('election-day')).toMatchObject({
      version: 1,
      seq: 3,
    });
  });

  it('released again changes nothing', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    const holdId = night.pendingHold();
    night.give(release(holdId));
    expect(night.outcome(release(holdId))).toBe('released before');
    expect(night.board.seq).toBe(3);
  });

  it('is released by someone other than who keyed it', () => {
    const night = makeNight();
    night.report(eve, tooMany);
    expect(night.outcome(release(night.pendingHold()))).toBe('same-person');
    expect(night.outcome(release(night.pendingHold(), max))).toBe('released');
  });

  it('may be released by who keyed it where the election allows that', () => {
    const night = makeNight(makeElection({ releaseOwn: true }));
    night.report(eve, tooMany);
    expect(night.outcome(release(night.pendingHold()))).toBe('released');
  });

  it('is a conflict where a newer version has been accepted since', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    night.report(kay, { reportId: 'right', votes: { ann: 101 } });
    expect(night.outcome(release(night.pendingHold()))).toBe('conflict');
    expect(night.votes()).toEqual({ ann: 101, bob: 0 });
  });

  it('is not one where only another method has reported since', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    night.report(kay, { reportId: 'e', method: 'early', votes: { bob: 1 } });
    expect(night.outcome(release(night.pendingHold()))).toBe('released');
    expect(night.votes()).toEqual({ ann: 1011, bob: 1 });
  });

  it('is a conflict where it is a total and a part has come since', () => {
    const night = makeNight();
    night.report(kay, { ...tooMany, method: 'total' });
    night.report(kay, { reportId: 'e', method: 'early', votes: { bob: 1 } });
    expect(night.outcome(release(night.pendingHold()))).toBe('conflict');
  });

  it('is a conflict where a part that it supersedes has changed since', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'e', method: 'early', votes: { bob: 5 } });
    const total = { ...tooMany, method: 'total', supersedes: true, reason: 'no split' } as const;
    night.report(kay, total);
    night.report(kay, { reportId: 'f', method: 'early', votes: { bob: 6 } });
    expect(night.outcome(release(night.pendingHold()))).toBe('conflict');
  });

  it('is a conflict where the total that it supersedes has been superseded already', () => {
    const methods = ['election-day', 'early', 'absentee-mail'] as const;
    const units = [makeUnit(NORTH, { methods, parent: 'Hill' })];
    const night = makeNight(makeElection({ contests: [makeMayor({ methods, units })] }));
    const part = { supersedes: true, reason: 'split known' };
    night.report(kay, { reportId: 't', method: 'total', votes: { ann: 5 } });
    night.reports(kay, [
      { ...part, reportId: 'a', votes: { ann: 900 } },
      { ...part, reportId: 'b', method: 'early', votes: { ann: 900 } },
    ]);
    night.report(kay, { ...part, reportId: 'c', method: 'absentee-mail', votes: { ann: 5 } });
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
    expect(night.outcome(release(night.pendingHold()))).toBe('conflict');
  });

  it('is a correction like any other, with its reason', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10 } });
    night.report(kay, { reportId: 'b', votes: { ann: 7 }, reason: 'keyed twice' });
    expect(night.tally().corrections).toEqual([]);
    night.give(release(night.pendingHold()));
    expect(night.tally().corrections).toMatchObject([{ seq: 4, reason: 'keyed twice' }]);
    expect(night.tally().lastChange).toMatchObject({ kind: 'correction' });
  });
});

describe('a held report by whose release something else would be wrong', () => {
  const lock = { type: 'lock', lockId: 'l1', contest: MAYOR, reason: 'odd file', by: eve } as const;
  const unlock = { ...lock, type: 'unlock', lockId: 'u1', reason: 'explained' } as const;

  /** Reports of North that came while the contest was locked, each held for that alone. */
  function lockedNight(...reports: readonly SentReport[]) {
    const night = makeNight();
    night.give(lock);
    for (const [at, report] of reports.entries())
      night.report(kay, { reportId: `${at}`, ...report });
    night.give(unlock);
    return { night, holdIds: [...night.board.holds.keys()] };
  }

  it('stays held: the two of a unit that were held for the lock do not pass its registration', () => {
    const { night, holdIds } = lockedNight(
      { votes: { ann: 600 } },
      { method: 'early', votes: { ann: 600 } },
    );
    const [first, second] = holdIds as [HoldId, HoldId];
    expect(night.outcome(release(first))).toBe('released');
    const given = night.give(release(second));
    expect(given).toMatchObject({
      ok: false,
      reason: {
        code: 'conflict',
        message: expect.stringMatching(/^1,200 ballots .*reject it, and send it again/),
      },
    });
    expect(night.votes()).toEqual({ ann: 600, bob: 0 });
    expect(night.pendingHold()).toBe(second);

    night.give({ type: 'reject-hold', holdId: second, by: eve, reason: 'to be held anew' });
    const again = { reportId: 'again', method: 'early', votes: { ann: 600 } } as const;
    expect(night.report(kay, again)).toMatchObject({ checks: [{ code: 'over-registered' }] });
    expect(night.outcome(release(night.pendingHold()))).toBe('released');
    expect(night.votes()).toEqual({ ann: 1200, bob: 0 });
  });

  it('is released where it was held for that very reason', () => {
    const night = makeNight();
    night.report(kay, { ...tooMany, method: 'early' });
    const holdId = night.pendingHold();
    night.report(kay, { reportId: 'day', votes: { bob: 30 } });
    expect(night.outcome(release(holdId))).toBe('released');
    expect(night.votes()).toEqual({ ann: 1011, bob: 30 });
  });

  it('may lower a number: a release is the deed of an editor', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10 } });
    night.give(lock);
    night.report(eve, { reportId: 'b', votes: { ann: 7 }, reason: 'keyed twice' });
    night.give(unlock);
    expect(night.outcome(release(night.pendingHold(), max))).toBe('released');
    expect(night.votes()).toEqual({ ann: 7, bob: 0 });
  });

  it('never takes a unit beyond its registration unless somebody was shown that it would', () => {
    const anyReport = fc.record({
      method: fc.constantFrom('election-day' as const, 'early' as const),
      votes: fc.record({ ann: fc.nat(900), bob: fc.nat(300) }),
    });
    fc.assert(
      fc.property(
        fc.array(anyReport, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(5), { maxLength: 12 }),
        (reports, order) => {
          const { night, holdIds } = lockedNight(...reports);
          let shown = false;
          for (const at of order) {
            const hold = night.board.holds.get(holdIds[at] ?? ('' as HoldId));
            if (hold === undefined) continue;
            const isReleased = night.outcome(release(hold.holdId)) === 'released';
            shown ||= isReleased && hold.checks.some(({ code }) => code === 'over-registered');
            const { ann = 0, bob = 0 } = night.votes();
            expect(shown || ann + bob <= 1010).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a held report that is rejected', () => {
  it('needs a reason, which the public never reads, and changes no vote', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    const holdId = night.pendingHold();
    const reject = { type: 'reject-hold', holdId, by: eve } as const;
    expect(night.outcome({ ...reject, reason: ' ' })).toBe('reason-needed');
    expect(night.outcome({ ...reject, reason: 'misread' })).toBe('rejected');
    expect(night.entries.at(-1)).toMatchObject({ body: { holdId }, secret: { note: 'misread' } });
    expect(night.votes()).toEqual({ ann: 0, bob: 0 });
    expect(night.tally().holds).toBe(0);
    expect(isHidden(night.board, 2)).toBe(true);
    expect(night.outcome({ ...reject, reason: 'misread' })).toBe('rejected before');
    expect(night.outcome(release(holdId))).toBe('conflict');
  });

  it('is held anew when the same comes under another id', () => {
    const night = makeNight();
    night.report(kay, tooMany);
    const holdId = night.pendingHold();
    night.give({ type: 'reject-hold', holdId, by: eve, reason: 'misread' });
    night.report(kay, { ...tooMany, reportId: 'again' });
    expect(night.pendingHold()).not.toBe(holdId);
  });
});

it('a hold that nobody knows is neither released nor rejected', () => {
  const night = makeNight();
  expect(night.outcome(release('hold-9' as HoldId))).toBe('unknown-hold');
  const reject = { type: 'reject-hold', by: eve, reason: 'x', holdId: 'hold-9' as HoldId } as const;
  expect(night.outcome(reject)).toBe('unknown-hold');
});

describe('while a contest is locked', () => {
  const lock = { type: 'lock', lockId: 'l1', contest: MAYOR, reason: 'odd file', by: eve } as const;
  const unlock = { ...lock, type: 'unlock', lockId: 'u1', reason: 'explained' } as const;

  it('what comes is held, whoever sends it, and never lost', () => {
    const night = makeNight();
    night.give(lock);
    expect(night.tally().locked).toBe(true);
    const answer = night.report(eve, { votes: { ann: 3 } });
    expect(answer).toMatchObject({ outcome: 'held', checks: [{ code: 'locked' }] });
    night.give(unlock);
    expect(night.tally().locked).toBe(false);
    expect(night.outcome(release(night.pendingHold(), max))).toBe('released');
    expect(night.votes()).toEqual({ ann: 3, bob: 0 });
  });

  it('what changes nothing is accepted', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 3 } });
    night.give(lock);
    expect(night.report(kay, { reportId: 'b', votes: { ann: 3 } }).outcome).toBe('accepted');
  });

  it('the lock sent again after the unlocking does not lock again', () => {
    const night = makeNight();
    expect(night.outcome(lock)).toBe('locked');
    expect(night.outcome(unlock)).toBe('unlocked');
    expect(night.outcome(lock)).toBe('locked before');
    expect(night.tally().locked).toBe(false);
    expect(night.outcome({ ...unlock, lockId: 'l1' })).toBe('id-reused');
  });

  it('a lock needs a reason and a contest', () => {
    const night = makeNight();
    expect(night.outcome({ ...lock, reason: '' })).toBe('reason-needed');
    expect(night.outcome({ ...lock, contest: 'sheriff' as typeof MAYOR })).toBe('unknown-contest');
  });
});
