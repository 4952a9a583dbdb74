import { describe, expect, it } from 'vitest';
import type { Contest } from '../../shared/election/contest.ts';
import { crosses, crossings } from '../../shared/results/crossing.ts';
import { offsetTime } from '../../shared/results/offset-time.ts';
import { printNumber } from '../../shared/results/print-number.ts';
import { shortNames } from '../../shared/results/short-names.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';
import { instant, standing } from './make.ts';

describe('a crossing', () => {
  const contest = makeContest();
  const at = (ann: number, bob: number) => ({ votes: { ann, bob } });

  it('is of whoever changes sides, with where that is now', () => {
    expect(crossings(contest, at(51, 49), at(51, 52))).toEqual([
      { choice: 'ann', side: 'under' },
      { choice: 'bob', side: 'over' },
    ]);
    expect(crosses(contest, at(51, 49), at(60, 40))).toBe(false);
  });

  it('happens on reaching exactly half only where that is enough', () => {
    expect(crossings(contest, at(51, 49), at(51, 51))).toEqual([{ choice: 'ann', side: 'under' }]);
    const rule = {
      type: 'share',
      num: 1,
      den: 2,
      strict: false,
      advance: 2,
      onRequest: false,
    } as const;
    expect(crossings({ ...contest, rule }, at(51, 49), at(51, 51))).toEqual([
      { choice: 'bob', side: 'over' },
    ]);
  });

  it('is not what the first votes do, nor a count without a line', () => {
    expect(crosses(contest, at(0, 0), at(9, 1))).toBe(false);
    expect(crosses(contest, at(9, 1), at(0, 0))).toBe(false);
    const rule = { type: 'plurality', seats: 1 } as const;
    expect(crosses({ ...contest, rule }, at(51, 49), at(51, 52))).toBe(false);
  });

  it('is of a measure, not of its other answer', () => {
    const choices = [makeChoice('ann', 'Yes', { passes: true }), makeChoice('bob', 'No')];
    const measure: Contest = { ...contest, kind: 'measure', choices };
    expect(crossings(measure, at(51, 49), at(51, 52))).toEqual([{ choice: 'ann', side: 'under' }]);
  });
});

describe('a recount', () => {
  const recount = { num: 1, den: 200 };
  const plurality = { type: 'plurality', seats: 1 } as const;

  it('is possible at half a point, and not beyond', () => {
    const contest = makeContest({ recount, rule: plurality });
    expect(standing(contest, { ann: 1005, bob: 995 }).recount).toBe(true);
    expect(standing(contest, { ann: 1006, bob: 994 }).recount).toBe(false);
    expect(standing(contest, {}).recount).toBe(false);
  });

  it('is not spoken of while precincts are out, or where the law knows none', () => {
    const contest = makeContest({ recount, rule: plurality });
    expect(standing(contest, { ann: 1005, bob: 995 }, { bound: 10 }).recount).toBe(false);
    expect(standing(makeContest({ rule: plurality }), { ann: 5, bob: 5 }).recount).toBe(false);
  });

  it('goes by second and third where a runoff is ahead', () => {
    const choices = ['ann', 'bob', 'cyd'].map((id) => makeChoice(id));
    const contest = makeContest({ recount, choices });
    expect(standing(contest, { ann: 900, bob: 551, cyd: 549 }).recount).toBe(true);
    expect(standing(contest, { ann: 900, bob: 580, cyd: 520 }).recount).toBe(false);
    expect(standing(contest, { ann: 1900, bob: 51, cyd: 49 }).recount).toBe(false);
  });

  it('goes by both answers of a measure', () => {
    const choices = [makeChoice('yes', 'Yes', { passes: true }), makeChoice('no', 'No')];
    const contest = makeContest({ kind: 'measure', recount, choices });
    expect(standing(contest, { yes: 995, no: 1005 }).recount).toBe(true);
    expect(standing(contest, { yes: 900, no: 1005 }).recount).toBe(false);
  });
});

it('adds up blocs, without votes that do not count', () => {
  const choices = [
    makeChoice('ann'),
    makeChoice('bob'),
    makeChoice('cyd', 'Cyd', { counts: false, eligible: false }),
  ];
  const blocs = [
    { id: 'R', name: 'Republicans', choices: [choiceId('bob'), choiceId('cyd')] },
    { id: 'D', name: 'Democrats', choices: [choiceId('ann')] },
  ];
  const contest = makeContest({ choices, blocs });
  expect(standing(contest, { ann: 30, bob: 10, cyd: 99 }).blocs).toEqual([
    { id: 'R', name: 'Republicans', votes: 10, share: 0.25 },
    { id: 'D', name: 'Democrats', votes: 30, share: 0.75 },
  ]);
  expect(standing(contest, {}).blocs[0]).toMatchObject({ votes: 0, share: null });
});

describe('the time of a place', () => {
  it.each([
    ['2017-04-25T19:58:00Z', 'America/New_York', '2017-04-25T15:58:00-04:00'],
    ['2017-01-01T04:59:59Z', 'America/New_York', '2016-12-31T23:59:59-05:00'],
    ['2017-04-25T19:58:00Z', 'Asia/Kolkata', '2017-04-26T01:28:00+05:30'],
    ['2017-04-25T19:58:00Z', 'UTC', '2017-04-25T19:58:00+00:00'],
    ['2017-11-05T05:59:59Z', 'America/New_York', '2017-11-05T01:59:59-04:00'],
    ['2017-11-05T06:00:00Z', 'America/New_York', '2017-11-05T01:00:00-05:00'],
  ])('%s in %s is %s', (at, zone, text) => {
    expect(offsetTime(instant(at), zone)).toBe(text);
  });
});

describe('a short name', () => {
  function short(...names: string[]) {
    const choices = names.map((name, at) => makeChoice(`c${at}`, name));
    return [...shortNames(makeContest({ choices })).values()];
  }

  it('is the last word, without what comes after a name', () => {
    expect(short('Jon Ossoff', 'Karen C. Handel', 'Ken Griffey, Jr.', 'Cher')).toEqual([
      'Ossoff',
      'Handel',
      'Griffey',
      'Cher',
    ]);
  });

  it('is the whole name of those who share one, of answers and of write-in lines', () => {
    expect(short('Ann Hill', 'Judson Hill', 'Bob Gray')).toEqual([
      'Ann Hill',
      'Judson Hill',
      'Gray',
    ]);
    const choices = [
      makeChoice('w', 'Write-in votes', { writeIn: true }),
      makeChoice('a', 'Ann Hill'),
    ];
    expect([...shortNames(makeContest({ choices })).values()]).toEqual(['Write-in votes', 'Hill']);
  });
});

it('groups digits as each language does', () => {
  expect(printNumber(92_673, 'en')).toBe('92,673');
  expect(printNumber(9_640, 'en')).toBe('9,640');
  expect(printNumber(92_673, 'es')).toBe('92.673');
  expect(printNumber(9_640, 'es')).toBe('9640');
  expect(printNumber(-1_234_567, 'en')).toBe('−1,234,567');
});
