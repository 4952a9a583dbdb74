import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../server/election/parse-definition.ts';
import { smallContest, smallElection, smallMeasure } from './definitions.ts';

/** `line code path` of every mistake. */
function mistakesIn(text: string): readonly string[] {
  const parsed = parseDefinition(text);
  return parsed.ok
    ? []
    : parsed.reason.map(({ line, code, path }) => `${line} ${code} ${path}`.trim());
}

describe("a definition's text", () => {
  it('may have comments and trailing commas', () => {
    const text = `// Spring\n${JSON.stringify(smallElection()).replace(/\}$/, ', /* test */ "stage": "test", }')}`;
    expect(parseDefinition(text)).toMatchObject({ ok: true, value: { stage: 'test' } });
  });

  it('is refused where it is nested deeper than anyone can look, in whatever place', () => {
    for (const depth of [1_000, 3_000, 10_000, 100_000]) {
      const deep = `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;
      for (const text of [deep, JSON.stringify(smallElection()).replace('"House"', () => deep)])
        expect(parseDefinition(text).ok).toBe(false);
    }
  });

  it('is refused where more is wrong than can be listed', () => {
    const text = JSON.stringify(smallElection()).replace(/"units":\[[^\]]*\]/, () => {
      return `"units":[${'{},'.repeat(99_999)}{}]`;
    });
    expect(mistakesIn(text)).toEqual(['1 too-large']);
  });

  it('has its mistakes named with their lines, in order', () => {
    const text = `{
  "id": "Spring",
  "name": "Spring election",
  "date": "2017-04-18",
  "timeZone": "America/New_York",
  "contests": [
    {
      "id": "house", "name": "House", "kind": "candidate",
      "rule": { "type": "majority", "advance": 0 },
      "choices": [
        { "id": "ann", "name": "Ann", "party": "D" },
        { "id": "ann", "name": "Anna" }
      ],
      "units": []
    }
  ]
}`;
    expect(mistakesIn(text)).toEqual([
      '2 malformed id',
      '9 invalid contests[0].rule.advance',
      '11 unknown-party contests[0].choices[0].party',
      '12 duplicate contests[0].choices[1].id',
      '14 too-few contests[0].units',
    ]);
  });

  it('that leaves something out is wrong at what is around it', () => {
    expect(
      mistakesIn('{\n\n"id": "a", "name": "A", "date": "2017-04-18", "contests": [\n{}]}'),
    ).toContain('4 missing contests[0].id');
  });

  it('that is no JSON is wrong where it stops being', () => {
    expect(mistakesIn('{\n  "id": "a",\n  name: 3\n}')[0]).toMatch(/^3 malformed/);
    expect(mistakesIn('')).toEqual(['1 malformed']);
  });

  it('with a field twice loses neither without a word', () => {
    const text = '{"id": "a",\n "id": "b"}';
    expect(mistakesIn(text)).toContain('1 duplicate id');
  });

  it('of lists in lists without end is refused', () => {
    expect(mistakesIn('['.repeat(200_000))).toEqual(['1 malformed']);
  });

  it('whatever it is, is read or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(mistakesIn(text).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

it("reads the night of Georgia's 6th as it ships", () => {
  const file = join(import.meta.dirname, '../../data/ga-06-2017-04-18/election.json');
  expect(mistakesIn(readFileSync(file, 'utf8'))).toEqual([]);
});

it('reads what the contract shows, comments and all', () => {
  const text = `{ "id": "ga-2017-04-18", "name": "Georgia special election", "date": "2017-04-18", "timeZone": "America/New_York",
  "stage": "live",                                  // or "test"
  "labels": ["reconstructed-order"],                // shown on every surface
  "parties": [{ "id": "D", "name": "Democratic", "color": "#1f66c9" }, { "id": "R", "name": "Republican", "color": "#c93a27" }],
  "contests": [{
    "id": "ga-06", "name": "U.S. House, Georgia 6th District", "kind": "candidate",   // or "measure"
    "rule": { "type": "majority", "advance": 2 },
    "choices": [{ "id": "ossoff", "name": "Jon Ossoff", "party": "D", "incumbent": false }, { "id": "handel", "name": "Karen Handel", "party": "R" }],
    "votesAllowed": 1,
    "blocs": [{ "id": "R", "name": "Republicans", "choices": ["handel"] }],
    "methods": ["election-day", "early", "absentee-mail", "provisional"],
    "reportingBy": ["election-day"],
    "registration": { "is": "active", "all": 520864, "source": "the state" },
    "uncontested": false,
    "recount": { "num": 1, "den": 200 },
    "late": [{ "method": "provisional", "bound": null, "source": "counted by Friday", "until": "2017-04-21" }, { "method": "uocava", "bound": null, "source": "…", "until": "2017-04-21" }],
    "units": [{ "id": "cobb/addison-01", "name": "Addison 01", "parent": "Cobb", "registered": 2155, "expected": 1010, "turnout": {}, "lon": -84.501, "lat": 34.0239 }],
    "expectedBy": "who made the expected vote, and how, in one line",
    "pollsClose": "2017-04-18T19:00:00-04:00", "publishFrom": "last",
    "next": { "contest": "ga-06-runoff", "name": "Runoff", "date": "2017-06-20" },
    "certified": null,
    "baselines": [{ "id": "house-2016", "name": "2016 U.S. House", "parties": ["D", "R"], "units": { "cobb/addison-01": { "total": [595, 1056], "election-day": [314, 555] } } }] }] }`;
  expect(mistakesIn(text)).toEqual([]);
});

/** A way to spoil a definition, and where that is found. */
interface Spoil {
  readonly at: readonly (string | number)[];
  readonly value: unknown;
  readonly found: string;
}

const UNITS = { id: 'cobb/one', name: 'One' };

const SPOILS: readonly Spoil[] = [
  { at: ['id'], value: 'a b', found: 'malformed id' },
  { at: ['date'], value: '2017-13-01', found: 'malformed date' },
  { at: ['timeZone'], value: 'Nowhere', found: 'time-zone timeZone' },
  { at: ['stage'], value: 'dress', found: 'invalid stage' },
  { at: ['labels'], value: [''], found: 'invalid labels[0]' },
  { at: ['parties', 0, 'color'], value: 'blue', found: 'malformed parties[0].color' },
  { at: ['parties', 2], value: { id: 'D', name: 'D' }, found: 'duplicate parties[2].id' },
  { at: ['contests', 0, 'name'], value: '', found: 'invalid contests[0].name' },
  {
    at: ['contests', 0, 'rule'],
    value: { type: 'irv' },
    found: 'unsupported-rule contests[0].rule.type',
  },
  {
    at: ['contests', 0, 'choices', 1, 'party'],
    value: 'X',
    found: 'unknown-party contests[0].choices[1].party',
  },
  {
    at: ['contests', 0, 'choices', 2, 'id'],
    value: 'ann',
    found: 'duplicate contests[0].choices[2].id',
  },
  {
    at: ['contests', 0, 'votesAllowed'],
    value: 3,
    found: 'votes-allowed contests[0].votesAllowed',
  },
  {
    at: ['contests', 0, 'methods', 1],
    value: 'total',
    found: 'total-and-parts contests[0].methods',
  },
  { at: ['contests', 0, 'late'], value: [], found: 'late-ballots contests[0].late' },
  {
    at: ['contests', 0, 'registration'],
    value: { is: 'some' },
    found: 'invalid contests[0].registration.is',
  },
  { at: ['contests', 0, 'units', 2], value: UNITS, found: 'duplicate contests[0].units[2].id' },
  {
    at: ['contests', 0, 'units', 0, 'registered'],
    value: 1.5,
    found: 'not-an-integer contests[0].units[0].registered',
  },
  { at: ['contests', 0, 'units', 1, 'lon'], value: 1, found: 'place contests[0].units[1]' },
  {
    at: ['contests', 0, 'units', 1, 'expected'],
    value: 5,
    found: 'expected-by contests[0].expectedBy',
  },
  {
    at: ['contests', 1, 'choices', 1, 'passes'],
    value: true,
    found: 'measure-choices contests[1].choices',
  },
  { at: ['contests', 1, 'pollsClose'], value: 'seven', found: 'malformed contests[1].pollsClose' },
  { at: ['contests', 1, 'nonsense'], value: 1, found: 'unknown-field contests[1].nonsense' },
];

/** Sets a value deep in a JSON value. */
function plant(
  target: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): void {
  const place = target as Record<string | number, unknown>;
  if (key === undefined) return;
  if (rest.length === 0) place[key] = value;
  else plant(place[key], rest, value);
}

describe('however many mistakes are planted', () => {
  it('each is found, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray(SPOILS as Spoil[], { minLength: 1 }), (spoils) => {
        const definition = structuredClone(smallElection([smallContest(), smallMeasure()]));
        for (const { at, value } of spoils) plant(definition, at, value);
        const wanted = spoils.map(({ found }) => found);
        const found = mistakesIn(JSON.stringify(definition)).map((line) => line.replace(/^1 /, ''));
        expect([...found].sort()).toEqual(wanted.sort());
      }),
      { numRuns: 300 },
    );
  });
});
