import { describe, expect, it } from 'vitest';
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
  NORTH,
  SOUTH,
} from './make-night.ts';

describe('a report', () => {
  it('is merged with what the unit and method have: a choice left out keeps what it had', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10, bob: 4 } });
    night.report(kay, { reportId: 'b', votes: { bob: 7 } });
    expect(night.votes()).toEqual({ ann: 10, bob: 7 });
  });

  it('replaces the one before it: votes are cumulative', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10 } });
    night.report(kay, { reportId: 'b', votes: { ann: 12 } });
    expect(night.votes()).toEqual({ ann: 12, bob: 0 });
  });

  it('is given the next version of its unit and method', () => {
    const night = makeNight();
    const versions = [
      night.report(kay, { reportId: 'a', votes: { ann: 1 } }),
      night.report(kay, { reportId: 'b', votes: { ann: 2 } }),
      night.report(kay, { reportId: 'c', method: 'early', votes: { ann: 2 } }),
      night.report(kay, { reportId: 'd', unit: SOUTH, votes: { ann: 2 } }),
    ].map((answer) => ('version' in answer ? answer.version : null));
    expect(versions).toEqual([1, 2, 1, 1]);
  });

  it('that changes nothing is accepted with the version there is, and moves nothing', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    night.report(kay, { reportId: 'b', votes: { ann: 2 } });
    const { seq } = night.board;
    expect(night.report(kay, { reportId: 'c', votes: { ann: 2 } })).toEqual({
      reportId: 'c',
      outcome: 'accepted',
      seq,
      version: 2,
    });
    expect(night.entries.at(-1)?.kind).toBe('reports-noted');
    expect(night.tally().votes).toMatchObject({ ann: 2 });
  });

  it('that changed nothing is remembered: sent again later, it undoes nothing', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10 } });
    const same = { reportId: 'b', votes: { ann: 10 } };
    const first = night.report(kay, same);
    night.report(kay, { reportId: 'c', votes: { ann: 20 } });
    expect(night.report(kay, same)).toMatchObject({ outcome: 'duplicate', reportId: 'b' });
    expect(first).toMatchObject({ outcome: 'accepted', version: 1 });
    expect(night.votes()).toMatchObject({ ann: 20 });
  });

  it('of no votes at all counts as a report: zero is a value', () => {
    const night = makeNight();
    const answer = night.report(kay, { votes: { ann: 0, bob: 0 }, status: 'complete' });
    expect(answer).toMatchObject({ outcome: 'accepted', version: 1 });
    expect(night.tally().units).toEqual({ complete: 1, partial: 0, none: 1 });
  });

  it('of a total is always legal', () => {
    const night = makeNight();
    expect(night.report(kay, { method: 'total', votes: { ann: 3 } }).outcome).toBe('accepted');
  });
});

describe('a report sent again', () => {
  it('with the same content gets its first answer and changes nothing', () => {
    const night = makeNight();
    const first = night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    night.report(kay, { reportId: 'b', votes: { ann: 5 } });
    const { seq } = night.board;
    const again = night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    expect(first).toMatchObject({ outcome: 'accepted', version: 1 });
    expect(again).toEqual({
      reportId: 'a',
      outcome: 'duplicate',
      first: { outcome: 'accepted', seq: 2, version: 1 },
    });
    expect(night.board.seq).toBe(seq);
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
  });

  it('with other content is refused', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    expect(night.report(kay, { reportId: 'a', votes: { ann: 2 } }).outcome).toBe('id-reused');
    expect(night.report(kay, { reportId: 'a', status: 'complete' }).outcome).toBe('id-reused');
  });

  it('with its votes in another order is the same', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1, bob: 2 } });
    const again = night.report(kay, { reportId: 'a', votes: { bob: 2, ann: 1 } });
    expect(again.outcome).toBe('duplicate');
  });

  it('after a refusal is looked at anew: refusals are not remembered', () => {
    const night = makeNight();
    const early = { reportId: 'x', votes: { ann: 1 }, basedOn: 1 };
    expect(night.report(kay, early).outcome).toBe('conflict');
    night.report(kay, { reportId: 'a', votes: { bob: 1 } });
    expect(night.report(kay, early).outcome).toBe('accepted');
  });

  it('that was held gets the hold it got, also once it was rejected', () => {
    const night = makeNight();
    const report = { reportId: 'a', votes: { ann: 2000 } };
    const first = night.report(kay, report);
    const holdId = night.pendingHold();
    night.give({ type: 'reject-hold', by: eve, holdId, reason: 'misread' });
    expect(night.report(kay, report)).toMatchObject({ outcome: 'duplicate', first: { holdId } });
    expect(first).toMatchObject({ outcome: 'held', holdId });
  });
});

describe('a report that says what it was based on', () => {
  it('is accepted where that is the version there is, 0 before the first', () => {
    const night = makeNight();
    expect(night.report(kay, { reportId: 'a', votes: { ann: 1 }, basedOn: 0 }).outcome).toBe(
      'accepted',
    );
    expect(night.report(lee, { reportId: 'b', votes: { ann: 2 }, basedOn: 1 }).outcome).toBe(
      'accepted',
    );
  });

  it('is refused where another version came since: operators never overwrite each other unknowingly', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1 }, basedOn: 0 });
    expect(night.report(lee, { reportId: 'b', votes: { ann: 9 }, basedOn: 0 }).outcome).toBe(
      'conflict',
    );
    expect(night.votes()).toEqual({ ann: 1, bob: 0 });
  });
});

describe('a report is refused that', () => {
  it.each([
    ['unknown-contest', { contest: 'sheriff' }, 'contest'],
    ['unknown-unit', { unit: 'hill/east' }, 'unit'],
    ['unknown-unit', { unit: 'constructor' }, 'unit'],
    ['unknown-method', { method: 'provisional' }, 'method'],
    ['unknown-choice', { votes: { cat: 1 } }, 'votes.cat'],
    ['unknown-choice', { votes: { toString: 1 } }, 'votes.toString'],
    ['not-an-integer', { votes: { ann: 1.5 } }, 'votes.ann'],
    ['not-an-integer', { votes: { ann: Number.NaN } }, 'votes.ann'],
    ['negative', { votes: { ann: -1 } }, 'votes.ann'],
    ['negative', { undervotes: -1 }, 'undervotes'],
    ['too-large', { votes: { ann: 1e12 } }, 'votes.ann'],
    ['too-large', { ballotsCast: 1e12 }, 'ballotsCast'],
  ] as const)('has %s: %j', (code, report, path) => {
    const night = makeNight();
    const refused = night.reports(kay, [report]);
    expect(refused).toMatchObject({ ok: false, reason: { code, path } });
    expect(night.board.reportIds.size).toBe(0);
    expect(night.board.seq).toBe(1);
  });
});

describe('a correction', () => {
  it.each([
    ['lowers a vote', { votes: { ann: 9 } }],
    ['lowers to zero', { votes: { ann: 0 } }],
    ['lowers the ballots cast', { ballotsCast: 19 }],
    ['lowers the undervotes', { undervotes: 0 }],
  ])(
    'that %s is refused without a reason, and held with one unless an editor sends it',
    (_, change) => {
      const first = { votes: { ann: 10 }, ballotsCast: 20, overvotes: 1, undervotes: 1 };
      for (const [by, outcome] of [
        [kay, 'held'],
        [eve, 'accepted'],
        [ada, 'accepted'],
      ] as const) {
        const night = makeNight();
        night.report(kay, { reportId: 'a', ...first });
        expect(night.report(by, { reportId: 'b', ...change }).outcome).toBe('reason-needed');
        expect(night.report(by, { reportId: 'b', ...change, reason: '  ' }).outcome).toBe(
          'reason-needed',
        );
        const answer = night.report(by, { reportId: 'b', ...change, reason: 'keyed twice' });
        expect(answer.outcome).toBe(outcome);
        if (outcome === 'held') expect(answer).toMatchObject({ checks: [{ code: 'drop' }] });
      }
    },
  );

  it('of a complete report needs a reason and is then accepted from anyone', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10 }, status: 'complete' });
    const more = { reportId: 'b', votes: { ann: 11 }, status: 'complete' } as const;
    expect(night.report(kay, more).outcome).toBe('reason-needed');
    expect(night.report(kay, { ...more, reason: 'one more found' }).outcome).toBe('accepted');
    expect(night.report(kay, { reportId: 'c', status: 'partial' }).outcome).toBe('reason-needed');
  });

  it('stays in the public record with its reason, from what to what', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10, bob: 3 } });
    night.report(eve, { reportId: 'b', votes: { ann: 7 }, reason: 'keyed twice' });
    expect(night.tally().corrections).toEqual([
      {
        seq: 3,
        nightAt: '2026-11-04T00:00:00.000Z',
        unit: NORTH,
        unitName: 'North, Hill',
        method: 'election-day',
        changes: [{ choice: 'ann', from: 10, to: 7 }],
        reason: 'keyed twice',
      },
    ]);
    expect(night.tally().lastChange).toMatchObject({ kind: 'correction', county: 'Hill', seq: 3 });
  });

  it('is one of the newest twenty that readers are shown', () => {
    const night = makeNight();
    night.report(kay, { votes: { ann: 100 } });
    for (let less = 1; less <= 25; less++) {
      night.report(eve, { reportId: `c${less}`, votes: { ann: 100 - less }, reason: `${less}` });
    }
    const reasons = night.tally().corrections.map(({ reason }) => reason);
    expect(reasons).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 6}`));
  });
});

describe('a total and its parts', () => {
  it('are never side by side', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    expect(night.report(kay, { reportId: 't', method: 'total' }).outcome).toBe('total-and-parts');
    night.report(kay, { reportId: 's', unit: SOUTH, method: 'total', votes: { ann: 1 } });
    expect(night.report(kay, { reportId: 'p', unit: SOUTH }).outcome).toBe('total-and-parts');
  });

  it('a total takes the place of the parts when it says so and why', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1, bob: 2 } });
    night.report(kay, { reportId: 'b', method: 'early', votes: { ann: 3, bob: 4 } });
    const total = {
      reportId: 't',
      method: 'total',
      votes: { ann: 5, bob: 6 },
      supersedes: true,
    } as const;
    expect(night.report(kay, total).outcome).toBe('reason-needed');
    expect(night.report(kay, { ...total, reason: 'no split' })).toMatchObject({
      outcome: 'accepted',
      version: 1,
    });
    expect(night.votes()).toEqual({ ann: 5, bob: 6 });
    expect([...(night.state().cells.get(NORTH)?.keys() ?? [])]).toEqual(['total']);
    expect(night.tally().corrections).toMatchObject([
      {
        method: null,
        changes: [{ choice: 'ann', from: 4, to: 5 }],
      },
    ]);
  });

  it('parts in one request take the place of a total in one entry, with no dip in between', () => {
    const night = makeNight();
    night.report(kay, { reportId: 't', method: 'total', votes: { ann: 10, bob: 10 } });
    const parts = [
      { reportId: 'a', votes: { ann: 6, bob: 5 }, supersedes: true, reason: 'split known' },
      {
        reportId: 'b',
        method: 'early',
        votes: { ann: 5, bob: 5 },
        supersedes: true,
        reason: 'split known',
      },
    ] as const;
    const given = night.reports(kay, parts);
    expect(given).toMatchObject({
      value: {
        outcomes: [
          { outcome: 'accepted', version: 1 },
          { outcome: 'accepted', version: 1 },
        ],
      },
    });
    expect(night.entries.map(({ kind }) => kind)).toEqual([
      'election-loaded',
      'reports-accepted',
      'reports-accepted',
    ]);
    expect(night.votes()).toEqual({ ann: 11, bob: 10 });
  });

  it("a drop is judged by the unit's sums", () => {
    const night = makeNight();
    night.report(kay, { reportId: 't', method: 'total', votes: { ann: 10, bob: 10 } });
    const part = { reportId: 'a', votes: { ann: 10, bob: 9 }, supersedes: true, reason: 'split' };
    expect(night.report(kay, part)).toMatchObject({ outcome: 'held', checks: [{ code: 'drop' }] });
    expect(night.votes()).toEqual({ ann: 10, bob: 10 });
    expect(night.report(eve, { ...part, reportId: 'b' }).outcome).toBe('accepted');
    expect(night.votes()).toEqual({ ann: 10, bob: 9 });
  });

  it('versions never restart, not even when a part is superseded and comes back', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    night.report(kay, { reportId: 'b', votes: { ann: 2 } });
    night.report(kay, {
      reportId: 't',
      method: 'total',
      votes: { ann: 3 },
      supersedes: true,
      reason: 'no split',
    });
    const back = { reportId: 'c', votes: { ann: 4 }, supersedes: true, reason: 'split again' };
    expect(night.report(kay, back)).toMatchObject({ outcome: 'accepted', version: 3 });
  });

  it('reports that stand or fall together are superseding ones of one unit, each of another method', () => {
    const one = { reportId: 'a', supersedes: true, reason: 'x' };
    const two = { reportId: 'b', method: 'early', supersedes: true, reason: 'x' } as const;
    const codeOf = (...reports: Parameters<ReturnType<typeof makeNight>['reports']>[1]) => {
      const given = makeNight().reports(kay, reports);
      return given.ok ? 'accepted' : given.reason.code;
    };
    expect(codeOf(one, two)).toBe('accepted');
    expect(codeOf()).toBe('invalid');
    expect(codeOf(one, { ...two, unit: SOUTH })).toBe('invalid');
    expect(codeOf(one, { ...two, method: 'election-day' })).toBe('invalid');
    expect(codeOf(one, { ...two, supersedes: false })).toBe('invalid');
    expect(codeOf(one, { ...two, reportId: 'a' })).toBe('id-reused');
    expect(codeOf(one, { ...two, method: 'total' })).toBe('total-and-parts');
  });

  it('late ballots stand beside a total', () => {
    const methods = ['election-day', 'provisional'] as const;
    const contest = makeMayor({
      methods,
      late: [{ method: 'provisional', bound: null, source: null, until: null }],
      lateNone: null,
      units: [makeUnit(NORTH, { methods })],
    });
    const night = makeNight(makeElection({ contests: [contest] }));
    night.report(kay, { reportId: 't', method: 'total', votes: { ann: 3 }, status: 'complete' });
    const late = { reportId: 'p', method: 'provisional', votes: { ann: 1 } } as const;
    expect(night.report(kay, late).outcome).toBe('accepted');
    expect(night.votes(MAYOR)).toEqual({ ann: 4, bob: 0 });
    const more = {
      reportId: 'u',
      method: 'total',
      votes: { ann: 4 },
      status: 'complete',
      reason: 'recount',
    } as const;
    expect(night.report(kay, more).outcome).toBe('accepted');
    expect(night.votes(MAYOR)).toEqual({ ann: 5, bob: 0 });
  });
});
