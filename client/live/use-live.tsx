import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Link } from './link.ts';
import { standingOfView } from './selectors.ts';
import type { ContestView, LiveState, LiveStore } from './store.ts';

const LiveContext = createContext<LiveStore | null>(null);

/** Gives a page its store: the server's render and the browser's alike. */
export function LiveProvider({ store, children }: { store: LiveStore; children: ReactNode }) {
  return <LiveContext value={store}>{children}</LiveContext>;
}

/** A part of the live state; drawn again only when that part is another object. */
export function useLive<Part>(select: (state: LiveState) => Part): Part {
  return useStore(present(use(LiveContext), 'LiveProvider around this component'), select);
}

/** Definition, tally and link of one contest; null while the page has none. */
export function useContest(contest: ContestId): ContestView | null {
  return useLive((state) => state.contests.get(contest) ?? null);
}

/** What follows from one contest's tally; null while the page has none. */
export function useStanding(contest: ContestId): Standing | null {
  return useLive((state) => {
    const view = state.contests.get(contest);
    return view === undefined ? null : standingOfView(view);
  });
}

/** How fresh the page is as a whole. */
export function useLink(): Link {
  return useLive((state) => state.link);
}
