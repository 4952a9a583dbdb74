import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import { definitionOfState } from '../../server/live/definition-of-state.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import type { StandingSnapshot, StandingUpdate } from '../../shared/wire/messages.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import type { NightServer } from './night-server.ts';
import type { Viewer } from './viewer.ts';

/** Socket.IO's own way of coming back, hurried. */
const HURRIED = { forceNew: true, reconnectionDelay: 10, reconnectionDelayMax: 50, timeout: 1_000 };

/** The client that docs/protocol.md prints, run as it stands there, watching one contest. */
export function documentedViewer(server: NightServer, contest: ContestId): Viewer {
  const own: Open = (url, options) => io(url, { ...options, ...HURRIED });
  const { live, known } = runDocumented(own, server.url, contest);
  return {
    drop: () => live.io.engine?.close(),
    heal() {},
    isRight() {
      const state = server.app.follower.board.contests.get(contest);
      const mine = known[contest];
      if (state === undefined || mine === undefined) return false;
      return mine.position.seq === state.seq && tallyText(mine.tally) === tallyText(state.tally);
    },
    describe: () =>
      `documented client of ${contest} at ${known[contest]?.position.seq}, connected: ${live.connected}`,
    close: () => live.disconnect(),
  };
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
export function standingViewer(server: NightServer, contest: ContestId): Viewer {
  const auth = { encoding: 'standing' };
  const live = io(`${server.url}/live`, { auth, transports: ['websocket'], ...HURRIED });
  let last: Standing | null = null;
  const keep = ({ standing }: StandingSnapshot | StandingUpdate) => {
    last = standing;
  };
  live.on('connect', () => live.emit('subscribe', { contests: [contest] }));
  live.on('snapshot', keep);
  live.on('update', keep);
  return {
    drop: () => live.io.engine?.close(),
    heal() {},
    isRight() {
      const { board } = server.app.follower;
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
