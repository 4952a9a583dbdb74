import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ByMethod } from '../../client/watch/by-method.tsx';
import { PathToLine } from '../../client/watch/path-to-line.tsx';
import { placesOut } from '../../client/watch/places-out.ts';
import { WhereOut } from '../../client/watch/where-out.tsx';
import type { CountyTally, MethodTally, Tally } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Rule } from '../../shared/election/rule.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';
import { instant, type Left, makeDefinition, makeTally } from '../results/make.ts';

const ANN = choiceId('constructor');
const CONTEST = makeContest({
  choices: [
    makeChoice('constructor', 'Ann Adams'),
    makeChoice('bob', 'Bob Brown'),
    makeChoice('cy', 'Cy Clay'),
  ],
});
const NONE = { complete: 0, partial: 0, none: 4 };

function county(expectedOut: number, votes: CountyTally['votes']): CountyTally {
  return { expectedOut, votes, units: NONE };
}

function votes(ann: number, bob: number) {
  return { [ANN]: ann, [choiceId('bob')]: bob };
}

function method(ann: number, bob: number, parts: Partial<MethodTally> = {}): MethodTally {
  return { votes: votes(ann, bob), ballots: ann + bob, units: 4, complete: 1, ...parts };
}

function pictureOf(left: Left, parts: Partial<Tally> = {}, contest: Contest = CONTEST) {
  const at = instant('2017-04-19T03:41:00Z');
  const tally = makeTally(contest, { constructor: 503, bob: 397, cy: 100 }, left, parts);
  const definition = makeDefinition(contest);
  const standing = standingOf(definition, tally, { seq: 1, at, nightAt: at });
  return { definition, standing, tally, language: 'en' as const };
}

const ONE_COUNTY = { Fulton: county(300, { early: votes(60, 40), 'election-day': votes(38, 62) }) };
const TWO_COUNTIES = {
  ...ONE_COUNTY,
  Cobb: county(100, { early: votes(57, 43) }),
  DeKalb: county(0, {}),
};

afterEach(cleanup);

describe('the path to the line', () => {
  it('says what is needed by the estimate, and apart from it what holds whoever votes', () => {
    const { container } = render(<PathToLine {...pictureOf({ expected: 400, bound: 9_000 })} />);
    expect(container.querySelector('.path-number')?.textContent).toBe('49.5%');
    expect(container.textContent).toContain('by the estimate, is what Adams needs');
    expect(container.querySelector('.path-hard')?.textContent).toBe(
      'Certain is only what holds whoever votes: at most 9,000 votes can still come, and of all those Adams needs 50.0%.',
    );
  });

  it.each([
    [{ expected: 400, bound: 9_000 }],
    [{ expected: 2, bound: 9_000 }],
    [{ expected: 400, bound: null }],
    [{ expected: 7, bound: 7 }],
  ])('never says "can" or "certain" of %j but for the bound', (left) => {
    const { container } = render(<PathToLine {...pictureOf(left)} />);
    container.querySelector('.path-hard')?.remove();
    if (left.bound !== left.expected)
      expect(container.textContent).not.toMatch(/\b(can|cannot|certain)\b|whatever/i);
  });

  it('still says what can come once nothing is expected any more, until it is certified', () => {
    const { container } = render(<PathToLine {...pictureOf({ expected: 0, bound: 9_000 })} />);
    expect(container.textContent).toContain('Over the line by');
    expect(container.querySelector('.path-hard')?.textContent).toContain('at most 9,000 votes');
  });

  it('shows the kinds of votes of the one place from which votes are out', () => {
    const picture = pictureOf({ expected: 400, bound: 9_000 }, { counties: ONE_COUNTY });
    const { container } = render(<PathToLine {...picture} />);
    const rows = [...container.querySelectorAll('.path-row')].map((row) => [
      row.querySelector('.path-label')?.textContent,
      row.querySelector('.unseen')?.textContent,
      row.querySelector('circle')?.getAttribute('data-over'),
    ]);
    expect(rows).toEqual([
      ['Fulton, early', '60.0%', 'true'],
      ['Counted so far', '50.3%', 'true'],
      ['Fulton, election day', '38.0%', 'false'],
    ]);
  });

  it('shows the places themselves where there are several', () => {
    const picture = pictureOf({ expected: 400, bound: 9_000 }, { counties: TWO_COUNTIES });
    const { container } = render(<PathToLine {...picture} />);
    const labels = [...container.querySelectorAll('.path-label')].map((label) => label.textContent);
    expect(labels).toEqual(['Cobb', 'Counted so far', 'Fulton']);
  });

  it('says nothing of a path while next to nothing is counted, nor without a line', () => {
    const plurality: Rule = { type: 'plurality', seats: 1 };
    const early = render(<PathToLine {...pictureOf({ expected: 90_000, bound: 95_000 })} />);
    expect(early.container.textContent).toBe('');
    const contest = { ...CONTEST, rule: plurality };
    const plain = render(<PathToLine {...pictureOf({ expected: 400 }, {}, contest)} />);
    expect(plain.container.textContent).toBe('');
  });
});

describe('where votes are still out', () => {
  it('is told county by county, most votes first, kind by kind', () => {
    const picture = pictureOf({ expected: 400, bound: 9_000 }, { counties: TWO_COUNTIES });
    const { container } = render(<WhereOut {...picture} />);
    const heads = [...container.querySelectorAll('.place-head')].map((head) => head.textContent);
    expect(heads).toEqual([
      'Fulton about 300 votes out 0 of 4 precincts',
      'Cobb about 100 votes out 0 of 4 precincts',
    ]);
    expect(container.querySelectorAll('.path-flag')).toHaveLength(2);
    expect(container.querySelectorAll('circle')).toHaveLength(3);
  });

  it('counts only votes that count, of whoever is called whatever', () => {
    const [cobb] = placesOut(CONTEST, { counties: { Cobb: TWO_COUNTIES.Cobb } }, ANN);
    expect(cobb).toMatchObject({ county: 'Cobb', out: 100, share: { num: 57, den: 100 } });
    const contest = {
      ...CONTEST,
      choices: CONTEST.choices.map((one) => (one.id === 'bob' ? { ...one, counts: false } : one)),
    };
    expect(placesOut(contest, { counties: { Cobb: TWO_COUNTIES.Cobb } }, ANN)[0]?.share).toEqual({
      num: 57,
      den: 57,
    });
  });
});

describe('how the votes were cast', () => {
  it('is told for each kind with its share, its votes and how much of it is in', () => {
    const methods = {
      early: method(60, 40),
      'election-day': method(443, 457),
      provisional: method(0, 0),
    };
    const { container } = render(<ByMethod {...pictureOf({ expected: 400 }, { methods })} />);
    const rows = [...container.querySelectorAll('.method-label')].map((row) =>
      row.textContent?.replaceAll(/\s+/g, ' '),
    );
    expect(rows).toEqual([
      'election day 49.2% 900 votes counted complete in 1 of 4',
      'early 60.0% 100 votes counted complete in 1 of 4',
      'provisional none yet complete in 1 of 4',
    ]);
  });

  it('is nothing to tell where there is one kind alone', () => {
    const { container } = render(
      <ByMethod {...pictureOf({ expected: 400 }, { methods: { total: method(503, 397) } })} />,
    );
    expect(container.textContent).toBe('');
  });
});
