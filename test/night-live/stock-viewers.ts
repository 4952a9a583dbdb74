import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import { definitionOfState } from '../../server/live/definition-of-state.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import type { Position, StandingSnapshot, StandingUpdate } from '../../shared/wire/messages.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { isTold, type NightHost, type Truth } from './night-host.ts';
import type { Viewer } from './viewer.ts';

/** Socket.IO's own way of coming back, hurried. */
const HURRIED = { forceNew: true, reconnectionDelay: 10, reconnectionDelayMax: 50, timeout: 1_000 };

/** The client that docs/protocol.md prints, run as it stands there, watching one contest. */
export function documentedViewer({ host, contest, network, wrong }: StockViewerParts): Viewer {
  const own: Open = (url, options) => io(url, { ...options, ...HURRIED, ...network });
  const { live, known } = runDocumented(own, host.url, contest);
  const look = onlyTheTruth({ host, contest, wrong }, 'documented client');
  const check = () => {
    const { position, tally } = present(known[contest], 'the contest');
    look(position, (truth) => isTold(truth, tally));
  };
  // After the documented client's own.
  live.on('snapshot', check);
  live.on('update', check);
  return {
    drop: () => live.io.engine?.close(),
    heal() {},
    isRight() {
      const state = host.board.contests.get(contest);
      const mine = known[contest];
      if (state === undefined || mine === undefined) return false;
      return mine.position.seq === state.seq && tallyText(mine.tally) === tallyText(state.tally);
    },
    describe: () =>
      `documented client of ${contest} at ${known[contest]?.position.seq}, connected: ${live.connected}`,
    close: () => live.disconnect(),
  };
}

export interface StockViewerParts {
  readonly host: NightHost;
  readonly contest: ContestId;
  readonly network?: Partial<ManagerOptions>;
  /** Told of what a viewer must never show. */
  readonly wrong: (what: string) => void;
}

type Open = (url: string, options: object) => Socket;

interface Documented {
  readonly live: Socket;
  readonly known: Record<string, { position: { epoch: string; seq: number }; tally: Tally }>;
}

function runDocumented(open: Open, url: string, contest: string): Documented {
  const page = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const here = code
    .replace(/^import .*$/m, '')
    .replace('http://localhost:5050', url)
    .replaceAll("'ga-06'", JSON.stringify(contest));
  // The documentation's own words, which this test is there to hold to the truth.
  return new Function('io', `${here}; return { live, known };`)(open);
}

/** A client that asks for standings and keeps the last. */
export function standingViewer({ host, contest, network, wrong }: StockViewerParts): Viewer {
  const auth = { encoding: 'standing' };
  const options = { auth, transports: ['websocket'], ...HURRIED, ...network };
  const live = io(`${host.url}/live`, options);
  let last: Standing | null = null;
  const look = onlyTheTruth({ host, contest, wrong }, 'standings');
  const keep = (position: Position, { choices, ...standing }: Standing) => {
    last = { choices, ...standing };
    const votes = Object.fromEntries(choices.map((choice) => [choice.id, choice.votes]));
    look(position, (truth) => isDeepStrictEqual(votes, votesOf(truth)));
  };
  live.on('connect', () => live.emit('subscribe', { contests: [contest] }));
  live.on('snapshot', ({ position, standing }: StandingSnapshot) => keep(position, standing));
  live.on('update', ({ epoch, seq, standing }: StandingUpdate) => keep({ epoch, seq }, standing));
  return {
    drop: () => live.io.engine?.close(),
    heal() {},
    isRight() {
      const { board } = host;
      const state = board.contests.get(contest);
      if (state === undefined) return false;
      const standing = spokenStanding(
        standingOf(definitionOfState(board, state), state.tally, state),
        'en',
      );
      return isDeepStrictEqual(last, JSON.parse(JSON.stringify(standing)));
    },
    describe: () => `standing of ${contest} at ${last?.seq}, connected: ${live.connected}`,
    close: () => live.disconnect(),
  };
}

/** Nothing but what was public at its position, and no position before the last of the same history. */
function onlyTheTruth(
  { host, contest, wrong }: Pick<StockViewerParts, 'host' | 'contest' | 'wrong'>,
  who: string,
): (position: Position, isShown: (truth: Truth) => boolean) => void {
  let last: Position | null = null;
  return (position, isShown) => {
    const truth = host.truthAt(contest, position.epoch, position.seq);
    if (truth === null || !isShown(truth))
      wrong(`${who}: ${contest} at ${position.seq} shows what was never public`);
    if (last?.epoch === position.epoch && position.seq < last.seq)
      wrong(`${who}: ${contest} went back from ${last.seq} to ${position.seq}`);
    last = position;
  };
}

function votesOf(truth: Truth): unknown {
  // `as`: the text of a tally.
  return (JSON.parse(truth.text) as Tally).votes;
}
