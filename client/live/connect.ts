import type { ContestId } from '../../shared/basics/ids.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import type { Subscribe } from '../../shared/wire/messages.ts';
import { type LinkFacts, linkOf, sameLink } from './link.ts';
import { type FetchDefinition, LiveFeeds } from './live-feeds.ts';
import type { LiveHandlers, LiveSocket } from './live-socket.ts';
import { reconnectDelayMs } from './reconnect-delay.ts';
import { openServerTime } from './server-time.ts';
import type { LiveStore } from './store.ts';

/** What the world gives: a browser's in open-live.ts, a test's own. */
export interface LivePorts {
  readonly openSocket: (handlers: LiveHandlers) => LiveSocket;
  readonly fetchDefinition: FetchDefinition;
  /** The device's own clock, in milliseconds, which never runs backwards. */
  readonly elapsedMs: () => number;
  /** 0 to 1, as Math.random. */
  readonly random: () => number;
  /** Runs something once, later; the answer takes it back. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

export interface LiveConnection {
  /** The device woke up or its network came back: looks at once, without waiting for a timer. */
  wake(): void;
  close(): void;
}

const TICK_MS = 1_000;
const GIVE_UP_AFTER_MS = 20_000;
/** The server, which hears nothing of a device asleep, lets go of it within 9 s. */
const LOST_AFTER_MS = 10_000;

/** Keeps the contests of a page up to date from `/live`, for as long as it is open. */
export function connectLive(store: LiveStore, boot: Boot, ports: LivePorts): LiveConnection {
  const { elapsedMs } = ports;
  const madeAt = Date.parse(boot.at);
  const openedAt = elapsedMs();
  const time = openServerTime(madeAt, openedAt);
  let page: LinkFacts = {
    openedAt,
    heardAt: openedAt,
    confirmed: false,
    currentUntil: openedAt,
  };
  let failures = 0;
  let cancelTry: (() => void) | null = null;
  /** When the try began that has not ended yet. */
  let triedAt: number | null = null;
  let isUp = false;
  let cancelTick = () => {};

  const feeds = new LiveFeeds(store, boot, {
    elapsedMs,
    time,
    ask: subscribe,
    fetchDefinition: ports.fetchDefinition,
    retry: (tries, run) => void ports.after(reconnectDelayMs(tries, ports.random), run),
  });

  const handlers: LiveHandlers = {
    connected() {
      isUp = true;
      triedAt = null;
      page = { ...page, confirmed: true, currentUntil: null };
      heard();
      feeds.connected();
    },
    closed() {
      isUp = false;
      page = { ...page, currentUntil: page.currentUntil ?? page.heardAt };
      feeds.lost();
      showPage();
      triedAt = null;
      cancelTry ??= ports.after(reconnectDelayMs(failures++, ports.random), connect);
    },
    heard() {
      // What comes first after a long sleep may have been on its way before it.
      if (!letGo()) heard();
    },
    snapshot: answered((message) => feeds.snapshot(message)),
    update: answered((message) => feeds.update(message)),
    current: answered((message) => feeds.current(message)),
    time: ({ at }) => time.heard(Date.parse(at), elapsedMs()),
  };
  const socket = ports.openSocket(handlers);

  function connect(): void {
    cancelTry?.();
    cancelTry = null;
    triedAt = elapsedMs();
    socket.connect();
  }

  /** A screen runs unattended: a try that never ends must not be the last. */
  function giveUpTry(): void {
    if (triedAt === null || elapsedMs() - triedAt <= GIVE_UP_AFTER_MS) return;
    socket.close();
    handlers.closed();
  }

  /** A line on which nothing was heard for so long is dead, though nobody has said so yet. */
  function letGo(): boolean {
    if (!isUp || elapsedMs() - page.heardAt <= LOST_AFTER_MS) return false;
    socket.close();
    handlers.closed();
    connect();
    return true;
  }

  function subscribe(contests: readonly ContestId[]): void {
    const positions = feeds.positions();
    const message: Subscribe = {
      contests,
      positions: Object.fromEntries([...positions].filter(([id]) => contests.includes(id))),
    };
    socket.subscribe(message);
  }

  function heard(): void {
    page = { ...page, heardAt: elapsedMs() };
    feeds.heard();
  }

  /** A server that answers is one to come back to soon. */
  function answered<Message>(take: (message: Message) => void): (message: Message) => void {
    return (message) => {
      failures = 0;
      take(message);
    };
  }

  function showPage(): void {
    const now = elapsedMs();
    const link = linkOf(page, now, { madeAt, serverTime: time.at });
    store.setState({ now: time.at(now), link: sameLink(store.getState().link, link) });
  }

  function tick(): void {
    cancelTick();
    cancelTick = ports.after(TICK_MS, tick);
    giveUpTry();
    letGo();
    feeds.tick();
    showPage();
  }

  tick();
  connect();
  return {
    wake() {
      tick();
      if (cancelTry !== null) connect();
    },
    close() {
      cancelTick();
      socket.close();
      cancelTry?.();
    },
  };
}
