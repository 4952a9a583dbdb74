import { describe, expect, it } from 'vitest';
import { pathText } from '../../shared/basics/fault.ts';
import type { Contest, Election } from '../../shared/election/contest.ts';
import { readDefinition } from '../../shared/election/read-definition.ts';
import { smallContest, smallElection, smallMeasure } from './definitions.ts';

function electionOf(value: unknown): Election {
  const read = readDefinition(value);
  if (!read.ok) throw new Error(JSON.stringify(read.reason));
  return read.value;
}

function contestOf(contest: object): Contest {
  const [first] = electionOf(smallElection([contest])).contests;
  if (first === undefined) throw new Error('no contest');
  return first;
}

/** `code path` of every mistake. */
function mistakesIn(value: unknown): readonly string[] {
  const read = readDefinition(value);
  return read.ok ? [] : read.reason.map(({ code, path }) => `${code} ${pathText(path)}`).sort();
}

function mistakesOf(changes: object): readonly string[] {
  return mistakesIn(smallElection([smallContest(changes)]));
}

describe('what a definition leaves out', () => {
  it('is filled in as the contract has it', () => {
    const { parties, contests, ...night } = electionOf(smallElection());
    expect(night).toEqual({
      id: 'spring-2017',
      name: 'Spring election',
      date: '2017-04-18',
      timeZone: 'America/New_York',
      stage: 'live',
      labels: [],
      releaseOwn: false,
    });
    expect(parties.map(({ color }) => color)).toEqual(['#1d63d1', null]);
    expect(contests[0]).toMatchObject({
      rule: { type: 'majority', advance: 2, onRequest: false },
      votesAllowed: 1,
      reportingBy: ['election-day'],
      registration: null,
      uncontested: false,
      recount: null,
      late: [{ method: null, bound: null, source: null, until: null }],
      lateNone: null,
      expectedBy: null,
      pollsClose: null,
      publishFrom: 'last',
      next: null,
      certified: null,
      baselines: [],
    });
  });

  it('gives a contest without methods one total', () => {
    const contest = contestOf(smallMeasure());
    expect(contest.methods).toEqual(['total']);
    expect(contest.reportingBy).toEqual(['total']);
    expect(contest.units[0]?.methods).toEqual(['total']);
  });

  it('lets a precinct report by all that is not late where there is no election day', () => {
    const contest = contestOf(
      smallContest({
        methods: ['early', 'absentee-mail', 'provisional'],
        late: [{ method: 'provisional', bound: null }],
      }),
    );
    expect(contest.reportingBy).toEqual(['early', 'absentee-mail']);
  });

  it('gathers choices into blocs by party, in the order of parties', () => {
    expect(contestOf(smallContest()).blocs).toEqual([
      { id: 'D', name: 'Democratic', choices: ['ann'] },
      { id: 'R', name: 'Republican', choices: ['bob', 'cat'] },
    ]);
  });

  it('lets no pooled write-in line win, nor a choice whose votes are taken out', () => {
    const { choices } = contestOf(
      smallContest({
        choices: [
          { id: 'ann', name: 'Ann' },
          { id: 'write-in', name: 'Write-in', writeIn: true },
          { id: 'bob', name: 'Bob', counts: false },
          { id: 'cat', name: 'Cat', withdrawn: true },
        ],
      }),
    );
    expect(choices.map(({ eligible }) => eligible)).toEqual([true, false, false, true]);
    expect(choices.map(({ counts }) => counts)).toEqual([true, true, false, true]);
  });

  it('takes null for nothing said', () => {
    expect(contestOf(smallContest({ certified: null, next: null, registration: null }))).toEqual(
      contestOf(smallContest()),
    );
  });

  it('reads back as itself once it is filled in', () => {
    const election = electionOf(
      smallElection([
        smallContest({
          registration: { is: 'active', all: 4000, source: 'the state' },
          late: [{ method: 'provisional', bound: 40, until: '2017-04-21' }],
          pollsClose: '2017-04-18T19:00:00-04:00',
          baselines: [
            {
              id: 'past',
              name: 'Past',
              parties: ['D', 'R'],
              units: { 'cobb/one': { total: [1, 2] } },
            },
          ],
        }),
        smallMeasure(),
      ]),
    );
    expect(electionOf(JSON.parse(JSON.stringify(election)))).toEqual(election);
  });
});

describe('rules', () => {
  it.each([
    [{ type: 'majority', advance: 2 }],
    [{ type: 'plurality', seats: 3 }],
    [{ type: 'plurality', seats: 30 }],
    [{ type: 'share', num: 2, den: 5, strict: false, advance: 2 }],
    [{ type: 'share', num: 3, den: 10, strict: true, onRequest: true, advance: 2 }],
    [{ type: 'share', num: 1, den: 1, strict: false }],
    [{ type: 'top-n', advance: 2 }],
  ])('takes %j', (rule) => expect(contestOf(smallContest({ rule })).rule).toMatchObject(rule));

  it.each([
    [{ type: 'ranked-choice' }, 'unsupported-rule contests[0].rule.type'],
    [{ type: 'constructor' }, 'unsupported-rule contests[0].rule.type'],
    [{ type: 'lead', points: 10 }, 'unsupported-rule contests[0].rule.type'],
    [
      { type: 'share', num: 1, den: 4, strict: false, of: 'registered' },
      'unsupported-rule contests[0].rule.of',
    ],
    [{ type: 'majority' }, 'senseless-rule contests[0].rule.advance'],
    [{ type: 'majority', advance: 0 }, 'invalid contests[0].rule.advance'],
    [{ type: 'plurality', seats: 0 }, 'invalid contests[0].rule.seats'],
    [{ type: 'plurality' }, 'missing contests[0].rule.seats'],
    [{ type: 'top-n', advance: 1.5 }, 'not-an-integer contests[0].rule.advance'],
    [{ type: 'share', num: 0, den: 5, strict: true }, 'invalid contests[0].rule.num'],
    [{ type: 'share', num: 1, den: 0, strict: true }, 'invalid contests[0].rule.den'],
    [{ type: 'share', num: 5, den: 5, strict: true }, 'senseless-rule contests[0].rule.num'],
    [{ type: 'share', num: 6, den: 5, strict: false }, 'senseless-rule contests[0].rule.num'],
    [{ type: 'share', num: 1, den: 2_000_000, strict: true }, 'invalid contests[0].rule.den'],
    ['majority', 'invalid contests[0].rule'],
    [undefined, 'missing contests[0].rule'],
  ])('refuses %j', (rule, found) => expect(mistakesOf({ rule })).toEqual([found]));

  it('reads a measure\'s "majority" as more than half, with nobody to advance', () => {
    expect(contestOf(smallMeasure({ rule: { type: 'majority' } })).rule).toEqual({
      type: 'share',
      num: 1,
      den: 2,
      strict: true,
      advance: null,
      onRequest: false,
    });
  });

  it.each([
    [{ rule: { type: 'majority', advance: 2 } }, 'senseless-rule contests[0].rule.advance'],
    [{ rule: { type: 'plurality', seats: 1 } }, 'senseless-rule contests[0].rule.type'],
    [
      { choices: [{ id: 'yes', name: 'Yes', passes: true }] },
      'measure-choices contests[0].choices',
    ],
    [
      {
        choices: [
          { id: 'yes', name: 'Yes' },
          { id: 'no', name: 'No' },
        ],
      },
      'measure-choices contests[0].choices',
    ],
    [
      {
        choices: [
          { id: 'yes', name: 'Yes', passes: true },
          { id: 'no', name: 'No', passes: true },
        ],
      },
      'measure-choices contests[0].choices',
    ],
  ])('refuses a measure with %j', (changes, found) =>
    expect(mistakesIn(smallElection([smallMeasure(changes)]))).toEqual([found]),
  );
});

describe('a definition with a mistake', () => {
  it.each([
    ['no choice', { choices: [] }, 'too-few contests[0].choices'],
    ['no unit', { units: [] }, 'too-few contests[0].units'],
    ['an id out of its alphabet', { id: 'House' }, 'malformed contests[0].id'],
    ['an id of a page', { id: 'board' }, 'reserved-id contests[0].id'],
    ['a field nobody knows', { methodes: [] }, 'unknown-field contests[0].methodes'],
    ['two votes under a majority', { votesAllowed: 2 }, 'votes-allowed contests[0].votesAllowed'],
    [
      'a unit twice',
      {
        units: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      'duplicate contests[0].units[1].id',
    ],
    [
      'a choice twice',
      {
        choices: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      'duplicate contests[0].choices[1].id',
    ],
    [
      'an unknown party',
      { choices: [{ id: 'a', name: 'A', party: 'G' }] },
      'unknown-party contests[0].choices[0].party',
    ],
    [
      'a party called as something every object has',
      { choices: [{ id: 'a', name: 'A', party: 'constructor' }] },
      'unknown-party contests[0].choices[0].party',
    ],
    [
      'a candidate that passes',
      { choices: [{ id: 'a', name: 'A', passes: true }] },
      'measure-choices contests[0].choices',
    ],
    [
      'a write-in line that may win',
      { choices: [{ id: 'a', name: 'A', writeIn: true, eligible: true }] },
      'write-in contests[0].choices[0].eligible',
    ],
    [
      'a bloc of unknown choices',
      { blocs: [{ id: 'R', name: 'R', choices: ['bob', 'dan'] }] },
      'unknown-choice contests[0].blocs[0].choices[1]',
    ],
    [
      'an unknown method',
      { methods: ['election-day', 'pigeon'] },
      'invalid contests[0].methods[1]',
    ],
    [
      'a total beside its parts',
      { methods: ['total', 'early'] },
      'total-and-parts contests[0].methods',
    ],
    [
      'a precinct reporting by a method it has not',
      { reportingBy: ['absentee-mail'] },
      'unknown-method contests[0].reportingBy[0]',
    ],
    [
      'a unit with a method of its own',
      { units: [{ id: 'a', name: 'A', methods: ['absentee-mail'] }] },
      'unknown-method contests[0].units[0].methods[0]',
    ],
    [
      'a poll book for a method that the unit has not',
      { units: [{ id: 'a', name: 'A', turnout: { 'absentee-mail': 3 } }] },
      'unknown-method contests[0].units[0].turnout.absentee-mail',
    ],
    ['no late ballots, unsaid why', { late: [] }, 'late-ballots contests[0].late'],
    [
      'late ballots that there are none of',
      { late: [{ method: 'provisional' }], lateNone: 'none are cast' },
      'late-ballots contests[0].late',
    ],
    ['a late total', { late: [{ method: 'total' }] }, 'late-ballots contests[0].late[0].method'],
    [
      'a late method twice',
      { late: [{ method: 'uocava' }, { method: 'uocava' }] },
      'duplicate contests[0].late[1].method',
    ],
    [
      'an expected vote by nobody',
      { units: [{ id: 'a', name: 'A', expected: 10 }] },
      'expected-by contests[0].expectedBy',
    ],
    [
      'a county that cannot be a key',
      { units: [{ id: 'a', name: 'A', parent: '__proto__' }] },
      'reserved-name contests[0].units[0].parent',
    ],
    ['half a place', { units: [{ id: 'a', name: 'A', lon: 3 }] }, 'place contests[0].units[0]'],
    [
      'a roll smaller than its parts',
      { registration: { is: 'active', all: 2999 } },
      'registration contests[0].registration.all',
    ],
    [
      'a time without a zone',
      { pollsClose: '2017-04-18T19:00:00' },
      'malformed contests[0].pollsClose',
    ],
    [
      'a day that is none',
      { next: { name: 'Runoff', date: '2017-02-30' } },
      'malformed contests[0].next.date',
    ],
    [
      'a margin above everything',
      { recount: { num: 3, den: 2 } },
      'senseless-rule contests[0].recount.num',
    ],
    [
      'a baseline of an unknown unit',
      { baselines: [{ id: 'b', name: 'B', parties: ['D'], units: { x: { total: [1] } } }] },
      'unknown-unit contests[0].baselines[0].units.x',
    ],
    [
      'a baseline of an unknown party',
      { baselines: [{ id: 'b', name: 'B', parties: ['L'], units: {} }] },
      'unknown-party contests[0].baselines[0].parties[0]',
    ],
    [
      'a baseline of an unknown method',
      { baselines: [{ id: 'b', name: 'B', parties: ['D'], units: { 'cobb/one': { all: [1] } } }] },
      'unknown-method contests[0].baselines[0].units.cobb/one.all',
    ],
    [
      'a baseline with a number too few',
      {
        baselines: [
          { id: 'b', name: 'B', parties: ['D', 'R'], units: { 'cobb/one': { total: [1] } } },
        ],
      },
      'votes-per-party contests[0].baselines[0].units.cobb/one.total',
    ],
  ])('has %s: it is named at its place', (_, changes, found) =>
    expect(mistakesOf(changes)).toEqual([found]),
  );

  it('names a time zone that is none, and what would be right', () => {
    const read = readDefinition({ ...smallElection(), timeZone: 'Georgia/Atlanta' });
    expect(read).toEqual({
      ok: false,
      reason: [
        {
          code: 'time-zone',
          path: ['timeZone'],
          message:
            'Expected a name of the time zone database, such as "America/New_York", not "Georgia/Atlanta".',
        },
      ],
    });
  });

  it('names a contest that is there twice', () =>
    expect(mistakesIn(smallElection([smallContest(), smallContest()]))).toEqual([
      'duplicate contests[1].id',
    ]));

  it('names what is hidden under __proto__', () => {
    const units = JSON.parse('{"__proto__": {"total": [1]}}');
    const baselines = [{ id: 'b', name: 'B', parties: ['D'], units }];
    expect(mistakesOf({ baselines })).toEqual([
      'malformed contests[0].baselines[0].units.__proto__',
    ]);
  });

  it('has all of them named at once', () => {
    const contests = [
      smallContest({ choices: [], late: [] }),
      smallContest({
        id: 'rotate',
        rule: { type: 'approval' },
        units: [{ id: 'A', name: '', registered: -1 }, { name: 3 }],
      }),
    ];
    expect(mistakesIn({ ...smallElection(contests), timeZone: 'Mars', parties: [] })).toEqual([
      'invalid contests[1].units[0].name',
      'invalid contests[1].units[1].name',
      'late-ballots contests[0].late',
      'malformed contests[1].units[0].id',
      'missing contests[1].units[1].id',
      'negative contests[1].units[0].registered',
      'reserved-id contests[1].id',
      'time-zone timeZone',
      'too-few contests[0].choices',
      'unknown-party contests[1].choices[0].party',
      'unknown-party contests[1].choices[1].party',
      'unknown-party contests[1].choices[2].party',
      'unsupported-rule contests[1].rule.type',
    ]);
  });

  it.each([[null], [3], ['text'], [[]], [{}]])('is %j: never a crash', (value) =>
    expect(mistakesIn(value).length).toBeGreaterThan(0),
  );
});

it('keeps choices and units called as what every object has', () => {
  const contest = contestOf(
    smallContest({
      choices: [
        { id: 'constructor', name: 'Constructor' },
        { id: 'tostring', name: 'To String' },
      ],
      units: [{ id: 'constructor', name: 'C', parent: 'constructor' }],
      baselines: [{ id: 'b', name: 'B', parties: ['D'], units: { constructor: { total: [4] } } }],
    }),
  );
  expect(contest.choices.map(({ id }) => id)).toEqual(['constructor', 'tostring']);
  expect(Object.entries(contest.baselines[0]?.units ?? {})).toEqual([
    ['constructor', { total: [4] }],
  ]);
});
