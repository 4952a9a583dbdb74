import { beforeAll, describe, expect, it } from 'vitest';
import { readNight } from '../../server/replay/night.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ChoiceId, ContestId } from '../../shared/basics/ids.ts';
import type { Tally, Votes } from '../../shared/count/tally.ts';
import type { ContestState } from '../../shared/night/board.ts';
import { instant } from '../night/make-night.ts';
import { demoNight, type Played, playIntoDesk } from './play-into-desk.ts';

const RUNOFF = 'ga-06-runoff' as ContestId;

let played: Played;
const seen: { nightAt: string; tally: Tally }[] = [];

function contestOf({ desk }: Played): ContestState {
  return present(desk.board.contests.get(RUNOFF), 'contest');
}

beforeAll(async () => {
  const night = readNight('ga-06-runoff');
  if (!night.ok) throw new Error(night.reason);
  played = await playIntoDesk(night.value, {
    wrap: (sender, { desk }) => ({
      ...sender,
      async send(step) {
        const sent = await sender.send(step);
        const { tally, nightAt } = present(desk.board.contests.get(RUNOFF), 'contest');
        seen.push({ nightAt, tally });
        return sent;
      },
    }),
  });
}, 120_000);

function tallyAt(time: string): Tally {
  return present(
    seen.findLast(({ nightAt }) => nightAt <= instant(time)),
    `a tally at ${time}`,
  ).tally;
}

function of(votes: Votes, choice: string): number {
  return votes[choice as ChoiceId] ?? 0;
}

function sum(votes: Readonly<Record<string, number>>): number {
  return Object.values(votes).reduce((all, number) => all + number, 0);
}

describe('the night of 20 June 2017 in Georgia', () => {
  it('is played to its end; what is held is a count that two precincts of DeKalb had alike', () => {
    expect(played.end).toBe('ended');
    expect(played.failures).toEqual([]);
    expect(played.said).toEqual([expect.stringMatching(/is held: duplicate-of$/)]);
    expect(tallyAt('2017-06-20T21:53:00-04:00').holds).toBe(1);
    expect(tallyAt('2017-06-20T21:56:00-04:00').holds).toBe(0);
    const held = [...played.desk.board.holds.values()];
    expect(held.map(({ state, checks }) => [state, checks[0]?.message])).toEqual([
      [
        'released',
        'Every count of Peachtree Middle (absentee by mail) is that of Evansdale Elem: 167 votes.',
      ],
    ]);
  });

  it('shows nothing before 7:30 pm, when the last two places closed', () => {
    const { contest } = contestOf(played);
    const livsey = contest.units.find(({ id }) => id === 'dekalb/livsey-elem');
    expect(livsey?.pollsClose).toBe(instant('2017-06-20T19:30:00-04:00'));
    expect(tallyAt('2017-06-20T19:29:00-04:00').open).toBe(false);
    expect(tallyAt('2017-06-20T19:38:00-04:00').open).toBe(true);
  });

  it.each([
    ['7:38 pm, 70,000 votes', '2017-06-20T19:38:00-04:00', 72_251, 51, 49, 0],
    ['8:09, 115,000', '2017-06-20T20:09:00-04:00', 114_771, 49, 51, 0],
    ['8:48', '2017-06-20T20:48:00-04:00', 120_900, 49, 51, 13],
    ['8:55, Handel ahead by less than 1', '2017-06-20T20:55:00-04:00', 126_501, 50, 50, 19],
    ['9:10', '2017-06-20T21:10:00-04:00', 155_672, 51, 49, 82],
    ['9:30', '2017-06-20T21:30:00-04:00', 169_796, 52, 48, 99],
    ['9:48, 190,000', '2017-06-20T21:48:00-04:00', 190_376, 52, 48, 134],
    ['9:51', '2017-06-20T21:51:00-04:00', 208_379, 51, 49, 157],
    ['11:28, Cobb complete', '2017-06-20T23:28:00-04:00', 246_127, 52, 48, 196],
    ['12:15 am', '2017-06-21T00:15:00-04:00', 259_488, 52, 48, 208],
    ['six days later', '2017-06-26T15:40:00-04:00', 260_316, 52, 48, 208],
  ])('has at %s what was published', (_, time, total, handel, ossoff, precincts) => {
    const { votes, units } = tallyAt(time);
    expect(sum(votes)).toBe(total);
    expect(Math.round((100 * of(votes, 'handel')) / total)).toBe(handel);
    expect(Math.round((100 * of(votes, 'ossoff')) / total)).toBe(ossoff);
    expect(units).toEqual({ complete: precincts, partial: 0, none: 208 - precincts });
  });

  it('has the whole of DeKalb from 9:53 pm and the whole of Cobb from 11:28', () => {
    const complete = (time: string, county: string) => tallyAt(time).counties[county]?.units;
    expect(complete('2017-06-20T21:53:00-04:00', 'DeKalb')).toMatchObject({ complete: 43 });
    expect(complete('2017-06-20T23:28:00-04:00', 'Cobb')).toMatchObject({ complete: 50 });
  });

  it('ends the night at 134,595 to 124,893', () => {
    const { votes } = tallyAt('2017-06-21T00:16:00-04:00');
    expect(votes).toEqual({ handel: 134_595, ossoff: 124_893 });
  });

  it('ends with every certified number, and shows that mail ballots were added', () => {
    const { tally, contest } = contestOf(played);
    expect(tally.votes).toEqual({ handel: 134_799, ossoff: 125_517 });
    const methods = Object.entries(tally.methods).map(([id, { votes }]) => [id, votes]);
    expect(Object.fromEntries(methods)).toEqual({
      'election-day': { handel: 67_938, ossoff: 48_865 },
      early: { handel: 56_619, ossoff: 58_152 },
      'absentee-mail': { handel: 10_081, ossoff: 18_065 },
      provisional: { handel: 161, ossoff: 435 },
    });
    const provisional = Object.entries(tally.counties).map(([id, { votes }]) => [
      id,
      votes.provisional,
    ]);
    expect(Object.fromEntries(provisional)).toEqual({
      Cobb: { handel: 63, ossoff: 277 },
      DeKalb: { handel: 41, ossoff: 66 },
      Fulton: { handel: 57, ossoff: 92 },
    });
    expect(contest.certified).not.toBeNull();
    expect(tally.corrections.length).toBeGreaterThan(0);
    expect(tally.corrections[0]?.reason).toMatch(/Georgia Secretary of State/);
  });

  it('has two desks call it for Handel, at their times', () => {
    const { calls } = contestOf(played).tally;
    expect(calls.map(({ source, type, choices, state }) => [source, type, choices, state])).toEqual(
      [
        ['Decision Desk HQ', 'winner', ['handel'], 'public'],
        ['AP', 'winner', ['handel'], 'public'],
      ],
    );
  });

  it('expects what a desk could expect that evening, and says that its order is reconstructed', () => {
    const { contest, election } = contestOf(played);
    const expected = contest.units.reduce((all, unit) => all + (unit.expected ?? 0), 0);
    expect(expected).toBe(277_987);
    expect(contest.expectedBy).toMatch(/April/);
    const { labels } = present(played.desk.board.elections.get(election), 'election').election;
    expect(labels).toEqual(['reconstructed-order']);
  });

  it('is where the first round says that its second is, and plays beside it', async () => {
    await playIntoDesk(demoNight(), { into: played });
    const first = present(played.desk.board.contests.get('ga-06' as ContestId), 'first round');
    expect(first.contest.next).toMatchObject({ contest: RUNOFF, date: '2017-06-20' });
    expect(sum(first.tally.votes)).toBe(192_569);
    expect(sum(contestOf(played).tally.votes)).toBe(260_316);
  });
});
