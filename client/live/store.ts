import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import type { Position } from '../../shared/wire/messages.ts';
import type { Link } from './link.ts';

/** What a page shows of one contest: a tally and the definition it belongs to, always together. */
export interface ContestView {
  readonly definition: Definition;
  readonly tally: Tally;
  readonly position: Position;
  readonly link: Link;
}

export interface LiveState {
  /** Of the page as a whole. */
  readonly link: Link;
  /** The server's time, in milliseconds since 1970, moved on every second. */
  readonly now: number;
  /** A contest that did not change keeps its view, and its tally and definition their identity. */
  readonly contests: ReadonlyMap<ContestId, ContestView>;
}

/** Read by the pictures; written by connect.ts alone. */
export type LiveStore = StoreApi<LiveState>;

/** A store with what the server put into the page: the same on the server and in the browser. */
export function createLiveStore(boot: Boot): LiveStore {
  const now = Date.parse(boot.at);
  const link: Link = { state: 'connecting', since: now };
  const views = boot.contests.map(({ definition, snapshot }): [ContestId, ContestView] => [
    snapshot.contest,
    { definition, tally: snapshot.tally, position: snapshot.position, link },
  ]);
  return createStore(() => ({ link, now, contests: new Map(views) }));
}

/** Puts one contest's view in; the others keep their identity. */
export function setView(store: LiveStore, contest: ContestId, view: ContestView): void {
  const contests = new Map(store.getState().contests).set(contest, view);
  store.setState({ contests });
}
