import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { makeDesk, send } from '../desk/make-desk.ts';
import { ada, kay, MAYOR, makeElection, makeMayor, NORTH, SOUTH } from '../night/make-night.ts';
import { demoNight, type Played, playIntoDesk } from './play-into-desk.ts';

const GA_06 = 'ga-06' as ContestId;
const REHEARSAL = 'rehearsal' as ContestId;

let alone: Played;
let beside: Played;
let townReports = 0;
let rehearsals = 0;

/** While Georgia is counted, a town counts report by report, and another election rehearses and is emptied. */
beforeAll(async () => {
  alone = await playIntoDesk(demoNight());
  const into = await makeDesk();
  const load = (election: ReturnType<typeof makeElection>, reset = false) =>
    into.desk.submit({ type: 'load-election', by: ada, election, reset });
  const test = makeElection({
    id: REHEARSAL as string as ElectionId,
    stage: 'test',
    contests: [makeMayor({ id: REHEARSAL })],
  });
  await load(makeElection());
  await load(test);
  beside = await playIntoDesk(demoNight(), {
    into,
    wrap: (sender) => ({
      ...sender,
      async send(step) {
        townReports += 1;
        const [unit, count] = townReports % 2 === 0 ? [NORTH, townReports] : [SOUTH, townReports];
        const votes = { ann: count, bob: 2 * count };
        const town = { reportId: `town ${townReports}`, unit, votes };
        const rehearsal = { reportId: `test ${townReports}`, contest: REHEARSAL, votes };
        const [, sent] = await Promise.all([
          send(into.desk, town, kay),
          sender.send(step),
          send(into.desk, rehearsal, kay),
        ]);
        if (townReports % 10 === 0) {
          await load(test, true);
          rehearsals += 1;
        }
        return sent;
      },
    }),
  });
}, 120_000);

const tallyOf = ({ desk }: Played, contest: ContestId) =>
  present(desk.board.contests.get(contest), contest).tally;

describe('three elections on one record, entry between entry', () => {
  it('leave Georgia’s night as it is alone, to the last field of its tally', () => {
    expect([beside.end, beside.said]).toEqual(['ended', alone.said]);
    const [one, other] = [tallyOf(alone, GA_06), tallyOf(beside, GA_06)];
    expect(other.votes).toMatchObject({ ossoff: 92_673 });
    expect(withoutSeqs(tallyText(other))).toBe(withoutSeqs(tallyText(one)));
  });

  it('count the town to its end', () => {
    const [last, before] = [townReports, townReports - 1];
    expect(townReports).toBeGreaterThan(20);
    expect(tallyOf(beside, MAYOR).votes).toEqual({ ann: last + before, bob: 2 * (last + before) });
    expect(tallyOf(beside, MAYOR).clock).toEqual({ at: null, nightAt: null, rate: 1 });
  });

  it('empty the rehearsal alone, and begin it anew', async () => {
    const since = townReports % 10;
    const entries = await beside.entries();
    const emptied = entries.filter(({ kind }) => kind === 'election-reset');
    expect(emptied.map(({ election }) => election)).toEqual(Array(rehearsals).fill(REHEARSAL));
    const { ann } = tallyOf(beside, REHEARSAL).votes as Readonly<Record<string, number>>;
    expect(ann).toBe(since === 0 ? 0 : townReports);
  });
});

/** Places in the record are other ones; what happened at them is the same. */
function withoutSeqs(text: string): string {
  return text.replaceAll(/"(seq|leaderSince)":\d+/g, '"$1":0');
}
