import type { ManagerOptions } from 'socket.io-client';
import { connectLive, type LiveConnection } from '../../client/live/connect.ts';
import {
  type LiveHandlers,
  type LiveSocket,
  openLiveSocket,
} from '../../client/live/live-socket.ts';
import {
  type ContestView,
  createLiveStore,
  type LiveState,
  type LiveStore,
} from '../../client/live/store.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { isTold, type NightHost } from './night-host.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Viewer } from './viewer.ts';

export interface OwnViewerParts {
  readonly host: NightHost;
  readonly time: {
    elapsedMs(): number;
    after(delayMs: number, run: () => void): () => void;
  };
  readonly random: SeededRandom;
  /** Whether messages are lost and overtake each other, which no network under a socket does. */
  readonly loses: boolean;
  readonly network?: Partial<ManagerOptions>;
  /** Shown all that the viewer shows. */
  readonly look?: (contest: ContestId, view: ContestView) => void;
  /** Told of what a viewer must never show. */
  readonly wrong: (what: string) => void;
}

/** The page's own client, over a line that may lose, delay and turn around what comes. */
export class OwnViewer implements Viewer {
  readonly #parts: OwnViewerParts;
  readonly #store: LiveStore;
  readonly #connection: LiveConnection;
  #socket: LiveSocket | null = null;
  #faulty: boolean;

  constructor(parts: OwnViewerParts) {
    const { host, time, random, network } = parts;
    this.#parts = parts;
    this.#faulty = parts.loses;
    const boot = host.boot();
    this.#store = createLiveStore(boot);
    this.#store.subscribe((now, before) => this.#checkShown(now, before));
    this.#connection = connectLive(this.#store, boot, {
      openSocket: (handlers) => {
        this.#socket = openLiveSocket(host.url, this.#faults(handlers), network);
        return this.#socket;
      },
      fetchDefinition: async (contest, version, epoch) => {
        if (this.#faulty && random.oneIn(5)) throw new Error('the network is away');
        return host.fetchDefinition(contest, version, epoch);
      },
      elapsedMs: time.elapsedMs,
      random: random.next,
      after: time.after,
    });
  }

  get state(): LiveState {
    return this.#store.getState();
  }

  /** Also in the middle of a try, which then never ends. */
  drop(): void {
    this.#socket?.close();
  }

  heal(): void {
    this.#faulty = false;
  }

  isRight(): boolean {
    const { board, epoch } = this.#parts.host;
    return [...this.state.contests].every(([id, view]) => {
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
    const views = [...this.state.contests].map(
      ([id, { position, definition, link }]) =>
        `${id} at ${position.seq}, definition ${definition.version}, ${JSON.stringify(link)}`,
    );
    return `own viewer: ${views.join('; ')}`;
  }

  close(): void {
    this.#connection.close();
  }

  /** Never, in any moment, anything but what the server showed at this very position, nor an older one. */
  #checkShown(now: LiveState, before: LiveState): void {
    for (const [id, view] of now.contests) {
      const last = before.contests.get(id);
      if (last === view) continue;
      this.#parts.look?.(id, view);
      if (last?.tally === view.tally) continue;
      const { position, tally, definition } = view;
      const truth = this.#parts.host.truthAt(id, position.epoch, position.seq);
      if (truth?.definitionVersion !== definition.version || !isTold(truth, tally))
        this.#parts.wrong(`shows what was never public: ${this.describe()}`);
      if (last?.position.epoch === position.epoch && position.seq < last.position.seq)
        this.#parts.wrong(`went back from ${last.position.seq}: ${this.describe()}`);
    }
  }

  #faults(handlers: LiveHandlers): LiveHandlers {
    return {
      ...handlers,
      snapshot: (message) => this.#perhaps(() => handlers.snapshot(message)),
      update: (message) => this.#perhapsLater(() => handlers.update(message)),
      current: (message) => this.#perhapsLater(() => handlers.current(message)),
    };
  }

  #perhaps(deliver: () => void): void {
    if (!this.#faulty || !this.#parts.random.oneIn(30)) deliver();
  }

  #perhapsLater(deliver: () => void): void {
    const { random, time } = this.#parts;
    this.#perhaps(() => {
      if (this.#faulty && random.oneIn(6)) time.after(random.below(400), deliver);
      else deliver();
    });
  }
}
