import { expect, it } from 'vitest';
import { contestIndex } from '../../shared/count/contest-index.ts';
import { choiceId, makeChoice, makeContest, makeLate, makeUnit, unitId } from './make.ts';

const contest = makeContest({
  choices: [makeChoice('constructor', 'Con Structor'), makeChoice('bob')],
  late: [makeLate('provisional', null), makeLate(null, null)],
  units: [
    makeUnit('a', { parent: 'toString' }),
    makeUnit('b', { parent: 'Cobb' }),
    makeUnit('c', { parent: 'Cobb', kind: 'central' }),
    makeUnit('d', { parent: null }),
  ],
});

it('finds units and choices by their ids, and nothing by what every object has', () => {
  const index = contestIndex(contest);
  expect(index.units.get(unitId('b'))).toBe(contest.units[1]);
  expect(index.choices.get(choiceId('constructor'))?.name).toBe('Con Structor');
  expect(index.choices.get(choiceId('toString'))).toBeUndefined();
});

it('gathers counties in the order of the definition, units without one under no name', () => {
  const counties = [...contestIndex(contest).counties];
  expect(counties.map(([name, units]) => [name, units.map(({ id }) => id)])).toEqual([
    ['toString', ['a']],
    ['Cobb', ['b', 'c']],
    ['', ['d']],
  ]);
});

it('makes a group of each unit, and of a county with a central unit', () => {
  const { groups, groupOf } = contestIndex(contest);
  expect(groups.map(({ units }) => units.map(({ id }) => id))).toEqual([['a'], ['b', 'c'], ['d']]);
  expect(groupOf.get(unitId('c'))).toBe(groups[1]);
});

it('knows the late methods that have a name', () => {
  expect([...contestIndex(contest).late]).toEqual(['provisional']);
});

it('is made once for each contest', () => {
  expect(contestIndex(contest)).toBe(contestIndex(contest));
  expect(contestIndex({ ...contest })).not.toBe(contestIndex(contest));
});
