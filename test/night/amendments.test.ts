import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/election/amendment.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { makeChoice, makeLate } from '../count/make.ts';
import {
  ANN,
  BOB,
  eve,
  instant,
  kay,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  max,
  type Night,
  NORTH,
  SOUTH,
} from './make-night.ts';

const CLOSE = instant('2026-11-04T00:30:00Z');

function amend(changes: Amendment, amendId = 'a1') {
  return { type: 'amend', amendId, contest: MAYOR, changes, reason: 'news', by: eve } as const;
}
const confirm = { type: 'confirm-amendment', amendId: 'a1', by: max } as const;

/** All counted: 899 for Ann and 701 for Bob of 1,010 registered in each precinct. */
function countedNight(parts: Parameters<typeof makeMayor>[0] = {}): Night {
  const contest = makeMayor({ methods: ['election-day'], ...parts });
  const units = contest.units.map((unit) => ({ ...unit, methods: ['election-day'] as const }));
  const night = makeNight(makeElection({ contests: [{ ...contest, units }] }));
  const status = 'complete';
  night.report(kay, { reportId: 'n', status, votes: { ann: 450, bob: 350 } });
  night.report(kay, { reportId: 's', unit: SOUTH, status, votes: { ann: 449, bob: 351 } });
  return night;
}

describe('an amendment', () => {
  it('changes what it names and leaves the rest, votes above all', () => {
    const night = makeNight(makeElection({ contests: [makeMayor({ expectedBy: 'the clerk' })] }));
    night.report(kay, { votes: { ann: 3 } });
    const changes: Amendment = {
      units: { [NORTH]: { turnout: { early: 10 }, expected: 90 }, [SOUTH]: { registered: 900 } },
      choices: { [BOB]: { withdrawn: true } },
      late: [makeLate('provisional', 7)],
      next: { contest: null, name: 'Runoff', date: '2026-12-01' },
    };
    expect(night.outcome(amend(changes))).toBe('amended');
    expect(night.state()).toMatchObject({
      definitionVersion: 2,
      contest: {
        name: 'Mayor',
        late: [{ method: 'provisional', bound: 7 }],
        lateNone: null,
        next: { name: 'Runoff' },
        choices: [{ withdrawn: false }, { withdrawn: true, eligible: true }],
        units: [
          { registered: 1010, expected: 90, turnout: { early: 10 } },
          { registered: 900, expected: null, turnout: {} },
        ],
      },
    });
    expect(night.votes()).toEqual({ ann: 3, bob: 0 });
    expect(night.tally().lastChange).toMatchObject({ kind: 'amendment', seq: 3 });
  });

  it('tells readers what of the definition it changed, and why', () => {
    const night = makeNight();
    night.give(
      amend({ choices: { [BOB]: { withdrawn: true } }, units: { [NORTH]: { registered: 9 } } }),
    );
    expect(night.tally().amendments).toEqual([
      { seq: 2, nightAt: night.state().nightAt, parts: ['units', 'choices'], reason: 'news' },
    ]);
  });

  it('that waits for a second person tells readers nothing', () => {
    const night = countedNight();
    night.give(amend({ late: [makeLate('provisional', 300)] }));
    expect(night.tally().amendments).toBeUndefined();
    night.give(confirm);
    expect(night.tally().amendments).toMatchObject([{ parts: ['late'] }]);
  });

  it('is one of the newest twenty that are told', () => {
    const night = makeNight();
    for (let nth = 1; nth <= 22; nth++) {
      night.give(amend({ choices: { [BOB]: { withdrawn: nth % 2 === 1 } } }, `a${nth}`));
    }
    expect(night.tally().amendments?.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 4),
    );
  });

  it('adds to the turnout that is known, method by method', () => {
    const night = makeNight();
    night.give(amend({ units: { [NORTH]: { turnout: { early: 10 } } } }));
    night.give(amend({ units: { [NORTH]: { turnout: { 'election-day': 20 } } } }, 'a2'));
    expect(night.state().contest.units[0]?.turnout).toEqual({ early: 10, 'election-day': 20 });
  });

  it('reckons the sums anew', () => {
    const night = makeNight(makeElection({ contests: [makeMayor({ expectedBy: 'the clerk' })] }));
    night.give(amend({ units: { [NORTH]: { expected: 90 } } }));
    expect(night.tally().out.expected).toBe(90);
  });

  it('sent again changes nothing; with another content it is refused', () => {
    const night = makeNight();
    night.give(amend({ choices: { [BOB]: { withdrawn: true } } }));
    expect(night.outcome(amend({ choices: { [BOB]: { withdrawn: true } } }))).toBe(
      'amended before',
    );
    expect(night.outcome(amend({ choices: { [ANN]: { withdrawn: true } } }))).toBe('id-reused');
    expect(night.outcome({ ...confirm, by: eve })).toBe('amended before');
    expect(night.board.seq).toBe(2);
  });

  it.each([
    ['invalid', {}, 'changes'],
    ['invalid', { units: {} }, 'changes'],
    ['invalid', { units: { [NORTH]: {} }, choices: { [ANN]: {} } }, 'changes'],
    ['unknown-unit', { units: { 'hill/east': {} } }, 'changes.units.hill/east'],
    ['unknown-unit', { units: { constructor: {} } }, 'changes.units.constructor'],
    ['unknown-choice', { choices: { zoe: { withdrawn: true } } }, 'changes.choices.zoe'],
    [
      'unknown-method',
      { units: { [NORTH]: { turnout: { uocava: 1 } } } },
      `changes.units.${NORTH}.turnout`,
    ],
    ['negative', { units: { [NORTH]: { registered: -1 } } }, `changes.units.${NORTH}.registered`],
    [
      'not-an-integer',
      { units: { [NORTH]: { turnout: { early: 0.5 } } } },
      `changes.units.${NORTH}.turnout.early`,
    ],
    ['invalid', { units: { [NORTH]: { expected: 9 } } }, `changes.units.${NORTH}.expected`],
    ['negative', { late: [makeLate('provisional', -1)] }, 'changes.late[0].bound'],
    ['invalid', { late: [] }, 'changes.late'],
    ['invalid', { late: [makeLate('provisional', 1)], lateNone: 'the law' }, 'changes.late'],
    ['invalid', { late: [makeLate('total', 1)] }, 'changes.late[0].method'],
    [
      'invalid',
      { late: [makeLate('provisional', 1), makeLate('provisional', 1)] },
      'changes.late[1].method',
    ],
  ] as const)('is refused (%s): %j', (code, changes, path) => {
    const night = makeNight();
    const sent = amend(changes as Amendment); // as it may come from outside
    expect(night.give(sent)).toMatchObject({ ok: false, reason: { code, path } });
  });

  it('needs a reason and a contest', () => {
    const night = makeNight();
    expect(night.outcome({ ...amend({}), reason: ' ' })).toBe('reason-needed');
    expect(night.outcome({ ...amend({}), contest: 'x' as typeof MAYOR })).toBe('unknown-contest');
    expect(night.outcome(confirm)).toBe('unknown-amendment');
  });
});

describe('an amendment waits for a second person', () => {
  it.each<[string, Amendment]>([
    ['certifies', { certified: { at: CLOSE, source: 'the clerk' } }],
    ['takes a certification back', { certified: null }],
    ['closes the polls earlier', { pollsClose: instant('2026-11-04T00:20:00Z') }],
  ])('that %s', (_, changes) => {
    const night = makeNight(makeElection({ contests: [makeMayor({ pollsClose: CLOSE })] }));
    const before = night.state();
    expect(night.outcome(amend(changes))).toBe('proposed');
    expect(night.state()).toBe(before);
    expect(night.state().definitionVersion).toBe(1);
    expect(isHidden(night.board, 2)).toBe(true);
    expect(night.outcome({ ...confirm, by: eve })).toBe('same-person');
    expect(night.outcome(confirm)).toBe('amended');
    expect(isHidden(night.board, 2)).toBe(false);
    expect(night.state()).toMatchObject({ definitionVersion: 2, contest: changes });
    expect(night.outcome(confirm)).toBe('amended before');
  });

  it('but not one that closes them later', () => {
    const night = makeNight(makeElection({ contests: [makeMayor({ pollsClose: CLOSE })] }));
    const changes = { pollsClose: instant('2026-11-04T01:00:00Z') };
    expect(night.outcome(amend(changes))).toBe('amended');
  });

  it.each<[string, Amendment]>([
    ['says that no late ballots come', { late: [], lateNone: 'state law' }],
    ['gives late ballots a bound', { late: [makeLate('uocava', 9), makeLate('provisional', 9)] }],
    ['lowers a bound', { late: [makeLate('uocava', null), makeLate('provisional', 8)] }],
    ['drops a late method', { late: [makeLate('uocava', null)] }],
  ])('that %s, even before the count', (_, changes) => {
    const late = [makeLate('uocava', null), makeLate('provisional', 9)];
    const night = makeNight(makeElection({ contests: [makeMayor({ late, lateNone: null })] }));
    expect(night.outcome(amend(changes))).toBe('proposed');
    expect(night.outcome(confirm)).toBe('amended');
    expect(night.state().contest).toMatchObject({ lateNone: null, ...changes });
  });

  it('but not one that lets more late ballots come', () => {
    const night = makeNight(
      makeElection({ contests: [makeMayor({ late: [makeLate('uocava', 9)] })] }),
    );
    const late = [makeLate('uocava', null), makeLate('provisional', 5)];
    expect(night.outcome(amend({ late }))).toBe('amended');
  });

  it('that would take back what is proved', () => {
    const night = countedNight();
    expect(night.outcome(amend({ late: [makeLate('provisional', 300)] }))).toBe('proposed');
    expect(night.outcome(amend({ late: [makeLate('provisional', 100)] }, 'a2'))).toBe('amended');
  });

  it('that would prove more than is proved', () => {
    const night = countedNight({ late: [makeLate(null, null)], lateNone: null });
    expect(night.outcome(amend({ late: [makeLate('provisional', 100)] }))).toBe('proposed');
    night.give(confirm);
    expect(night.state().contest.late).toEqual([makeLate('provisional', 100)]);
  });

  it("that takes a choice's votes out of the total, where that decides", () => {
    const choices = [makeChoice('ann'), makeChoice('bob')];
    const night = countedNight({ choices });
    expect(night.outcome(amend({ choices: { [ANN]: { counts: false } } }))).toBe('proposed');
  });

  it('is checked again when it is confirmed, for the definition may be another by then', () => {
    const night = makeNight();
    const certified = { at: CLOSE, source: 'the clerk' };
    night.give(amend({ certified, units: { [SOUTH]: { registered: 5 } } }));
    const contest = makeMayor();
    const units = contest.units.filter(({ id }) => id === NORTH);
    const election = makeElection({ contests: [{ ...contest, units }] });
    night.give({ type: 'load-election', election, reset: false, by: eve });
    expect(night.outcome(confirm)).toBe('unknown-unit');
  });
});

describe('a certainty that is taken back', () => {
  it("by a correction is said in the record, with the correction's reason", () => {
    const night = countedNight();
    const fixed = {
      status: 'complete',
      reason: 'columns swapped',
      votes: { ann: 350, bob: 451 },
    } as const;
    night.report(eve, { reportId: 'fix', ...fixed });
    expect(night.entries.slice(-2)).toMatchObject([
      { kind: 'reports-accepted', seq: 4 },
      {
        kind: 'certainty-withdrawn',
        seq: 5,
        body: { was: 'win-certain', choices: ['ann'], causeSeq: 4 },
        secret: { by: 'eve' },
      },
    ]);
    expect(night.tally().corrections).toMatchObject([
      { seq: 4, changes: [{ choice: 'ann' }, { choice: 'bob' }] },
      {
        seq: 5,
        reason: 'columns swapped',
        changes: [],
        withdrawn: { was: 'win-certain', choices: ['ann'] },
      },
    ]);
    expect(night.tally().lastChange).toMatchObject({ kind: 'correction', seq: 4 });
  });

  it("by an amendment is said with the amendment's reason", () => {
    const night = countedNight();
    night.give(amend({ late: [makeLate('provisional', 300)] }));
    night.give(confirm);
    expect(night.entries.at(-1)).toMatchObject({
      kind: 'certainty-withdrawn',
      body: { was: 'win-certain', cause: 'amended', reason: 'news' },
    });
    expect(night.tally().corrections).toMatchObject([{ reason: 'news', changes: [] }]);
  });

  it('by a report that gives no reason is said with what happened', () => {
    const methods = ['election-day', 'provisional'] as const;
    const late = [makeLate('provisional', 50)];
    const contest = makeMayor({ methods, late, lateNone: null });
    const units = contest.units.map((unit) => ({ ...unit, methods }));
    const night = makeNight(makeElection({ contests: [{ ...contest, units }] }));
    const counted = { status: 'complete', votes: { ann: 450, bob: 350 } } as const;
    night.report(kay, { reportId: 'n', ...counted });
    night.report(kay, { reportId: 's', unit: SOUTH, ...counted, votes: { ann: 449, bob: 351 } });
    night.report(kay, { reportId: 'p', method: 'provisional', votes: { bob: 60 } });
    expect(night.entries.at(-1)).toMatchObject({
      kind: 'certainty-withdrawn',
      body: { cause: 'reports-accepted', reason: 'more votes were counted' },
    });
    expect(night.tally().corrections).toMatchObject([{ reason: 'more votes were counted' }]);
  });
});
