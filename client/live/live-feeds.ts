import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import type { Current, Position, Snapshot, Update } from '../../shared/wire/messages.ts';
import { type Feed, latestOf, takeDefinition, takeSnapshot, takeUpdate } from './feed.ts';
import { type Link, type LinkFacts, linkOf, sameLink } from './link.ts';
import { nightMs } from './night-ms.ts';
import type { ServerTime } from './server-time.ts';
import { silentSince } from './silent-since.ts';
import { type ContestView, type LiveStore, setView } from './store.ts';

/** Gets a contest's definition at a version; versions of two epochs have nothing in common. */
export type FetchDefinition = (
  contest: ContestId,
  version: number,
  epoch: string,
) => Promise<Definition>;

export interface FeedPorts {
  /** The device's own clock, in milliseconds. */
  readonly elapsedMs: () => number;
  readonly time: ServerTime;
  /** Asks the server for contests again, from the positions there are. */
  readonly ask: (contests: readonly ContestId[]) => void;
  readonly fetchDefinition: FetchDefinition;
  /** Runs once, later; called with the number of tries that have failed. */
  readonly retry: (failures: number, run: () => void) => void;
}

const ASK_AGAIN_AFTER_MS = 5_000;

/** What is known of one contest beside its numbers. */
interface Watched {
  feed: Feed;
  readonly openedAt: number;
  confirmed: boolean;
  currentUntil: number | null;
  /** When a question was sent that is not answered yet: another gap before its answer asks nothing more. */
  askedAt: number | null;
  /** Epoch and version of the definition that is being fetched. */
  fetching: string | null;
}

/** Every message about a contest goes through here into the store, and nothing else writes one. */
export class LiveFeeds {
  readonly #store: LiveStore;
  readonly #ports: FeedPorts;
  readonly #watched: Map<ContestId, Watched>;
  readonly #madeAt: number;
  #heardAt: number;
  #isUp = false;

  constructor(store: LiveStore, boot: Boot, ports: FeedPorts) {
    this.#store = store;
    this.#ports = ports;
    this.#heardAt = ports.elapsedMs();
    this.#madeAt = Date.parse(boot.at);
    this.#watched = new Map(
      boot.contests.map(({ definition, snapshot }) => [
        snapshot.contest,
        {
          feed: { contest: snapshot.contest, shown: { ...snapshot, definition }, coming: null },
          openedAt: this.#heardAt,
          confirmed: false,
          currentUntil: this.#heardAt,
          askedAt: null,
          fetching: null,
        },
      ]),
    );
  }

  /** The connection is there: asks for everything that came meanwhile. */
  connected(): void {
    this.#isUp = true;
    if (this.#watched.size > 0) this.#ask([...this.#watched.values()]);
  }

  /** Where each contest is: what a subscription asks from. */
  positions(): Map<ContestId, Position> {
    return new Map([...this.#watched].map(([id, { feed }]) => [id, latestOf(feed).position]));
  }

  heard(): void {
    this.#heardAt = this.#ports.elapsedMs();
  }

  /** The connection closed: what is shown was the latest when the server was last heard. */
  lost(): void {
    this.#isUp = false;
    for (const watched of this.#watched.values()) {
      watched.askedAt = null;
      watched.currentUntil ??= this.#heardAt;
    }
    this.tick();
  }

  snapshot(message: Snapshot): void {
    this.#change(message.contest, (watched) => {
      watched.askedAt = null;
      watched.feed = takeSnapshot(watched.feed, message);
    });
  }

  update(message: Update): void {
    this.#change(message.contest, (watched) => {
      const { feed, gap } = takeUpdate(watched.feed, message);
      if (gap) this.#askFor(watched);
      else if (feed !== watched.feed) watched.askedAt = null;
      watched.feed = feed;
    });
  }

  current(message: Current): void {
    this.#change(message.contest, (watched) => {
      watched.askedAt = null;
    });
  }

  /** Time passed: what is shown may have become old, or its feed silent. */
  tick(): void {
    const overdue = [...this.#watched.values()].filter((watched) => this.#isOverdue(watched));
    if (overdue.length > 0) this.#ask(overdue);
    for (const watched of this.#watched.values()) this.#show(watched);
  }

  /** A server that was asked too often does not answer: it is asked again. */
  #isOverdue({ askedAt }: Watched): boolean {
    return askedAt !== null && this.#ports.elapsedMs() - askedAt > ASK_AGAIN_AFTER_MS;
  }

  #change(contest: ContestId, change: (watched: Watched) => void): void {
    const watched = this.#watched.get(contest);
    if (watched === undefined) return;
    change(watched);
    this.#fetchMissing(watched);
    this.#judge(watched);
    this.#show(watched);
  }

  #askFor(watched: Watched): void {
    if (watched.askedAt === null) this.#ask([watched]);
  }

  #ask(watched: readonly Watched[]): void {
    for (const one of watched) one.askedAt = this.#ports.elapsedMs();
    this.#ports.ask(watched.map(({ feed }) => feed.contest));
  }

  /** Shown is the latest unless an answer or a definition is waited for. */
  #judge(watched: Watched): void {
    const current = this.#isUp && watched.askedAt === null && watched.feed.coming === null;
    watched.confirmed ||= current;
    watched.currentUntil = current ? null : (watched.currentUntil ?? this.#ports.elapsedMs());
  }

  #fetchMissing(watched: Watched, failures = 0): void {
    const { contest, coming } = watched.feed;
    if (coming === null) return;
    const { definitionVersion, position } = coming;
    const wanted = `${position.epoch} ${definitionVersion}`;
    if (watched.fetching === wanted) return;
    watched.fetching = wanted;
    this.#ports.fetchDefinition(contest, definitionVersion, position.epoch).then(
      (definition) =>
        this.#changeWhile(watched, wanted, () => {
          watched.feed = takeDefinition(watched.feed, definition);
        }),
      () =>
        this.#ports.retry(failures, () =>
          this.#changeWhile(watched, wanted, () => {
            this.#fetchMissing(watched, failures + 1);
          }),
        ),
    );
  }

  /** An answer that is not waited for any more, since another definition came, is nothing. */
  #changeWhile(watched: Watched, wanted: string, change: () => void): void {
    if (watched.fetching !== wanted) return;
    watched.fetching = null;
    this.#change(watched.feed.contest, change);
  }

  #show({ feed, ...facts }: Watched): void {
    const { contest, shown } = feed;
    const { definition, tally, position } = shown;
    const before = this.#store.getState().contests.get(contest);
    const now = this.#linkOf(tally, { ...facts, heardAt: this.#heardAt });
    const link = before === undefined ? now : sameLink(before.link, now);
    const view = { definition, tally, position, link };
    if (before === undefined || !sameView(before, view)) setView(this.#store, contest, view);
  }

  #linkOf(tally: Tally, facts: LinkFacts): Link {
    const now = this.#ports.elapsedMs();
    const { time } = this.#ports;
    const link = linkOf(facts, now, { madeAt: this.#madeAt, serverTime: time.at });
    if (link.state !== 'live') return link;
    const since = silentSince(tally, nightMs(tally.clock, time.at(now)));
    return since === null ? link : { state: 'silent', since };
  }
}

function sameView(before: ContestView, after: ContestView): boolean {
  return (
    before.tally === after.tally &&
    before.definition === after.definition &&
    before.position === after.position &&
    before.link === after.link
  );
}
