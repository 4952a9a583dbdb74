import pino from 'pino';
import { openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { type App, createApp } from '../../server/app.ts';
import type { Clock } from '../../server/clock.ts';
import { pageBoot } from '../../server/http/page-boot.ts';
import type { PageRenderer } from '../../server/http/page-renderer.ts';
import type { Journal } from '../../server/journal/journal.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { type Instant, instantOf } from '../../shared/basics/instant.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Command } from '../../shared/night/command.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { START_MS } from '../live/make-live.ts';
import type { ManualTimers } from '../live/manual-timers.ts';
import { type NightHost, type Truth, truthOf } from './night-host.ts';

/** A server that can be stopped and started in the middle of a night, at the same address. */
export class NightServer implements NightHost {
  readonly #timers: ManualTimers;
  readonly #clock: Clock;
  readonly #truths = new Map<string, Truth>();
  #app: App | null = null;
  #port = 0;
  #mark: Instant | null = null;

  constructor(timers: ManualTimers) {
    this.#timers = timers;
    this.#clock = {
      now: () => instantOf(START_MS + timers.elapsedMs()),
      elapsedMs: timers.elapsedMs,
    };
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get app(): App {
    if (this.#app === null) throw new Error('the server is down');
    return this.#app;
  }

  get epoch(): string {
    return this.app.follower.epoch;
  }

  get board(): Board {
    return this.app.follower.board;
  }

  async start(journal: Journal): Promise<void> {
    const secrets = countedSalts();
    const app = await createApp({
      config: { publicUrl: null, proxies: [] },
      journal,
      access: openAccess({
        store: openMemoryAccountStore(),
        now: this.#clock.now,
        secret: secrets,
        id: secrets,
      }),
      clock: this.#clock,
      timers: this.#timers,
      clockMark: {
        read: () => this.#mark,
        write: (sure) => {
          this.#mark = sure;
        },
        close() {},
      },
      renderer: NO_PAGES,
      log: pino({ level: 'silent' }),
      fail(error) {
        throw error;
      },
    });
    this.#app = app;
    this.#note(app.follower.board.contests.keys());
    app.follower.onChange((contests) => this.#note(contests));
    this.#port = (await app.listen(this.#port, '127.0.0.1')).port;
  }

  async stop(): Promise<void> {
    await this.app.close();
    this.#app = null;
  }

  /** Whether it was carried out; a night has refusals too. */
  async submit(command: Command): Promise<boolean> {
    return (await this.app.desk.submit(command)).ok;
  }

  boot(): Boot {
    const { board, epoch } = this.app.follower;
    const place = { page: 'front', contest: null } as const;
    return pageBoot(board, place, { language: 'en', at: this.#clock.now(), epoch });
  }

  truthAt(contest: ContestId, epoch: string, seq: number): Truth | null {
    return this.#truths.get(`${contest} ${epoch} ${seq}`) ?? null;
  }

  async fetchDefinition(contest: ContestId, version: number, epoch: string): Promise<Definition> {
    const query = new URLSearchParams({ v: String(version), epoch });
    const path = `/api/v1/contests/${contest}/definition?${query}`;
    const response = await fetch(`${this.url}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    // `as`: our own server's, which sends no other.
    return (await response.json()) as Definition;
  }

  #note(contests: Iterable<ContestId>): void {
    const { board, epoch } = this.app.follower;
    for (const id of contests) {
      const state = board.contests.get(id);
      if (state === undefined) continue;
      this.#truths.set(`${id} ${epoch} ${state.seq}`, truthOf(state));
    }
  }
}

const NO_PAGES: PageRenderer = {
  build: 'none',
  head: () => '',
  render: async () => ({ html: '', title: '' }),
  files: (_request, _response, next) => next(),
};
