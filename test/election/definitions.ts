/** Definitions small enough to read, as someone would write them. */

export function smallElection(contests: readonly object[] = [smallContest()]): object {
  return {
    id: 'spring-2017',
    name: 'Spring election',
    date: '2017-04-18',
    timeZone: 'America/New_York',
    parties: [
      { id: 'D', name: 'Democratic', color: '#1d63d1' },
      { id: 'R', name: 'Republican' },
    ],
    contests,
  };
}

export function smallContest(changes: object = {}): object {
  return {
    id: 'house',
    name: 'House',
    kind: 'candidate',
    rule: { type: 'majority', advance: 2 },
    choices: [
      { id: 'ann', name: 'Ann Ash', party: 'D' },
      { id: 'bob', name: 'Bob Birch', party: 'R' },
      { id: 'cat', name: 'Cat Cedar', party: 'R' },
    ],
    methods: ['election-day', 'early', 'provisional'],
    units: [
      { id: 'cobb/one', name: 'One', parent: 'Cobb', registered: 1000 },
      { id: 'cobb/two', name: 'Two', parent: 'Cobb', registered: 2000 },
    ],
    ...changes,
  };
}

export function smallMeasure(changes: object = {}): object {
  return {
    id: 'bonds',
    name: 'School bonds',
    kind: 'measure',
    rule: { type: 'share', num: 2, den: 3, strict: false },
    choices: [
      { id: 'yes', name: 'Yes', passes: true },
      { id: 'no', name: 'No' },
    ],
    units: [{ id: 'one', name: 'One' }],
    ...changes,
  };
}
