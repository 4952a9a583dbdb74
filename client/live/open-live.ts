import type { ContestId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { connectLive, type LiveConnection } from './connect.ts';
import { openLiveSocket } from './live-socket.ts';
import type { LiveStore } from './store.ts';
import { wakingClock } from './waking-clock.ts';

/** Connects a page in a browser: its clocks, timers and network. */
export function openLive(store: LiveStore, boot: Boot): LiveConnection {
  const connection = connectLive(store, boot, {
    openSocket: (handlers) => openLiveSocket('', handlers),
    fetchDefinition,
    elapsedMs: wakingClock(() => performance.now(), Date.now),
    random: Math.random,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  // Timers sleep in a hidden tab and in a closed laptop: whoever comes back must see the truth at once.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') connection.wake();
  });
  window.addEventListener('online', connection.wake);
  window.addEventListener('pageshow', connection.wake);
  return connection;
}

async function fetchDefinition(
  contest: ContestId,
  version: number,
  epoch: string,
): Promise<Definition> {
  const query = new URLSearchParams({ v: String(version), epoch });
  const path = `/api/v1/contests/${encodeURIComponent(contest)}/definition?${query}`;
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  // `as`: our own server's, which sends no other.
  return (await response.json()) as Definition;
}
