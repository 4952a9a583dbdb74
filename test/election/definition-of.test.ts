import { expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import { definitionOf } from '../../shared/election/definition-of.ts';
import { readDefinition } from '../../shared/election/read-definition.ts';
import { smallContest, smallElection } from './definitions.ts';

it('readers get the contest without its units: its counties, with precincts and voters', () => {
  const read = readDefinition(
    smallElection([
      smallContest({
        units: [
          { id: 'cobb/one', name: 'One', parent: 'Cobb', registered: 1000 },
          { id: 'loose', name: 'Loose' },
          { id: 'dekalb/one', name: 'One', parent: 'DeKalb', registered: 300 },
          { id: 'cobb/mail', name: 'Mail', parent: 'Cobb', kind: 'central', registered: 0 },
          { id: 'cobb/two', name: 'Two', parent: 'Cobb', registered: 500 },
          { id: 'dekalb/two', name: 'Two', parent: 'DeKalb' },
        ],
      }),
    ]),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.reason));
  const contest = present(read.value.contests[0], 'contest');
  const definition = definitionOf(read.value, contest, 3);
  expect(definition.version).toBe(3);
  expect(definition.counties).toEqual([
    { name: 'Cobb', precincts: 2, registered: 1500 },
    { name: '', precincts: 1, registered: null },
    { name: 'DeKalb', precincts: 2, registered: null },
  ]);
  expect(definition.election).toEqual({
    id: 'spring-2017',
    name: 'Spring election',
    date: '2017-04-18',
    timeZone: 'America/New_York',
    stage: 'live',
    labels: [],
    releaseOwn: false,
    parties: read.value.parties,
  });
  const { units: _, baselines: __, ...shown } = contest;
  expect(definition.contest).toEqual(shown);
});
