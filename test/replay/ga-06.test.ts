import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import type { ChoiceId, ContestId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { Tally, Votes } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { ContestState } from '../../shared/night/board.ts';
import { instant } from '../night/make-night.ts';
import { demoNight, type Played, playIntoDesk } from './play-into-desk.ts';

const GA_06 = 'ga-06' as ContestId;

let played: Played;
/** What the public knew after each of the replay's steps. */
const seen: { at: string; nightAt: string; tally: Tally }[] = [];

function contestOf({ desk }: Played): ContestState {
  return present(desk.board.contests.get(GA_06), 'contest');
}

beforeAll(async () => {
  played = await playIntoDesk(demoNight(), {
    wrap: (sender, { desk }) => ({
      ...sender,
      async send(step) {
        const sent = await sender.send(step);
        const { tally, nightAt } = present(desk.board.contests.get(GA_06), 'contest');
        seen.push({ at: step.at, nightAt, tally });
        return sent;
      },
    }),
  });
}, 120_000);

/** To the second: a night that plays 60 times as fast comes to a step within some of its milliseconds. */
function toSecond(at: string | null | undefined): string {
  return instantOf(Math.round(Date.parse(at ?? '') / 1_000) * 1_000);
}

/** What the public knew at a moment of the night. */
function tallyAt(time: string): Tally {
  const last = seen.findLast(({ nightAt }) => nightAt <= instant(time));
  return present(last, `a tally at ${time}`).tally;
}

function votesFor(votes: Votes, choice: string): number {
  return votes[choice as ChoiceId] ?? 0;
}

function sum(votes: Readonly<Record<string, number>>): number {
  return Object.values(votes).reduce((all, number) => all + number, 0);
}

function percent(votes: number, total: number, digits: number): string {
  return ((100 * votes) / total).toFixed(digits);
}

describe('the night of 18 April 2017 in Georgia', () => {
  it('is played to its end, with nothing refused and nothing held', () => {
    expect(played.end).toBe('ended');
    expect(played.said).toEqual([]);
    expect(played.failures).toEqual([]);
  });

  it.each([
    ['7:59 pm', '2017-04-18T19:59:00-04:00', 9_483, '71.30', '10.79', 0],
    ['8:23 pm', '2017-04-18T20:23:00-04:00', 21_150, '63.43', '11.41', 0],
    ['8:35 pm', '2017-04-18T20:35:00-04:00', 50_262, '61.98', '14.14', 0],
    ['8:44 pm', '2017-04-18T20:44:00-04:00', 50_262, '61.98', '14.14', 0],
    ['9 pm', '2017-04-18T21:00:00-04:00', 58_273, '60.59', '14.63', 8],
    ['9:15 pm', '2017-04-18T21:15:00-04:00', 80_254, '56.73', '16.56', 42],
    ['9:37 pm', '2017-04-18T21:37:00-04:00', 99_946, '53.94', '17.62', 67],
    ['9:49 pm', '2017-04-18T21:49:00-04:00', 127_778, '50.96', '18.08', 96],
    ['9:55 pm', '2017-04-18T21:55:00-04:00', 129_190, '50.95', '18.13', 98],
    ['10:40 pm', '2017-04-18T22:40:00-04:00', 143_050, '50.31', '18.13', 112],
    ['11:40 pm', '2017-04-18T23:40:00-04:00', 143_050, '50.31', '18.13', 112],
    ['midnight', '2017-04-19T00:00:00-04:00', 143_050, '50.31', '18.13', 112],
    ['12:03 am', '2017-04-19T00:03:00-04:00', 182_151, '48.61', '19.49', 172],
    ['12:25 am', '2017-04-19T00:25:00-04:00', 182_949, '48.65', '19.49', 176],
    ['1 am', '2017-04-19T01:00:00-04:00', 188_745, '48.27', '19.65', 194],
    ['after 2 am', '2017-04-19T02:10:00-04:00', 192_147, '48.11', '19.78', 208],
    ['a week later', '2017-04-25T15:58:00-04:00', 192_569, '48.12', '19.77', 208],
  ])('has at %s what was published', (_, time, total, leader, second, precincts) => {
    const { votes, units } = tallyAt(time);
    expect(sum(votes)).toBe(total);
    expect(percent(votesFor(votes, 'ossoff'), total, 2)).toBe(leader);
    expect(percent(votesFor(votes, 'handel'), total, 2)).toBe(second);
    expect(units).toEqual({ complete: precincts, partial: 0, none: 208 - precincts });
  });

  it('has what Patch counted at 10:40 pm within five votes of each', () => {
    const patch = { ossoff: 71_970, handel: 25_934, hill: 14_390, gray: 13_765, moody: 12_040 };
    const { votes } = tallyAt('2017-04-18T22:40:00-04:00');
    for (const [choice, published] of Object.entries(patch))
      expect(Math.abs(votesFor(votes, choice) - published), choice).toBeLessThanOrEqual(5);
  });

  it('crosses the line once, within the big Fulton update', () => {
    const crossings = seen.filter(({ tally }, at) => {
      const before = seen[at - 1]?.tally ?? null;
      return before !== null && isOver(before) !== isOver(tally);
    });
    expect(crossings.map(({ at }) => at.slice(0, 16))).toEqual(['2017-04-19T04:00']);
    expect(crossings.map(({ tally }) => isOver(tally))).toEqual([false]);
  });

  it('shows each step at its own time of the night', () => {
    for (const { at, nightAt } of seen) {
      const apartMs = Date.parse(nightAt) - Date.parse(at);
      expect(Math.abs(apartMs), at).toBeLessThan(1_000);
    }
  });

  it("has readers told of Fulton's stall until the update comes", () => {
    const [notice] = contestOf(played).tally.notices;
    expect(toSecond(notice?.since)).toBe(instant('2017-04-18T23:40:00-04:00'));
    expect(toSecond(notice?.until)).toBe(instant('2017-04-19T00:03:30-04:00'));
    expect(notice?.text.en).toMatch(/Fulton/);
    expect(notice?.text.es).toMatch(/Fulton/);
  });

  it('has three desks call the runoff, at their times', () => {
    const { calls } = contestOf(played).tally;
    expect(
      calls.map(({ source, type, choices, nightAt }) => [source, type, choices, toSecond(nightAt)]),
    ).toEqual([
      ['CNN', 'runoff', ['ossoff', 'handel'], instant('2017-04-19T00:42:00-04:00')],
      ['The New York Times', 'runoff', ['ossoff', 'handel'], instant('2017-04-19T00:59:00-04:00')],
      ['AP', 'runoff', ['ossoff', 'handel'], instant('2017-04-19T01:07:00-04:00')],
    ]);
  });

  it('ends with every certified number', () => {
    const { tally, contest } = contestOf(played);
    expect(tally.votes).toEqual({
      abroms: 1_639,
      bhuiyan: 415,
      edwards: 504,
      grawert: 415,
      gray: 20_802,
      handel: 38_071,
      hernandez: 121,
      hill: 16_870,
      keatley: 229,
      kremer: 351,
      levell: 455,
      llop: 326,
      moody: 17_028,
      ossoff: 92_673,
      pollard: 55,
      quigg: 304,
      slotin: 491,
      wilson: 1_820,
    });
    expect(methodTotals(tally)).toEqual({
      'election-day': [135_302, 56_234],
      early: [50_262, 31_153],
      'absentee-mail': [6_583, 5_046],
      provisional: [422, 240],
    });
    expect(countyTotals(tally)).toEqual({
      Cobb: [61_229, 25_288, 11_306],
      DeKalb: [44_299, 25_952, 7_359],
      Fulton: [87_041, 41_433, 19_406],
    });
    expect(blocTotals(tally, contest)).toEqual({ D: 94_201, R: 98_192, I: 176 });
    expect(contest.certified?.at).toBe(instant('2017-04-25T15:58:00-04:00'));
  });

  it('has every number of every precinct and method as certified', () => {
    const lines = [...contestOf(played).cells].flatMap(([unit, cells]) =>
      [...cells].flatMap(([method, { votes }]) =>
        Object.entries(votes).flatMap(([choice, number]) =>
          number > 0 ? [`${unit} ${method} ${choice} ${number}`] : [],
        ),
      ),
    );
    // Of `unit method choice votes` lines made from the state's own files, sorted.
    const digest = createHash('sha256').update(lines.sort().join('\n')).digest('hex');
    expect(lines).toHaveLength(5_392);
    expect(digest).toBe('aa640c9bf9d8d85a88549eaee065ac90f2cc219e4061f23cf06f8576a9fc423c');
  });

  it('stands still at its end', () => {
    expect(contestOf(played).tally.clock).toMatchObject({
      nightAt: instant('2017-04-25T15:58:00-04:00'),
      rate: 0,
    });
  });
});

describe('the definition of that night', () => {
  it('has 18 choices in ballot order, 208 precincts in three counties, and 439,909 active voters', () => {
    const { contest } = contestOf(played);
    expect(contest.choices).toHaveLength(18);
    const surnames = contest.choices.map(({ name }) => name.split(' ').at(-1) ?? '');
    expect(surnames).toEqual([...surnames].sort());
    const counties = contest.units.map(({ parent }) => parent);
    expect(['Cobb', 'DeKalb', 'Fulton'].map((c) => counties.filter((p) => p === c).length)).toEqual(
      [50, 43, 115],
    );
    expect(contest.units.reduce((all, { registered }) => all + (registered ?? 0), 0)).toBe(439_909);
    expect(contest.registration).toMatchObject({ is: 'active', all: 520_864 });
  });

  it('has the 2016 House by precinct: 201,086 for Price, 124,916 for Stooksbury', () => {
    const [baseline] = contestOf(played).contest.baselines;
    const totals = Object.values(baseline?.units ?? {}).map(({ total }) => total ?? []);
    expect(totals).toHaveLength(208);
    expect([0, 1].map((at) => totals.reduce((all, row) => all + (row[at] ?? 0), 0))).toEqual([
      124_916, 201_086,
    ]);
  });

  it('expects what a desk could expect that evening, not what came', () => {
    const { contest } = contestOf(played);
    const expected = contest.units.reduce((all, unit) => all + (unit.expected ?? 0), 0);
    // 56,845 cast before the day, and 129,733 on the day in November.
    expect(expected).toBe(186_578);
    expect(contest.expectedBy).toMatch(/November 2016/);
  });

  it('says that its order is reconstructed', () => {
    const election = present(
      played.desk.board.elections.get(contestOf(played).election),
      'election',
    );
    expect(election.election.labels).toEqual(['reconstructed-order']);
  });
});

function isOver({ votes }: Tally): boolean {
  return 2 * votesFor(votes, 'ossoff') > sum(votes);
}

function methodTotals({ methods }: Tally) {
  return Object.fromEntries(
    Object.entries(methods).map(([id, { votes }]) => [id, [sum(votes), votesFor(votes, 'ossoff')]]),
  );
}

function countyTotals({ counties }: Tally) {
  return Object.fromEntries(
    Object.entries(counties).map(([name, county]) => {
      const rows = Object.values(county.votes);
      const of = (choice: string) => rows.reduce((all, row) => all + votesFor(row, choice), 0);
      return [name, [rows.reduce((all, row) => all + sum(row), 0), of('ossoff'), of('handel')]];
    }),
  );
}

function blocTotals({ votes }: Tally, { blocs }: Contest) {
  return Object.fromEntries(
    blocs.map(({ id, choices }) => [id, choices.reduce((all, c) => all + votesFor(votes, c), 0)]),
  );
}
