import { beforeEach, describe, expect, it } from 'vitest';
import { connectLive, type LiveConnection } from '../../client/live/connect.ts';
import type { LiveHandlers } from '../../client/live/live-socket.ts';
import { createLiveStore, type LiveStore } from '../../client/live/store.ts';
import { present } from '../../shared/basics/assert.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Subscribe } from '../../shared/wire/messages.ts';
import {
  EPOCH,
  MAYOR,
  makeBoot,
  makeDefinition,
  makeSnapshot,
  makeTally,
  makeUpdate,
  START_MS,
} from './make-live.ts';
import { ManualTimers } from './manual-timers.ts';

const ten = makeTally(10);
const twenty = makeTally(20);
const thirty = makeTally(30);

/** A definition that is asked for, and answered when a test says so. */
interface Asked {
  readonly version: number;
  readonly epoch: string;
  readonly answer: (definition: Definition) => void;
  readonly fail: () => void;
}

let timers: ManualTimers;
let store: LiveStore;
let handlers: LiveHandlers;
let connection: LiveConnection;
let tries: number;
let subscribed: Subscribe[];
let asked: Asked[];

beforeEach(() => {
  timers = new ManualTimers();
  tries = 0;
  subscribed = [];
  asked = [];
  const boot = makeBoot(makeSnapshot(4, ten));
  store = createLiveStore(boot);
  connection = connectLive(store, boot, {
    openSocket(own) {
      handlers = own;
      return {
        connect() {
          tries += 1;
        },
        close: () => {},
        subscribe: (message) => void subscribed.push(message),
      };
    },
    fetchDefinition: (_contest, version, epoch) =>
      new Promise((answer, reject) => {
        asked.push({ version, epoch, answer, fail: () => reject(new Error('gone')) });
      }),
    elapsedMs: timers.elapsedMs,
    random: () => 0.5,
    after: timers.after,
  });
});

function view() {
  return present(store.getState().contests.get(MAYOR), 'view');
}

function shown(): { seq: number; tally: Tally; version: number; link: string } {
  const { position, tally, definition, link } = view();
  return { seq: position.seq, tally, version: definition.version, link: link.state };
}

function connectAndConfirm(): void {
  handlers.connected();
  handlers.current({ contest: MAYOR });
}

/** Lets promises that are settled be seen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

describe('a page that opens', () => {
  it('shows its first numbers and asks what came after them', () => {
    expect(shown()).toMatchObject({ seq: 4, link: 'connecting' });
    expect(tries).toBe(1);
    handlers.connected();
    expect(subscribed).toEqual([
      { contests: [MAYOR], positions: { [MAYOR]: { epoch: EPOCH, seq: 4 } } },
    ]);
  });

  it('is live once the server says that it has the latest', () => {
    connectAndConfirm();
    expect(shown()).toMatchObject({ seq: 4, link: 'live' });
    timers.pass(1_000);
    expect(store.getState().link.state).toBe('live');
  });

  it('is live with what came while it opened', () => {
    handlers.connected();
    handlers.update(makeUpdate([4, ten], [9, thirty]));
    expect(shown()).toMatchObject({ seq: 9, tally: thirty, link: 'live' });
  });

  it('says that it is old where the server cannot be reached', () => {
    timers.pass(9_000);
    expect(view().link).toEqual({ state: 'stale', since: START_MS });
  });
});

describe('a page whose link is lost', () => {
  beforeEach(connectAndConfirm);

  it('says so within ten seconds where nothing tells it', () => {
    timers.pass(5_000);
    handlers.heard();
    timers.pass(10_000);
    expect(view().link).toEqual({ state: 'stale', since: START_MS + 5_000 });
    expect(store.getState().link.state).toBe('stale');
  });

  it('keeps its numbers, and is right one answer after it is back', () => {
    handlers.closed();
    timers.pass(15_000);
    expect(shown()).toMatchObject({ seq: 4, tally: ten, link: 'stale' });
    expect(tries).toBe(2);
    handlers.connected();
    expect(shown().link).toBe('stale');
    handlers.update(makeUpdate([4, ten], [30, thirty]));
    expect(shown()).toMatchObject({ seq: 30, tally: thirty, link: 'live' });
  });

  it('leaves no mark where the server is back at once', () => {
    handlers.closed();
    timers.pass(1_500);
    connectAndConfirm();
    expect(shown().link).toBe('live');
    timers.pass(5_000);
    expect(shown().link).toBe('live');
  });

  it('tries again and again, each time later, until it is answered', () => {
    const triedAt: number[] = [];
    for (let failure = 0; failure < 5; failure += 1) {
      const before = timers.elapsedMs();
      const count = tries;
      handlers.closed();
      while (tries === count) timers.pass(100);
      triedAt.push(timers.elapsedMs() - before);
    }
    expect(triedAt).toEqual([1_500, 2_500, 4_500, 8_000, 8_000]);
  });

  it('tries at once when the device wakes up', () => {
    handlers.closed();
    connection.wake();
    expect(tries).toBe(2);
    timers.pass(15_000);
    expect(tries).toBe(2);
  });

  it('gives up a try that never ends, and makes another', () => {
    handlers.closed();
    timers.pass(2_000);
    expect(tries).toBe(2);
    timers.pass(30_000);
    expect(tries).toBe(3);
  });
});

describe('a laptop that slept for an hour', () => {
  beforeEach(() => {
    connectAndConfirm();
    timers.sleep(3_600_000);
  });

  it('says at once how old its page is, and tries at once', () => {
    connection.wake();
    expect(shown().link).toBe('stale');
    expect(store.getState().link).toEqual({ state: 'stale', since: START_MS });
    expect(tries).toBe(2);
  });

  it('believes nothing that was on its way before it slept', () => {
    handlers.heard();
    expect(shown().link).toBe('stale');
    expect(tries).toBe(2);
    timers.pass(1_000);
    expect(shown().link).toBe('stale');
  });

  it('is right and live with the first answer', () => {
    connection.wake();
    handlers.connected();
    handlers.update(makeUpdate([4, ten], [9, thirty]));
    expect(shown()).toMatchObject({ seq: 9, tally: thirty, link: 'live' });
  });
});

describe('a tab in the background, whose timers hardly run', () => {
  beforeEach(connectAndConfirm);

  it('goes on with what comes, and is live when somebody looks', () => {
    for (let beat = 0; beat < 720; beat += 1) {
      timers.sleep(5_000);
      handlers.heard();
    }
    handlers.update(makeUpdate([4, ten], [9, thirty]));
    connection.wake();
    expect(shown()).toMatchObject({ seq: 9, tally: thirty, link: 'live' });
    expect(tries).toBe(1);
  });

  it('is old, and says so, where nothing came', () => {
    timers.sleep(60_000);
    timers.pass(1);
    expect(shown().link).toBe('stale');
  });
});

describe('a page whose server is gone for two hours', () => {
  beforeEach(connectAndConfirm);

  it('goes on trying, no more often than every second and no less than every 15, and is back at once', () => {
    handlers.closed();
    for (let second = 0; second < 7_200; second += 1) {
      const before = tries;
      timers.pass(1_000);
      expect(view().link).toMatchObject(second > 2 ? { state: 'stale', since: START_MS } : {});
      if (tries > before) handlers.closed();
    }
    expect(tries).toBeGreaterThan(7_200 / 16);
    expect(tries).toBeLessThan(7_200);
    handlers.connected();
    handlers.update(makeUpdate([4, ten], [9, thirty]));
    expect(shown()).toMatchObject({ seq: 9, tally: thirty, link: 'live' });
  });
});

describe('a page that missed something', () => {
  beforeEach(connectAndConfirm);

  it('asks once, from where it is, and is right after the answer', () => {
    handlers.update(makeUpdate([5, ten], [6, twenty]));
    handlers.update(makeUpdate([6, twenty], [7, thirty]));
    expect(subscribed.slice(1)).toEqual([
      { contests: [MAYOR], positions: { [MAYOR]: { epoch: EPOCH, seq: 4 } } },
    ]);
    handlers.update(makeUpdate([4, ten], [7, thirty]));
    expect(shown()).toMatchObject({ seq: 7, tally: thirty, link: 'live' });
  });

  it('goes on after updates came in another order', () => {
    handlers.update(makeUpdate([6, twenty], [7, thirty]));
    handlers.update(makeUpdate([4, ten], [6, twenty]));
    expect(shown()).toMatchObject({ seq: 6, tally: twenty });
    handlers.update(makeUpdate([6, twenty], [7, thirty]));
    expect(shown()).toMatchObject({ seq: 7, tally: thirty });
  });

  it('asks again where the answer does not come', () => {
    handlers.update(makeUpdate([5, ten], [6, twenty]));
    timers.pass(7_000);
    expect(subscribed).toHaveLength(3);
    handlers.heard();
    handlers.update(makeUpdate([4, ten], [6, twenty]));
    timers.pass(7_000);
    expect(subscribed).toHaveLength(3);
    expect(shown()).toMatchObject({ seq: 6, tally: twenty, link: 'live' });
  });

  it('says so where the answer does not come', () => {
    handlers.update(makeUpdate([5, ten], [6, twenty]));
    for (let beat = 0; beat < 4; beat += 1) {
      timers.pass(1_000);
      handlers.heard();
    }
    expect(shown()).toMatchObject({ seq: 4, link: 'stale' });
  });
});

describe('a page whose definition changes', () => {
  beforeEach(connectAndConfirm);
  const newer = makeUpdate([4, ten], [6, twenty], { definitionVersion: 2 });

  it('shows the new tally only with its own definition', async () => {
    handlers.update(newer);
    expect(asked).toMatchObject([{ version: 2, epoch: EPOCH }]);
    expect(shown()).toMatchObject({ seq: 4, tally: ten, version: 1 });
    asked[0]?.answer(makeDefinition(2));
    await settled();
    expect(shown()).toMatchObject({ seq: 6, tally: twenty, version: 2, link: 'live' });
  });

  it('asks again where the definition could not be had, and says that it is old', async () => {
    handlers.update(newer);
    asked[0]?.fail();
    await settled();
    timers.pass(2_000);
    handlers.heard();
    timers.pass(1_000);
    expect(asked).toHaveLength(2);
    expect(shown()).toMatchObject({ seq: 4, link: 'stale' });
    asked[1]?.answer(makeDefinition(2));
    await settled();
    expect(shown()).toMatchObject({ seq: 6, version: 2, link: 'live' });
  });

  it('is not live for a definition that comes while the link is lost', async () => {
    handlers.update(newer);
    handlers.closed();
    timers.pass(3_000);
    asked[0]?.answer(makeDefinition(2));
    await settled();
    expect(shown()).toMatchObject({ seq: 6, version: 2, link: 'stale' });
  });

  it('skips a definition that another one has overtaken', async () => {
    handlers.update(newer);
    handlers.update(makeUpdate([6, twenty], [7, thirty], { definitionVersion: 3 }));
    asked[0]?.answer(makeDefinition(2));
    await settled();
    expect(shown()).toMatchObject({ seq: 4, version: 1 });
    asked[1]?.answer(makeDefinition(3));
    await settled();
    expect(shown()).toMatchObject({ seq: 7, tally: thirty, version: 3 });
  });
});

describe('a page whose server begins another history', () => {
  it('takes it whole, with its definition', async () => {
    connectAndConfirm();
    handlers.closed();
    handlers.connected();
    const position = { epoch: 'second-epoch', seq: 2 };
    handlers.snapshot(makeSnapshot(2, twenty, { position }));
    expect(asked).toMatchObject([{ version: 1, epoch: 'second-epoch' }]);
    asked[0]?.answer(makeDefinition(1));
    await settled();
    expect(view().position).toEqual(position);
    expect(shown()).toMatchObject({ tally: twenty, link: 'live' });
  });
});

describe('a page on a device with a wrong clock', () => {
  it('tells ages by the server’s', () => {
    handlers.connected();
    handlers.time({ at: instantOf(START_MS + 3_600_000), protocol: 1 });
    handlers.current({ contest: MAYOR });
    timers.pass(1_000);
    expect(store.getState().now).toBe(START_MS + 3_601_000);
    timers.pass(9_000);
    expect(view().link).toEqual({ state: 'stale', since: START_MS + 3_600_000 });
  });
});

describe('a page on which nothing changes', () => {
  it('draws nothing again', () => {
    connectAndConfirm();
    const before = store.getState().contests;
    for (let beat = 0; beat < 60; beat += 1) {
      handlers.heard();
      timers.pass(1_000);
    }
    expect(store.getState().contests).toBe(before);
  });
});
