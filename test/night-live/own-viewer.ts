import { expect } from 'vitest';
import { connectLive, type LiveConnection } from '../../client/live/connect.ts';
import {
  type LiveHandlers,
  type LiveSocket,
  openLiveSocket,
} from '../../client/live/live-socket.ts';
import { createLiveStore, type LiveState, type LiveStore } from '../../client/live/store.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import type { ManualTimers } from '../live/manual-timers.ts';
import type { NightServer } from './night-server.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Viewer } from './viewer.ts';

/** The page's own client, over a line that loses, delays and turns around what comes. */
export class OwnViewer implements Viewer {
  readonly #server: NightServer;
  readonly #timers: ManualTimers;
  readonly #random: SeededRandom;
  readonly #store: LiveStore;
  readonly #connection: LiveConnection;
  #socket: LiveSocket | null = null;
  #faulty = true;

  constructor(server: NightServer, timers: ManualTimers, random: SeededRandom) {
    this.#server = server;
    this.#timers = timers;
    this.#random = random;
    const boot = server.boot();
    this.#store = createLiveStore(boot);
    this.#store.subscribe((now, before) => this.#checkShown(now, before));
    this.#connection = connectLive(this.#store, boot, {
      openSocket: (handlers) => {
        this.#socket = openLiveSocket(server.url, this.#faults(handlers));
        return this.#socket;
      },
      fetchDefinition: (contest, version, epoch) => this.#fetchDefinition(contest, version, epoch),
      elapsedMs: timers.elapsedMs,
      random: random.next,
      after: timers.after,
    });
  }

  /** Also in the middle of a try, which then never ends. */
  drop(): void {
    this.#socket?.close();
  }

  heal(): void {
    this.#faulty = false;
  }

  isRight(): boolean {
    const { board, epoch } = this.#server.app.follower;
    return [...this.#store.getState().contests].every(([id, view]) => {
      const state = board.contests.get(id);
      return (
        state !== undefined &&
        view.position.epoch === epoch &&
        view.position.seq === state.seq &&
        view.definition.version === state.definitionVersion &&
        tallyText(view.tally) === tallyText(state.tally)
      );
    });
  }

  describe(): string {
    const views = [...this.#store.getState().contests].map(
      ([id, { position, definition, link }]) =>
        `${id} at ${position.seq}, definition ${definition.version}, ${JSON.stringify(link)}`,
    );
    return `own viewer: ${views.join('; ')}`;
  }

  close(): void {
    this.#connection.close();
  }

  /** Never, in any moment, anything but what the server showed at this very position. */
  #checkShown(now: LiveState, before: LiveState): void {
    for (const [id, { position, tally, definition }] of now.contests) {
      if (before.contests.get(id)?.tally === tally) continue;
      const truth = this.#server.truthAt(id, position.epoch, position.seq);
      expect(truth).toEqual({ definitionVersion: definition.version, tally: tallyText(tally) });
    }
  }

  #faults(handlers: LiveHandlers): LiveHandlers {
    return {
      ...handlers,
      snapshot: (message) => this.#pass(() => handlers.snapshot(message)),
      update: (message) => this.#pass(() => handlers.update(message)),
      current: (message) => this.#pass(() => handlers.current(message)),
    };
  }

  #pass(deliver: () => void): void {
    if (this.#faulty && this.#random.oneIn(30)) return;
    if (this.#faulty && this.#random.oneIn(6)) this.#timers.after(this.#random.below(400), deliver);
    else deliver();
  }

  async #fetchDefinition(contest: string, version: number, epoch: string): Promise<Definition> {
    if (this.#faulty && this.#random.oneIn(5)) throw new Error('the network is away');
    const query = new URLSearchParams({ v: String(version), epoch });
    const path = `/api/v1/contests/${contest}/definition?${query}`;
    const response = await fetch(`${this.#server.url}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Definition;
  }
}
