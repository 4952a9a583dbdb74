import { describe, expect, it } from 'vitest';
import type { ContestId, PartyId } from '../../shared/basics/ids.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { ElectionChange } from '../../shared/night/election-changes.ts';
import { makeChoice, makeUnit } from '../count/make.ts';
import { ada, kay, makeElection, makeMayor, makeNight, NORTH, SOUTH } from './make-night.ts';

const SHERIFF = 'sheriff' as ContestId;

/** What is told of a definition that is loaded after `before`, and after North has reported for Ann. */
function told(file: Election, before: Election = makeElection(), reset = false) {
  const night = makeNight(before);
  if (before.stage === 'live') night.report(kay, { votes: { ann: 3 } });
  const answer = night.give({ type: 'load-election', election: file, reset, by: ada });
  if (!answer.ok || answer.value.type !== 'done') throw new Error('not loaded');
  return answer.value.changes?.map(shown);
}

function shown({ change, what, contest, id, was, fields }: ElectionChange): string {
  const of = contest === null ? '' : ` of ${contest}`;
  const more = [...(was === null ? [] : [`was ${was}`]), ...fields];
  return `${change} ${what} ${id}${of}${more.length === 0 ? '' : `: ${more.join(' ')}`}`;
}

describe('whoever loads a definition', () => {
  it('for the first time is told of no changes', () => {
    const other = makeElection({
      id: 'other' as Election['id'],
      contests: [makeMayor({ id: SHERIFF })],
    });
    expect(told(other)).toBeUndefined();
  });

  it('again is told what was added, renamed, amended and dropped', () => {
    const mayor = makeMayor({
      name: 'Mayor of Hill',
      votesAllowed: 1,
      recount: { num: 1, den: 200 },
      choices: [makeChoice('ann', 'Ann Ames'), makeChoice('cy')],
      units: [makeUnit(NORTH, { name: 'North', parent: 'Hill', registered: 1200 })],
    });
    const file = makeElection({
      name: 'Town election 2026',
      labels: ['simulated'],
      parties: [{ id: 'D' as PartyId, name: 'Democratic', color: null }],
      contests: [mayor, makeMayor({ id: SHERIFF })],
    });
    expect(told(file)).toEqual([
      'renamed election town-2026: was Town election',
      'amended election town-2026: labels',
      'added party D',
      'renamed contest mayor: was Mayor',
      'amended contest mayor: recount',
      'added contest sheriff',
      'renamed choice ann of mayor: was Ann Adams',
      'added choice cy of mayor',
      'dropped choice bob of mayor',
      'amended unit hill/north of mayor: registered',
      'dropped unit hill/south of mayor',
    ]);
  });

  it('without what has votes is told that it is kept', () => {
    const units = [makeUnit(SOUTH, { name: 'South', parent: 'Hill' })];
    const file = makeElection({
      contests: [makeMayor({ choices: [makeChoice('bob', 'Bob Brown')], units })],
    });
    expect(told(file)).toEqual(['kept choice ann of mayor', 'kept unit hill/north of mayor']);
    expect(told(makeElection({ contests: [makeMayor({ id: SHERIFF })] }))).toEqual([
      'added contest sheriff',
      'kept contest mayor',
    ]);
  });

  it('and so empties a test is told the same', () => {
    const test = makeElection({ stage: 'test' });
    expect(told({ ...makeElection(), name: 'The real one' }, test)).toEqual([
      'renamed election town-2026: was Town election',
      'amended election town-2026: stage',
    ]);
  });
});
