import { describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import { sentenceText } from '../../shared/results/sentence-text.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { makeLate } from '../count/make.ts';
import { CERTIFIED, georgia, makeCall, makeTally, standing } from './make.ts';

function choice({ choices }: Standing, id: string) {
  return present(
    choices.find((one) => one.id === id),
    id,
  );
}

const units = { complete: 208, partial: 0, none: 0 };

describe('Georgia 6th, certified', () => {
  const certified = standing(georgia(), CERTIFIED, { expected: 0 }, { units });

  it('has Ossoff 3,612 votes short of the 96,285 that clear the line', () => {
    expect(certified.counted).toBe(192_569);
    expect(certified.line).toEqual({
      num: 1,
      den: 2,
      strict: true,
      votesToClear: 96_285,
      leaderShortBy: 3_612,
    });
    const ossoff = choice(certified, 'ossoff');
    expect(ossoff).toMatchObject({ votes: 92_673, shareText: '48.1%', rank: 1, overLine: false });
    expect(ossoff.needs).toEqual({ votes: 3_612, of: 0, share: null, state: 'cannot' });
    expect(ossoff.bounds?.min).toBeCloseTo(0.48125, 5);
    expect(ossoff.bounds?.max).toBe(ossoff.bounds?.min);
  });

  it('is a runoff between Ossoff and Handel, and nobody else', () => {
    expect(certified.outcome).toMatchObject({
      state: 'runoff-certain',
      winners: [],
      advancing: ['ossoff', 'handel'],
      tied: [],
      because: { key: 'runoff.all-counted' },
    });
    const others = certified.choices.filter(({ status }) => status === 'out');
    expect(others).toHaveLength(16);
    expect(choice(certified, 'handel')).toMatchObject({ status: 'through', shareText: '19.8%' });
  });

  it('says all of it: who, under the line, by how much, that nothing is left', () => {
    expect(certified.sentence.text).toBe(
      'Certified: Ossoff finished 1.9 points under the line, and Ossoff and Handel advance to a runoff',
    );
    expect(sentenceText(certified.outcome.because, 'en')).toBe(
      'Every vote is counted: Ossoff has 92,673 of 192,569 votes, and 96,285 are needed to win outright.',
    );
  });

  it('is told in the time of Georgia', () => {
    expect(certified.nightAt).toBe('2017-04-25T15:58:00-04:00');
    expect(certified.at).toBe('2017-04-25T19:58:00.000Z');
    expect(certified.asOf).toBeNull();
  });

  it('counts Grawert and Bhuiyan, with 415 votes each, on one rank', () => {
    expect(choice(certified, 'grawert').rank).toBe(11);
    expect(choice(certified, 'bhuiyan').rank).toBe(11);
    expect(choice(certified, 'kremer').rank).toBe(13);
  });
});

describe('Georgia 6th at 11:41 pm', () => {
  const late = [makeLate('provisional', null), makeLate('uocava', null)];
  const contest = georgia({
    certified: null,
    late,
    registration: { is: 'active', all: 520_864, source: 'derived' },
    expectedBy: 'the desk',
  });
  const votes = {
    ossoff: 72_719,
    handel: 26_053,
    hill: 14_552,
    gray: 13_893,
    moody: 12_246,
    wilson: 5_108,
  };
  const night = standing(
    contest,
    votes,
    { bound: null, expected: 48_029 },
    { units: { complete: 113, partial: 0, none: 95 } },
  );

  it('has Ossoff over the line, and that is no win', () => {
    expect(choice(night, 'ossoff')).toMatchObject({
      shareText: '50.3%',
      overLine: true,
      status: 'open',
    });
    expect(night.outcome.state).toBe('open');
    expect(night.sentence.text).toBe(
      'Ossoff is 0.3 points over the line, with about a quarter of the estimated vote still out',
    );
    expect(sentenceText(night.sentence, 'es')).toBe(
      'Ossoff está 0,3 puntos por encima de la línea, con cerca de una cuarta parte del voto estimado por contar',
    );
  });

  it('is bounded by the whole roll only, which proves nothing', () => {
    expect(night.outstanding).toMatchObject({
      bound: 520_864 - 144_571,
      boundBy: 'roll',
      boundMissing: [],
      expected: 48_029,
      expectedTotal: 192_600,
    });
  });

  it('says what Ossoff needs of the expected votes: 49.1%', () => {
    expect(choice(night, 'ossoff').ifExpected?.needs).toMatchObject({
      votes: 23_582,
      of: 48_029,
      state: 'possible',
    });
  });

  it('shows a call as a call, and proves nothing by it', () => {
    const called = standing(
      contest,
      votes,
      { bound: null, expected: 48_029 },
      { calls: [makeCall('runoff', ['ossoff', 'handel'])] },
    );
    expect(called.outcome.state).toBe('open');
    expect(called.sentence.text).toBe(
      'AP calls a runoff between Ossoff and Handel: Ossoff is 0.3 points over the line, with about a quarter of the estimated vote still out',
    );
  });

  it('is not proved when all precincts are in, but once the late ballots are bounded', () => {
    const all = { ...CERTIFIED, ossoff: 92_433 };
    const { out: nothingOut } = makeTally(contest, all);
    const out = { ...nothingOut, byRegistration: { ballots: 0, unknown: 208, overBound: 0 } };
    const unbounded = standing(contest, all, {}, { units, out });
    expect(unbounded.outcome.state).toBe('open');
    expect(unbounded.sentence.text).toBe(
      'Ossoff is 1.9 points under the line, with late ballots still to come',
    );
    const bounded = { ...contest, late: [makeLate('provisional', 1_500), makeLate('uocava', 300)] };
    const proved = standing(bounded, all, {}, { units, out });
    expect(proved.outstanding).toMatchObject({ bound: 1_800, boundBy: 'late' });
    expect(proved.outcome).toMatchObject({
      state: 'runoff-certain',
      advancing: ['ossoff', 'handel'],
      because: { key: 'runoff' },
    });
  });
});
