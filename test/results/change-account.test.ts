import { describe, expect, it } from 'vitest';
import type { PublicCorrection, Tally } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { changeAccount } from '../../shared/results/change-account.ts';
import { sentenceText } from '../../shared/results/sentence-text.ts';
import { choiceId, makeChoice, makeContest, makeUnit } from '../count/make.ts';
import { instant, makeCall, makeTally } from './make.ts';

const contest = makeContest({
  choices: [
    makeChoice('ossoff', 'Jon Ossoff'),
    makeChoice('handel', 'Karen Handel'),
    makeChoice('gray', 'Bob Gray'),
  ],
  units: [makeUnit('cobb/a', { parent: 'Cobb' }), makeUnit('fulton/a', { parent: 'Fulton' })],
});

/** Votes by county; `complete` precincts of 208. */
function tally(
  counties: Record<string, Record<string, number>>,
  complete = 0,
  parts: Partial<Tally> = {},
): Tally {
  const votes: Record<string, number> = {};
  for (const own of Object.values(counties))
    for (const [choice, count] of Object.entries(own)) votes[choice] = (votes[choice] ?? 0) + count;
  const empty = makeTally(contest, votes);
  return {
    ...empty,
    units: { complete, partial: 0, none: 208 - complete },
    counties: Object.fromEntries(
      Object.entries(counties).map(([name, own]) => [
        name,
        { votes: { total: own }, units: { complete: 0, partial: 0, none: 0 }, expectedOut: 0 },
      ]),
    ),
    ...parts,
  };
}

function told(before: Tally, after: Tally, of: Contest = contest): string {
  const change = changeAccount(of, before, after);
  expect(sentenceText(change, 'es')).not.toMatch(/undefined|\{|\}|^$/);
  return sentenceText(change, 'en');
}

const cobb = { ossoff: 507, handel: 493 };
const early = tally({ Cobb: cobb }, 98);

describe('votes', () => {
  it('are told with their county, precincts and number, and the leader from share to share', () => {
    const after = tally({ Cobb: cobb, Fulton: { ossoff: 480, handel: 470, gray: 12 } }, 103);
    expect(told(early, after)).toBe('Fulton, 5 precincts, 962 votes: Ossoff 50.7% to 50.3%');
  });

  it('that complete no precinct are told without', () => {
    const after = tally({ Cobb: cobb, Fulton: { ossoff: 1 } }, 98);
    expect(told(early, after)).toBe('Fulton, 1 vote: Ossoff still 50.7%');
  });

  it('of two counties are told with both', () => {
    const after = tally({ Cobb: { ossoff: 600, handel: 493 }, Fulton: { ossoff: 10 } }, 99);
    expect(told(early, after)).toBe(
      'Cobb and Fulton, 1 precinct, 103 votes: Ossoff 50.7% to 55.3%',
    );
  });

  it('that cross the line say so, both ways', () => {
    const under = tally({ Cobb: cobb, Fulton: { ossoff: 10, handel: 5, gray: 30 } }, 98);
    expect(told(early, under)).toBe('Fulton, 45 votes: Ossoff 50.7% to 49.5%, now under the line');
    const over = tally({ Cobb: cobb, Fulton: { ossoff: 60, handel: 5, gray: 30 } }, 98);
    expect(told(under, over)).toBe('Fulton, 50 votes: Ossoff 49.5% to 51.8%, now over the line');
  });

  it('that are the first have no share before', () => {
    expect(told(tally({}), tally({ Cobb: cobb }))).toBe('Cobb, 1,000 votes: Ossoff 50.7%');
  });

  it('that bring another leader name both', () => {
    const after = tally({ Cobb: cobb, Fulton: { handel: 100 } }, 98);
    expect(told(early, after)).toBe('Fulton, 100 votes: Handel 53.9%, now ahead of Ossoff');
  });

  it('without a county are new votes', () => {
    const after = tally({ Cobb: cobb, '': { handel: 7 } }, 98);
    expect(told(early, after)).toBe('New votes, 7 votes: Ossoff 50.7% to 50.3%');
  });
});

describe('a correction', () => {
  function correction(changes: [string, number, number][], parts: Partial<PublicCorrection> = {}) {
    return {
      seq: 9,
      nightAt: instant('2017-04-19T02:52:00Z'),
      unit: 'cobb/mount-bethel-03',
      unitName: 'Mount Bethel 03',
      method: null,
      changes: changes.map(([choice, from, to]) => ({ choice: choiceId(choice), from, to })),
      reason: 'read again',
      ...parts,
    };
  }

  it('is named as one, with what was wrong', () => {
    const after = tally({ Cobb: { ossoff: 507, handel: 520 } }, 98, {
      corrections: [correction([['handel', 136, 163]])],
    });
    expect(told(early, after)).toBe('Correction, Mount Bethel 03: Handel 163, not 136');
  });

  it('of several tells the largest and counts the others', () => {
    const corrections = [
      correction([
        ['gray', 5, 6],
        ['handel', 136, 0],
        ['ossoff', 7, 9],
      ]),
    ];
    expect(told(early, tally({ Cobb: cobb }, 98, { corrections }))).toBe(
      'Correction, Mount Bethel 03: Handel 0, not 136, and 2 other changes',
    );
  });

  it('that takes back a proof says that first', () => {
    const withdrawn = { was: 'through', choices: [choiceId('handel')] };
    const corrections = [correction([['handel', 136, 1]]), correction([], { seq: 10, withdrawn })];
    expect(told(early, tally({ Cobb: cobb }, 98, { corrections }))).toBe(
      'Correction: Handel no longer certain',
    );
    const outcome = [correction([], { withdrawn: { was: 'win-certain', choices: [] } })];
    expect(told(early, tally({ Cobb: cobb }, 98, { corrections: outcome }))).toBe(
      'Correction: the outcome is no longer certain',
    );
  });

  it('is never slipped in: fewer votes are one', () => {
    expect(told(early, tally({ Cobb: { ossoff: 507, handel: 490 } }, 98))).toBe(
      'Correction: 3 votes fewer',
    );
  });
});

describe('what editors say', () => {
  const with_ = (parts: Partial<Tally>) => tally({ Cobb: cobb }, 98, parts);

  it('is told as theirs', () => {
    const runoff = makeCall('runoff', ['ossoff', 'handel']);
    expect(told(early, with_({ calls: [runoff] }))).toBe(
      'AP calls a runoff between Ossoff and Handel',
    );
    const review = makeCall('runoff', ['ossoff', 'handel'], { state: 'under-review' });
    expect(told(with_({ calls: [runoff] }), with_({ calls: [review] }))).toBe(
      'A call by AP is under review',
    );
    const retraction = { nightAt: instant('2017-04-19T06:00:00Z'), reason: 'too soon' };
    const retracted = makeCall('runoff', [], { state: 'retracted', retraction });
    expect(told(with_({ calls: [review] }), with_({ calls: [retracted] }))).toBe(
      'A call by AP is retracted: too soon',
    );
    expect(told(with_({ calls: [review] }), with_({ calls: [runoff] }))).toBe(
      'A call by AP is reinstated',
    );
  });

  it('is a notice in its own words, and its end', () => {
    const notice = {
      noticeId: 'n1',
      text: { en: 'Fulton’s upload is stuck', es: 'La carga de Fulton está parada' },
      since: instant('2017-04-19T03:40:00Z'),
      until: null,
      seq: 7,
    };
    const posted = with_({ notices: [notice] });
    const ended = with_({ notices: [{ ...notice, until: instant('2017-04-19T04:03:00Z') }] });
    expect(told(early, posted)).toBe('Fulton’s upload is stuck');
    expect(told(posted, ended)).toBe('No longer in force: Fulton’s upload is stuck');
    const spoken = changeAccount(contest, early, posted);
    expect(sentenceText(spoken, 'es')).toBe('La carga de Fulton está parada');
  });
});

it('tells of polls, amendments and certification', () => {
  const closed = tally({}, 0, { open: false });
  expect(told(closed, tally({}))).toBe('Polls are closed');
  const at = instant('2017-04-25T19:58:00Z');
  const lastChange = { seq: 8, at, nightAt: at, kind: 'amendment' as const, county: null };
  const amended = tally({ Cobb: cobb }, 98, { lastChange });
  expect(told(early, amended)).toBe('The definition of the contest is amended');
  const certified = { ...contest, certified: { at, source: 'the state' } };
  expect(told(early, amended, certified)).toBe('The count is certified');
  expect(told(early, early)).toBe('No votes changed');
});
