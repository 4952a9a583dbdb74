import { describe, expect, it } from 'vitest';
import type { Contest } from '../../shared/election/contest.ts';
import type { Rule } from '../../shared/election/rule.ts';
import { listText } from '../../shared/results/list-text.ts';
import { sentenceText } from '../../shared/results/sentence-text.ts';
import { makeChoice, makeContest, makeLate } from '../count/make.ts';
import { instant, type Left, makeCall, standing } from './make.ts';

type Parts = Parameters<typeof standing>[3];

const choices = [
  makeChoice('ann', 'Ann Adams'),
  makeChoice('bob', 'Bob Brown'),
  makeChoice('cyd', 'Cyd Clark'),
];

const plurality: Rule = { type: 'plurality', seats: 1 };
const topTwo: Rule = { type: 'top-n', advance: 2 };
const certified = { at: instant('2017-04-25T19:58:00Z'), source: 'the state' };

function says(
  parts: Partial<Contest>,
  votes: Record<string, number>,
  left: Left = { bound: null },
  tally: Parts = {},
): string {
  const { sentence } = standing(makeContest({ choices, ...parts }), votes, left, tally);
  const spanish = sentenceText(sentence, 'es');
  expect(spanish).not.toMatch(/undefined|\{|\}|^$/);
  expect(spanish).not.toBe(sentence.text);
  return sentence.text;
}

const open = { bound: null, expected: 100 } as const;

describe('before the count', () => {
  it('says when polls close, in the time of the place', () => {
    const pollsClose = instant('2017-04-18T23:00:00Z');
    expect(says({ pollsClose }, {}, open, { open: false })).toBe(
      'No votes are public before polls close at 7:00 pm',
    );
  });

  it('says that nothing is counted yet', () => {
    expect(says({}, {}, open)).toBe('No votes are counted yet');
    expect(says({}, {}, open, { open: false })).toBe('No votes are counted yet');
  });

  it('says that it is too early under 5% of the estimated vote', () => {
    expect(says({}, { ann: 3, bob: 1 }, { bound: null, expected: 96 })).toBe(
      'Too early to say: Adams has 75.0% of the first 4 votes, with about 96% of the estimated vote still out',
    );
    expect(says({}, { ann: 4, bob: 1 }, { bound: null, expected: 95 })).toContain('over the line');
  });
});

describe('while votes are counted', () => {
  it.each<[string, Record<string, number>, Left, string]>([
    [
      'over',
      { ann: 60, bob: 40 },
      open,
      'Adams is 10.0 points over the line, with about half of the estimated vote still out',
    ],
    [
      'under',
      { ann: 40, bob: 35, cyd: 25 },
      open,
      'Adams is 10.0 points under the line, with about half of the estimated vote still out',
    ],
    [
      'a hair under',
      { ann: 4999, bob: 5000, cyd: 2 },
      { bound: null, expected: 1 },
      'Brown is 0.005 points under the line, with less than 1% of the estimated vote still out',
    ],
    [
      'exactly half',
      { ann: 50, bob: 30, cyd: 20 },
      open,
      'Adams has exactly half of the votes, and more than half is needed, with about half of the estimated vote still out',
    ],
    [
      'no estimate',
      { ann: 60, bob: 40 },
      { bound: null },
      'Adams is 10.0 points over the line, with 1 of 4 precincts still incomplete',
    ],
  ])('%s', (_, votes, left, text) => {
    expect(says({}, votes, left)).toBe(text);
  });

  it('names the line of another share', () => {
    const rule: Rule = {
      type: 'share',
      num: 2,
      den: 3,
      strict: false,
      advance: 2,
      onRequest: false,
    };
    expect(says({ rule }, { ann: 2, bob: 1 }, open)).toContain('Too early to say');
    expect(says({ rule }, { ann: 200, bob: 100 }, open)).toBe(
      'Adams has exactly two-thirds of the votes, and at least two-thirds is needed, with about a quarter of the estimated vote still out',
    );
  });

  it('tells a plurality by its lead', () => {
    expect(says({ rule: plurality }, { ann: 60, bob: 40 }, open)).toBe(
      'Adams is 20 votes ahead of Brown, with about half of the estimated vote still out',
    );
    expect(says({ rule: plurality }, { ann: 41, bob: 40 }, { bound: 3 })).toContain(
      'is 1 vote ahead',
    );
    expect(says({ rule: plurality }, { ann: 50, bob: 50 }, open)).toBe(
      'Adams and Brown are level in first place, with about half of the estimated vote still out',
    );
  });

  it('tells several places by the last of them', () => {
    const seats: Rule = { type: 'plurality', seats: 2 };
    expect(says({ rule: seats }, { ann: 60, bob: 40, cyd: 30 }, open)).toContain(
      'Brown is 10 votes ahead of Clark for the last of 2 seats',
    );
    expect(says({ rule: topTwo }, { ann: 60, bob: 40, cyd: 30 }, open)).toContain(
      'Brown is 10 votes ahead of Clark for the last of 2 places in the next round',
    );
    expect(says({ rule: topTwo }, { ann: 60, bob: 40, cyd: 40 }, open)).toContain(
      'Brown and Clark are level for the last place',
    );
    expect(says({ rule: { type: 'plurality', seats: 5 } }, { ann: 6 }, open)).toContain(
      'Adams has 100% of the votes',
    );
  });
});

describe('once something is proved', () => {
  it('says of a win that it cannot be overtaken, never that it is won', () => {
    expect(says({}, { ann: 60, bob: 40 }, { bound: 10, expected: 5 })).toBe(
      'Adams cannot be overtaken: 10.0 points over the line, with about 5% of the estimated vote still out',
    );
    expect(says({ rule: plurality }, { ann: 60, bob: 40 }, { bound: 10 })).toBe(
      'Adams cannot be overtaken: 20 votes ahead of Brown, with 1 of 4 precincts still incomplete',
    );
    const seats: Rule = { type: 'plurality', seats: 2 };
    expect(says({ rule: seats }, { ann: 60, bob: 50, cyd: 10 }, { bound: 10 })).toBe(
      'Adams and Brown cannot be overtaken, with 1 of 4 precincts still incomplete',
    );
  });

  it('says of a runoff who is in it', () => {
    const votes = { ann: 40, bob: 35, cyd: 25 };
    expect(says({}, votes, { bound: 0 })).toBe(
      'Adams is 10.0 points under the line, and no candidate can win outright: Adams and Brown advance to a runoff',
    );
    expect(says({}, { ann: 40, bob: 31, cyd: 29 }, { bound: 5 })).toContain(
      'Adams advances to a runoff, and the other place is open',
    );
    expect(says({}, { ann: 35, bob: 34, cyd: 31 }, { bound: 9 })).toContain(
      'the runoff places are open',
    );
    const rule: Rule = { type: 'majority', advance: 2, onRequest: true };
    expect(says({ rule }, votes, { bound: 0 })).toContain(
      'a runoff between Adams and Brown follows if the runner-up requests a runoff',
    );
  });

  it('says who is tied for second', () => {
    expect(says({}, { ann: 40, bob: 30, cyd: 30 }, { bound: 0 })).toContain(
      'Brown and Clark are tied for the last runoff place',
    );
  });

  it('says so of exactly half', () => {
    expect(says({}, { ann: 50, bob: 30, cyd: 20 }, { bound: 0 })).toBe(
      'Adams has exactly half of the votes, and more than half is needed, and no candidate can win outright: Adams and Brown advance to a runoff',
    );
  });

  it('says who advances from the first round', () => {
    expect(says({ rule: topTwo }, { ann: 60, bob: 40, cyd: 10 }, { bound: 5 })).toBe(
      'Adams and Brown are certain to advance, with 1 of 4 precincts still incomplete',
    );
  });

  it('says who is tied with every vote counted', () => {
    expect(says({ rule: plurality }, { ann: 40, bob: 40 }, { bound: 0 })).toBe(
      'Adams and Brown are tied for first place, with every vote counted',
    );
    expect(says({ rule: topTwo }, { ann: 50, bob: 40, cyd: 40 }, { bound: 0 })).toBe(
      'Brown and Clark are tied for the last place, with every vote counted',
    );
  });

  it('says of an uncontested race that there is no count', () => {
    expect(says({ uncontested: true }, {}, open)).toBe(
      'No votes are cast: Adams, Brown and Clark elected without a count',
    );
  });
});

describe('a measure', () => {
  const measure: Partial<Contest> = {
    kind: 'measure',
    rule: { type: 'share', num: 3, den: 5, strict: false, advance: null, onRequest: false },
    choices: [makeChoice('yes', 'Yes', { passes: true }), makeChoice('no', 'No')],
  };

  it.each<[Record<string, number>, Left, string]>([
    [
      { yes: 55, no: 45 },
      open,
      'Yes is 5.0 points under the line, with about half of the estimated vote still out',
    ],
    [
      { yes: 70, no: 30 },
      { bound: 5 },
      'Yes cannot fall back under the line: 10.0 points over, with 1 of 4 precincts still incomplete',
    ],
    [
      { yes: 30, no: 70 },
      { bound: 5 },
      'Yes can no longer clear the line: 30.0 points under, with 1 of 4 precincts still incomplete',
    ],
    [
      { yes: 60, no: 40 },
      { bound: 0 },
      'Yes cannot fall back under the line: exactly 60%, with every vote counted',
    ],
  ])('%o', (votes, left, text) => {
    expect(says(measure, votes, left)).toBe(text);
  });

  it('passes or fails once certified', () => {
    expect(says({ ...measure, certified }, { yes: 70, no: 30 }, { bound: 0 })).toBe(
      'Certified: Yes passed, 10.0 points over the line',
    );
    expect(says({ ...measure, certified }, { yes: 59, no: 41 }, { bound: 0 })).toBe(
      'Certified: Yes failed, 1.0 points under the line',
    );
  });
});

describe('a call', () => {
  const votes = { ann: 48, bob: 30, cyd: 22 };
  const count =
    'Adams is 2.0 points under the line, with about half of the estimated vote still out';

  it('is told with its source, and the count beside it', () => {
    const runoff = makeCall('runoff', ['ann', 'bob']);
    expect(says({}, votes, open, { calls: [runoff] })).toBe(
      `AP calls a runoff between Adams and Brown: ${count}`,
    );
    const winner = makeCall('winner', ['ann'], { source: null });
    expect(says({}, votes, open, { calls: [winner] })).toBe(
      `The election desk calls Adams the winner: ${count}`,
    );
    expect(says({}, votes, open, { calls: [makeCall('advance', ['ann'])] })).toBe(
      `AP calls a place in the next round for Adams: ${count}`,
    );
    expect(says({}, votes, open, { calls: [makeCall('too-close', [])] })).toBe(
      `Too close to call, says AP: ${count}`,
    );
  });

  it('may come before any vote', () => {
    expect(says({}, {}, open, { calls: [makeCall('winner', ['ann'])] })).toBe(
      'AP calls Adams the winner: no votes are counted yet',
    );
  });

  it('that decides goes before one that does not', () => {
    const calls = [
      makeCall('runoff', ['ann', 'bob']),
      makeCall('too-early', [], { source: 'CNN' }),
    ];
    expect(says({}, votes, open, { calls })).toContain('AP calls a runoff');
  });

  it('under review says so, and retracted is none', () => {
    const review = makeCall('winner', ['ann'], { state: 'under-review' });
    expect(says({}, votes, open, { calls: [review] })).toBe(`A call is under review: ${count}`);
    const retracted = makeCall('winner', ['ann'], { state: 'retracted' });
    expect(says({}, votes, open, { calls: [retracted] })).toBe(count);
  });
});

describe('a certified count', () => {
  it.each<[Partial<Contest>, Record<string, number>, string]>([
    [{}, { ann: 60, bob: 40 }, 'Certified: Adams won, 10.0 points over the line'],
    [{ rule: plurality }, { ann: 60, bob: 40 }, 'Certified: Adams won by 20 votes'],
    [
      { rule: topTwo },
      { ann: 60, bob: 40, cyd: 1 },
      'Certified: Adams and Brown advance to the next round',
    ],
    [{ rule: plurality }, { ann: 40, bob: 40 }, 'Certified: Adams and Brown are tied'],
  ])('%o', (parts, votes, text) => {
    expect(says({ ...parts, certified }, votes, { bound: 0 })).toBe(text);
  });

  it('proves nothing where units never completed', () => {
    expect(says({ certified }, { ann: 60, bob: 40 }, { bound: null })).toBe(
      'Certified: Adams is 10.0 points over the line',
    );
  });
});

it('calls two people with one surname by their whole names', () => {
  const two = [
    makeChoice('ann', 'Ann Adams Jr.'),
    makeChoice('amy', 'Amy Adams'),
    makeChoice('bob', 'Bob Brown'),
  ];
  expect(says({ choices: two }, { ann: 60, bob: 40 }, open)).toContain('Ann Adams Jr. is');
  expect(says({ choices: two }, { bob: 60, ann: 40 }, open)).toContain('Brown is');
});

it('is about whoever can win: a barred leader cannot', () => {
  const barred = [
    makeChoice('ann', 'Ann Adams', { eligible: false }),
    makeChoice('bob', 'Bob Brown'),
  ];
  expect(says({ choices: barred }, { ann: 60, bob: 40 }, open)).toContain(
    'Brown is 10.0 points under',
  );
});

it('names late ballots where nothing else is out', () => {
  const late = [makeLate('provisional', null)];
  const out = {
    incomplete: 0,
    byGroup: { registration: 0, turnout: 0, unknown: 0 },
    byRegistration: { ballots: 0, unknown: 1, overBound: 0 },
    overBound: 0,
    expected: null,
    expectedUnknown: 0,
    overExpected: 0,
  };
  expect(says({ late }, { ann: 60, bob: 40 }, { bound: 0 }, { out })).toBe(
    'Adams is 10.0 points over the line, with late ballots still to come',
  );
});

it('joins names as each language does', () => {
  expect(listText(['Ossoff'], 'en')).toBe('Ossoff');
  expect(listText(['Ossoff', 'Handel', 'Gray'], 'en')).toBe('Ossoff, Handel and Gray');
  expect(listText(['Pérez', 'Ibarra'], 'es')).toBe('Pérez e Ibarra');
  expect(listText(['Pérez', 'Hierro'], 'es')).toBe('Pérez y Hierro');
});

it('says nothing for a key of another version', () => {
  expect(sentenceText({ key: 'constructor', args: {} }, 'en')).toBe('');
});
