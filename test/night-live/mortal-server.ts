import { createServer } from 'node:http';
import type { Stop, Timers } from '../../server/clock.ts';
import type { ClockMark } from '../../server/desk/clock-mark.ts';
import { type Desk, openDesk } from '../../server/desk/desk.ts';
import { pageBoot } from '../../server/http/page-boot.ts';
import { type Follower, openFollower } from '../../server/live/follower.ts';
import { attachGateway } from '../../server/live/gateway.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import type { MemoryNetwork } from './memory-network.ts';
import type { NightHost, Truth } from './night-host.ts';
import type { NightRecord } from './night-record.ts';
import type { NightTime } from './night-time.ts';

interface Process {
  readonly desk: Desk;
  readonly follower: Follower;
  readonly kill: () => void;
}

export interface MortalServerParts {
  readonly record: NightRecord;
  readonly network: MemoryNetwork;
  readonly time: NightTime;
  readonly clockMark: ClockMark;
  /** Told of what a server would have ended with. */
  readonly wrong: (what: string) => void;
}

/** A server that is killed in the middle of whatever it does, and started again on what it has kept. */
export class MortalServer implements NightHost {
  readonly url = 'http://night.test';
  readonly #parts: MortalServerParts;
  #process: Process | null = null;

  constructor(parts: MortalServerParts) {
    this.#parts = parts;
  }

  get epoch(): string {
    return this.#parts.record.epoch;
  }

  get board(): Board {
    return this.#parts.record.board;
  }

  get isUp(): boolean {
    return this.#process !== null;
  }

  /** Of the process that runs. */
  get desk(): Desk {
    return this.#running().desk;
  }

  async start(): Promise<void> {
    const { record, network, time, clockMark, wrong } = this.#parts;
    const { journal, kill } = record.open();
    const timers = mortalTimers(time);
    const fail = (error: unknown) => wrong(`the server cannot go on: ${String(error)}`);
    const opening = { journal, clock: time, timers, clockMark, fatal: fail, snapshotEvery: 20 };
    const desk = await openDesk(opening);
    const follower = await openFollower({ journal, fail });
    // No timeouts by the real clock.
    const http = createServer({ headersTimeout: 0, requestTimeout: 0 });
    const gateway = attachGateway(http, {
      follower,
      clock: time,
      timers,
      visitorOf: async () => null,
      onRightsChange: () => () => {},
      nameOf: async () => null,
      onError: fail,
    });
    network.serve(http);
    this.#process = {
      desk,
      follower,
      kill() {
        kill();
        network.cut();
        timers.end();
        follower.close();
        gateway.close();
        http.close();
      },
    };
  }

  /** As `kill -9`: nothing is said, nothing is finished. */
  kill(): void {
    this.#running().kill();
    this.#process = null;
  }

  boot(): Boot {
    const { board, epoch } = this.#running().follower;
    const at = this.#parts.time.now();
    return pageBoot(board, { page: 'front', contest: null }, { language: 'en', at, epoch });
  }

  truthAt(contest: ContestId, epoch: string, seq: number): Truth | null {
    return epoch === this.epoch ? this.#parts.record.truthAt(contest, seq) : null;
  }

  async fetchDefinition(contest: ContestId, version: number): Promise<Definition> {
    const { past } = this.#running().follower;
    return present(await past.definition(contest, version), `version ${version}`);
  }

  #running(): Process {
    if (this.#process === null) throw new Error('the server is down');
    return this.#process;
  }
}

/** The timers of one process, which end with it. */
function mortalTimers(time: NightTime): Timers & { end(): void } {
  const stops: Stop[] = [];
  return {
    every(ms, task) {
      const stop = time.every(ms, task);
      stops.push(stop);
      return stop;
    },
    end() {
      for (const stop of stops) stop();
    },
  };
}
