import type { CountPoint } from '../../client/charts/count-point.ts';
import { definitionOfState } from '../../server/live/definition-of-state.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { demoNight, playIntoDesk } from '../replay/play-into-desk.ts';

/** Everything that a page knows at one moment of the night. */
export interface Moment {
  readonly name: string;
  readonly definition: Definition;
  readonly tally: Tally;
  readonly standing: Standing;
  /** How the votes stood after each step until then. */
  readonly points: readonly CountPoint[];
}

type Seen = Omit<Moment, 'name'>;

const GA_06 = 'ga-06' as ContestId;

/** The moments that every chart is looked at in, each the newest that is so. */
const MOMENTS: readonly [name: string, is: (seen: Seen, all: readonly Seen[]) => boolean][] = [
  ['nothing-counted', ({ standing }) => standing.counted === 0],
  ['71-percent', ({ tally }) => asOf(tally) <= '2017-04-19T00:00:00.000Z'],
  [
    'stalled',
    ({ tally, standing }) => isOver(standing) && asOf(tally) <= '2017-04-19T03:59:00.000Z',
  ],
  ['crossing', ({ standing }, all) => standing.counted <= firstUnder(all)],
  ['uncertified', ({ standing }) => standing.certified === null],
  ['certified', () => true],
];

/** The night of 18 April 2017 in Georgia, played through the real desk. */
export async function georgiaMoments(): Promise<readonly Moment[]> {
  const seen: Seen[] = [];
  const look = (board: Board) => {
    const state = present(board.contests.get(GA_06), 'contest');
    const definition = definitionOfState(board, state);
    const standing = standingOf(definition, state.tally, state);
    const points = [...(seen.at(-1)?.points ?? []), pointOf(state.tally, standing)];
    seen.push({ definition, tally: state.tally, standing, points });
  };
  await playIntoDesk(demoNight(), {
    wrap: (sender, { desk }) => ({
      ...sender,
      async send(step) {
        if (seen.length === 0) look(desk.board);
        const sent = await sender.send(step);
        look(desk.board);
        return sent;
      },
    }),
  });
  return MOMENTS.map(([name, is]) => ({
    name,
    ...present(
      seen.findLast((one) => is(one, seen)),
      `a moment with ${name}`,
    ),
  }));
}

function pointOf(tally: Tally, { counted }: Standing): CountPoint {
  return { nightAt: asOf(tally), counted, votes: tally.votes };
}

function asOf({ asOf }: Tally): string {
  return asOf ?? '';
}

function isOver({ choices }: Standing): boolean {
  return choices.some(({ overLine }) => overLine);
}

function firstUnder(all: readonly Seen[]): number {
  const first = all.find(({ standing }) => standing.counted > 0 && !isOver(standing));
  return present(first, 'a crossing').standing.counted;
}
