import { describe, expect, it } from 'vitest';
import type { ChoiceId, ContestId, ElectionId, HoldId } from '../../shared/basics/ids.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { Command } from '../../shared/night/command.ts';
import { makeChoice, makeUnit } from '../count/make.ts';
import {
  ada,
  eve,
  instant,
  kay,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  makeReport,
  NORTH,
  SOUTH,
} from './make-night.ts';

const SHERIFF = 'sheriff' as ContestId;

function load(election: Election, reset = false) {
  return { type: 'load-election', election, reset, by: ada } as const;
}

describe('an election that is loaded', () => {
  it('is there, with nothing counted', () => {
    const night = makeNight(null);
    expect(night.outcome(load(makeElection()))).toBe('loaded');
    expect(night.state()).toMatchObject({ definitionVersion: 1, seq: 1, tally: { open: true } });
  });

  it('as it was before changes nothing', () => {
    const night = makeNight();
    expect(night.outcome(load(makeElection()))).toBe('loaded before');
  });

  it('may not have a contest of another election', () => {
    const night = makeNight();
    const other = makeElection({ id: 'county-2026' as ElectionId });
    expect(night.give(load(other))).toMatchObject({
      reason: { code: 'contest-clash', path: 'contests[0].id' },
    });
  });
});

describe('a changed definition that is loaded again', () => {
  it('adds and renames, and the version of the definition grows', () => {
    const night = makeNight();
    night.report(kay, { votes: { ann: 3 } });
    const contest = makeMayor({
      name: 'Mayor of Hill',
      choices: [makeChoice('ann', 'Ann Ames'), makeChoice('bob'), makeChoice('cy')],
    });
    const added = makeMayor({ id: SHERIFF });
    expect(night.outcome(load(makeElection({ contests: [contest, added] })))).toBe('loaded');
    expect(night.tally().amendments).toMatchObject([{ parts: [], reason: null }]);
    expect(night.state()).toMatchObject({
      definitionVersion: 2,
      contest: { name: 'Mayor of Hill' },
    });
    expect(night.votes()).toEqual({ ann: 3, bob: 0, cy: 0 });
    expect(night.votes(SHERIFF)).toEqual({ ann: 0, bob: 0 });
    expect(night.state().cells.get(NORTH)?.get('election-day')?.votes).toEqual({
      ann: 3,
      bob: 0,
      cy: 0,
    });
    expect(night.report(kay, { reportId: 'b', votes: { ann: 3 } })).toMatchObject({ version: 1 });
  });

  it('drops what has no votes', () => {
    const night = makeNight(makeElection({ contests: [makeMayor(), makeMayor({ id: SHERIFF })] }));
    const contest = makeMayor({
      choices: [makeChoice('ann')],
      units: [makeUnit(NORTH, { parent: 'Hill' })],
    });
    night.give(load(makeElection({ contests: [contest] })));
    expect(night.board.contests.has(SHERIFF)).toBe(false);
    expect(night.votes()).toEqual({ ann: 0 });
    expect(night.state().contest.units.map(({ id }) => id)).toEqual([NORTH]);
  });

  it('forgets what was said of a contest that it drops', () => {
    const both = [makeMayor(), makeMayor({ id: SHERIFF })];
    const night = makeNight(makeElection({ contests: both }));
    const text = { en: 'Sheriff: late papers.' };
    const notice = {
      type: 'post-notice',
      noticeId: 'n',
      contest: SHERIFF,
      text,
      since: null,
    } as const;
    night.give({ ...notice, by: eve });
    night.give(load(makeElection()));
    expect(night.outcome({ type: 'end-notice', noticeId: 'n', by: eve })).toBe('unknown-notice');
    night.give(load(makeElection({ contests: both })));
    expect(night.outcome({ ...notice, by: eve })).toBe('posted');
  });

  it('drops nothing that has votes, held ones included', () => {
    const night = makeNight(makeElection({ contests: [makeMayor(), makeMayor({ id: SHERIFF })] }));
    night.report(kay, { reportId: 'a', unit: SOUTH, method: 'early', votes: { bob: 3 } });
    night.report(kay, { reportId: 'h', contest: SHERIFF, votes: { ann: 2000 } });
    const contest = makeMayor({
      choices: [makeChoice('ann')],
      methods: ['election-day'],
      units: [makeUnit(NORTH, { methods: ['election-day'] })],
    });
    night.give(load(makeElection({ contests: [contest] })));
    expect(night.votes()).toEqual({ ann: 0, bob: 3 });
    expect(night.state().contest.units.map(({ id }) => id)).toEqual([NORTH, SOUTH]);
    expect(night.state().contest.methods).toEqual(['election-day', 'early']);
    expect(night.outcome({ type: 'release-hold', holdId: night.pendingHold(), by: eve })).toBe(
      'released',
    );
    expect(night.votes(SHERIFF)).toEqual({ ann: 2000, bob: 0 });
  });

  it('keeps what was amended, unless the file says something new of it', () => {
    const night = makeNight(makeElection({ contests: [makeMayor({ expectedBy: 'the clerk' })] }));
    const changes = {
      units: { [NORTH]: { expected: 800 }, [SOUTH]: { expected: 700 } },
      choices: { ann: { withdrawn: true } },
    };
    night.give({ type: 'amend', amendId: 'a', contest: MAYOR, changes, reason: 'news', by: eve });
    const units = [
      makeUnit(NORTH, { name: 'Northern', parent: 'Hill' }),
      makeUnit(SOUTH, { name: 'South', parent: 'Hill', expected: 750 }),
    ];
    night.give(load(makeElection({ contests: [makeMayor({ expectedBy: 'the clerk', units })] })));
    expect(night.state().contest).toMatchObject({
      units: [{ name: 'Northern', expected: 800 }, { expected: 750 }],
      choices: [{ withdrawn: true }, { withdrawn: false }],
    });
    expect(night.tally().out.expected).toBe(1550);
  });

  it('never gives one version of a definition to two', () => {
    const night = makeNight(makeElection({ contests: [makeMayor(), makeMayor({ id: SHERIFF })] }));
    night.give(load(makeElection({ contests: [makeMayor()] })));
    night.give(load(makeElection({ contests: [makeMayor(), makeMayor({ id: SHERIFF })] })));
    expect(night.state(SHERIFF).definitionVersion).toBe(3);
  });

  it('leaves a contest that it drops to another election, which begins it anew', () => {
    const both = [makeMayor(), makeMayor({ id: SHERIFF })];
    const night = makeNight(makeElection({ contests: both }));
    const county = makeElection({
      id: 'county-2026' as ElectionId,
      contests: [makeMayor({ id: SHERIFF, name: 'Sheriff of the county' })],
    });
    expect(night.outcome(load(county))).toBe('contest-clash');
    const { definitionVersion } = night.state(SHERIFF);
    night.give(load(makeElection()));
    expect(night.outcome(load(county))).toBe('loaded');
    expect(night.state(SHERIFF)).toMatchObject({
      election: 'county-2026',
      contest: { name: 'Sheriff of the county' },
    });
    expect(night.state(SHERIFF).definitionVersion).toBeGreaterThan(definitionVersion);
    night.report(kay, { reportId: 'b', contest: SHERIFF, votes: { ann: 3 } });
    expect(night.outcome(load(makeElection({ contests: both })))).toBe('contest-clash');
  });

  it('does not open earlier what waits for the polls to close', () => {
    const closing = (text: string | null) =>
      makeElection({
        contests: [makeMayor({ pollsClose: text === null ? null : instant(text) })],
      });
    const night = makeNight(closing('2026-11-04T01:00:00Z'));
    expect(night.outcome(load(closing('2026-11-04T00:50:00Z')))).toBe('loaded');
    expect(night.tally().open).toBe(false);
    night.report(kay, { votes: { ann: 3 } });
    expect(night.outcome(load(closing('2026-11-04T00:40:00Z')))).toBe('not-allowed');
    expect(night.outcome(load(closing(null)))).toBe('not-allowed');
    expect(night.outcome(load(closing('2026-11-04T02:00:00Z')))).toBe('loaded');
    expect(night.tally().open).toBe(false);
  });

  it('with only a new name is taken after the closing was amended', () => {
    const closing = { pollsClose: instant('2026-11-04T01:00:00Z') };
    const night = makeNight(makeElection({ contests: [makeMayor(closing)] }));
    const pollsClose = instant('2026-11-04T02:00:00Z');
    const amendment = { type: 'amend', amendId: 'a', contest: MAYOR, reason: 'queues' } as const;
    expect(night.outcome({ ...amendment, changes: { pollsClose }, by: eve })).toBe('amended');
    night.report(kay, { votes: { ann: 3 } });
    const renamed = makeMayor({ ...closing, name: 'Mayor of Hill' });
    expect(night.outcome(load(makeElection({ contests: [renamed] })))).toBe('loaded');
    expect(night.state().contest).toMatchObject({ name: 'Mayor of Hill', pollsClose });
  });

  it('does not certify what has votes', () => {
    const certified = { at: instant('2026-11-20T00:00:00Z'), source: 'the clerk' };
    const night = makeNight();
    const file = load(makeElection({ contests: [makeMayor({ certified })] }));
    night.report(kay, { votes: { ann: 3 } });
    expect(night.give(file)).toMatchObject({
      reason: { code: 'not-allowed', path: 'contests[0].certified' },
    });
    expect(night.state().contest.certified).toBeNull();
  });

  it('does not change what is proved', () => {
    const units = makeMayor().units.map((unit) => ({ ...unit, methods: ['early'] as const }));
    const night = makeNight(makeElection({ contests: [makeMayor({ units })] }));
    for (const [reportId, unit] of [
      ['n', NORTH],
      ['s', SOUTH],
    ] as const) {
      const votes = { ann: unit === NORTH ? 450 : 451, bob: 350 };
      night.report(kay, { reportId, unit, method: 'early', status: 'complete', votes });
    }
    const late = [{ method: 'provisional', bound: null, source: null, until: null }] as const;
    const file = load(makeElection({ contests: [makeMayor({ units, late, lateNone: null })] }));
    expect(night.give(file)).toMatchObject({
      reason: { code: 'not-allowed', path: 'contests[0]' },
    });
  });
});

it('a closing that a file takes away before anything was reported leaves no embargo', () => {
  const contest = makeMayor({ pollsClose: instant('2026-11-04T01:00:00Z') });
  const night = makeNight(makeElection({ contests: [contest] }));
  night.give(load(makeElection()));
  night.report(kay, { votes: { ann: 3 } });
  expect(night.votes()).toEqual({ ann: 3, bob: 0 });
});

const about = { contest: MAYOR, by: eve, reason: 'news' } as const;
const proposal: Command = {
  ...about,
  type: 'propose-call',
  callId: 'c',
  call: 'too-early',
  choices: [],
  source: null,
};
const amendment: Command = {
  ...about,
  type: 'amend',
  amendId: 'a',
  changes: { choices: { ['ann' as ChoiceId]: { withdrawn: true } } },
};
const notice: Command = {
  type: 'post-notice',
  noticeId: 'n',
  contest: MAYOR,
  text: { en: 'A test.' },
  since: null,
  by: eve,
};
const lock = { ...about, type: 'lock', lockId: 'l' } as const;

describe('a test election', () => {
  const test = makeElection({ stage: 'test' });

  it.each([
    ['with --reset', load(test, true)],
    ['as live', load(makeElection())],
  ])('is emptied by loading it again %s', (_, command) => {
    const night = makeNight(test);
    const text = { en: 'A test.' };
    const notice = {
      type: 'post-notice',
      noticeId: 'n',
      contest: MAYOR,
      text,
      since: null,
    } as const;
    night.give({ ...notice, by: eve });
    night.report(kay, { reportId: 'a', votes: { ann: 3 } });
    night.report(kay, { reportId: 'h', votes: { ann: 2000 } });
    expect(night.outcome(command)).toBe('reset');
    expect(night.entries.slice(-2).map(({ kind }) => kind)).toEqual([
      'election-reset',
      'election-loaded',
    ]);
    expect(night.tally()).toMatchObject({ votes: { ann: 0, bob: 0 }, notices: [], holds: 0 });
    expect(night.board.holds.size + night.board.reportIds.size + night.board.notices.size).toBe(0);
    expect(night.report(kay, { reportId: 'a', votes: { ann: 1 } })).toMatchObject({ version: 1 });
  });

  it('that is empty already is not emptied again', () => {
    const night = makeNight(test);
    expect(night.outcome(load(test, true))).toBe('reset before');
    night.report(kay, { votes: { ann: 3 } });
    night.give(load(test, true));
    const { seq } = night.board;
    expect(night.outcome(load(test, true))).toBe('reset before');
    expect(night.board.seq).toBe(seq);
  });

  it.each<[string, Command[]]>([
    ['a call that waits for a second person', [proposal]],
    ['an amendment that is on record', [amendment]],
    ['a notice, ended', [notice, { type: 'end-notice', noticeId: 'n', by: eve }]],
    ['a lock, released', [lock, { ...lock, type: 'unlock', lockId: 'u' }]],
    [
      'a hold, rejected',
      [
        { type: 'report', by: kay, reports: [makeReport({ votes: { ann: 2000 } })] },
        { type: 'reject-hold', holdId: 'h1' as HoldId, reason: 'no', by: eve },
      ],
    ],
  ])('with nothing counted is emptied all the same of %s', (_what, commands) => {
    const night = makeNight(test);
    for (const command of commands) {
      const held = [...night.board.holds.keys()][0];
      const isReject = command.type === 'reject-hold' && held !== undefined;
      expect(night.give(isReject ? { ...command, holdId: held } : command)).toMatchObject({
        ok: true,
      });
    }
    expect(night.outcome(load(test, true))).toBe('reset');
    const { proposals, amendments, notices, lockIds, holds, reportIds } = night.board;
    const left = [proposals, amendments, notices, lockIds, holds, reportIds];
    expect(left.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(night.outcome(load(test, true))).toBe('reset before');
  });

  it('leaves other elections as they are', () => {
    const night = makeNight(test);
    const other = makeElection({
      id: 'other' as ElectionId,
      contests: [makeMayor({ id: SHERIFF })],
    });
    night.give(load(other));
    night.report(kay, { contest: SHERIFF, votes: { ann: 3 } });
    night.report(kay, { reportId: 'b', votes: { ann: 3 } });
    night.give(load(test, true));
    expect(night.votes(SHERIFF)).toEqual({ ann: 3, bob: 0 });
    expect(night.board.reportIds.size).toBe(1);
  });
});

it('a live election is never emptied, nor made a test', () => {
  const night = makeNight();
  night.report(kay, { votes: { ann: 3 } });
  expect(night.outcome(load(makeElection(), true))).toBe('not-allowed');
  expect(night.outcome(load(makeElection({ stage: 'test' })))).toBe('not-allowed');
  expect(night.votes()).toEqual({ ann: 3, bob: 0 });
});
