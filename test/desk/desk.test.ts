import { describe, expect, it } from 'vitest';
import { NOTHING } from '../../server/journal/chain.ts';
import { journalOver } from '../../server/journal/journal-over.ts';
import { boardText } from '../../shared/night/board-text.ts';
import { gatedStore } from '../journal/gated-store.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { eve, MAYOR, NORTH, SOUTH } from '../night/make-night.ts';
import { makeDesk, makeLoadedDesk, outcomeOf, send } from './make-desk.ts';

async function makeGatedDesk(maxWaiting = 100) {
  const gate = gatedStore();
  const parts = { store: gate.store, epoch: 'e', head: NOTHING, salt: countedSalts() };
  const made = await makeLoadedDesk({ journal: journalOver(parts), maxWaiting });
  return { ...made, gate };
}

/** Notes when a promise is settled, without waiting for it. */
function watched<Value>(promise: Promise<Value>) {
  const seen = { promise, settled: false };
  const settle = () => {
    seen.settled = true;
  };
  promise.then(settle, settle);
  return seen;
}

const turn = () => new Promise(setImmediate);

describe('an answer', () => {
  it('is given only once the report is durable', async () => {
    const { desk, gate, journal } = await makeGatedDesk();
    gate.shut();
    const sent = watched(send(desk, { votes: { ann: 10 } }));
    await turn();
    expect([sent.settled, desk.board.seq, journal.head().seq]).toEqual([false, 2, 1]);
    gate.open();
    expect(outcomeOf(await sent.promise)).toBe('accepted');
    expect(journal.head().seq).toBe(2);
  });

  it('that a report is a duplicate waits for the first one to be durable', async () => {
    const { desk, gate } = await makeGatedDesk();
    gate.shut();
    const first = watched(send(desk, { votes: { ann: 10 } }));
    const second = watched(send(desk, { votes: { ann: 10 } }));
    await turn();
    const third = watched(send(desk, { votes: { ann: 10 } }));
    await turn();
    expect([first.settled, second.settled, third.settled]).toEqual([false, false, false]);
    gate.open();
    const answers = await Promise.all([first.promise, second.promise, third.promise]);
    expect(answers.map(outcomeOf)).toEqual(['accepted', 'duplicate', 'duplicate']);
  });

  it('that refuses because of another report waits for that one to be durable', async () => {
    const { desk, gate } = await makeGatedDesk();
    gate.shut();
    const first = watched(send(desk, { reportId: 'a', votes: { ann: 10 } }));
    await turn();
    const stale = watched(send(desk, { reportId: 'b', votes: { ann: 12 }, basedOn: 0 }));
    await turn();
    expect(stale.settled).toBe(false);
    gate.open();
    expect(outcomeOf(await first.promise)).toBe('accepted');
    expect(outcomeOf(await stale.promise)).toBe('conflict');
  });

  it('is the same for the same report after a restart', async () => {
    const { desk, journal, clock, clockMark } = await makeLoadedDesk();
    const first = await send(desk, { votes: { ann: 10 } });
    await desk.close();
    const again = await makeDesk({ journal, clock, clockMark });
    const second = await send(again.desk, { votes: { ann: 10 } });
    expect(first).toMatchObject({ value: { outcomes: [{ outcome: 'accepted', seq: 2 }] } });
    expect(second).toMatchObject({
      value: { outcomes: [{ outcome: 'duplicate', first: { seq: 2 } }] },
    });
  });
});

describe('commands', () => {
  it('see what the ones before them did, durable or not', async () => {
    const { desk, gate } = await makeGatedDesk();
    gate.shut();
    const sent = [
      send(desk, { reportId: 'a', votes: { ann: 10 } }),
      send(desk, { reportId: 'b', votes: { ann: 12 }, basedOn: 1 }),
    ];
    gate.open();
    expect((await Promise.all(sent)).map(outcomeOf)).toEqual(['accepted', 'accepted']);
  });

  it('that come together share a flush', async () => {
    const { desk, gate } = await makeGatedDesk();
    const reports = [1, 2, 3, 4].map((n) => send(desk, { reportId: `r${n}`, votes: { ann: n } }));
    await Promise.all(reports);
    expect(gate.flushes).toEqual([[1], [2, 3, 4, 5]]);
  });

  it('are refused as unavailable while too many wait, and taken again afterwards', async () => {
    const { desk, gate } = await makeGatedDesk(2);
    gate.shut();
    const waiting = ['a', 'b'].map((reportId) => send(desk, { reportId, votes: { ann: 10 } }));
    const tooMany = await send(desk, { reportId: 'c', votes: { ann: 11 } });
    expect(outcomeOf(tooMany)).toBe('unavailable');
    gate.open();
    await Promise.all(waiting);
    expect(outcomeOf(await send(desk, { reportId: 'c', votes: { ann: 11 } }))).toBe('accepted');
  });

  it('are refused as unavailable once the desk is closed', async () => {
    const { desk, journal } = await makeLoadedDesk();
    await desk.close();
    expect(outcomeOf(await send(desk, { votes: { ann: 10 } }))).toBe('unavailable');
    expect(journal.head().seq).toBe(1);
  });

  it('bear who gave them, in the secret part alone', async () => {
    const { desk, journal, entries } = await makeLoadedDesk();
    await send(desk, { votes: { ann: 10 } }, { ...eve, from: '192.0.2.9' });
    expect((await entries()).at(-1)?.secret).toEqual({ by: 'eve', from: '192.0.2.9', note: null });
    const [sealed] = await journal.read(1, 1);
    expect(sealed?.body).not.toContain('eve');
  });
});

describe('a flush that fails', () => {
  it('ends the process, once, and answers nobody', async () => {
    const { desk, gate, failures, journal } = await makeGatedDesk();
    gate.shut();
    const sent = ['a', 'b'].map((reportId) => send(desk, { reportId, votes: { ann: 10 } }));
    await turn();
    gate.break();
    const outcomes = await Promise.allSettled(sent);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(failures).toEqual([new Error('the disk is full')]);
    expect(journal.head().seq).toBe(1);
    expect(outcomeOf(await send(desk, { reportId: 'c', votes: { ann: 1 } }))).toBe('unavailable');
  });
});

describe('a restart', () => {
  it('finds the same board, with and without a snapshot', async () => {
    const made = await makeLoadedDesk({ snapshotEvery: 3 });
    const units = [NORTH, SOUTH];
    for (let n = 1; n <= 10; n += 1)
      await send(made.desk, { reportId: `r${n}`, unit: units[n % 2] ?? NORTH, votes: { ann: n } });
    expect((await made.journal.latestSnapshot())?.seq).toBeGreaterThanOrEqual(9);
    const { journal, clock, clockMark } = made;
    const fromSnapshot = await makeDesk({ journal, clock, clockMark });
    expect(boardText(fromSnapshot.desk.board)).toBe(boardText(made.desk.board));
    const withoutSnapshots = { ...journal, latestSnapshot: async () => null };
    const fromEntries = await makeDesk({ journal: withoutSnapshots, clock, clockMark });
    expect(boardText(fromEntries.desk.board)).toBe(boardText(made.desk.board));
  });

  it('goes on from a snapshot that was kept at closing', async () => {
    const { desk, journal } = await makeLoadedDesk();
    await send(desk, { votes: { ann: 10 } });
    await desk.close();
    expect(await journal.latestSnapshot()).toMatchObject({
      seq: 2,
      hash: journal.head().hash,
      board: boardText(desk.board),
    });
  });

  it('finds no snapshot of what was not durable', async () => {
    const { desk, gate, journal } = await makeGatedDesk();
    gate.shut();
    const sent = send(desk, { votes: { ann: 10 } });
    const closed = watched(desk.close());
    await turn();
    expect([closed.settled, await journal.latestSnapshot()]).toEqual([false, null]);
    gate.open();
    await Promise.all([sent, closed.promise]);
    expect(await journal.latestSnapshot()).toMatchObject({ seq: 2, hash: journal.head().hash });
  });

  it('reads the entries where a snapshot is of no use', async () => {
    const { desk, journal, clock, clockMark } = await makeLoadedDesk();
    await send(desk, { votes: { ann: 10 } });
    await journal.saveSnapshot({ ...journal.head(), board: '{"of":"an older program"}' });
    const again = await makeDesk({ journal, clock, clockMark });
    expect(boardText(again.desk.board)).toBe(boardText(desk.board));
  });

  it('counts entry numbers and versions on', async () => {
    const { desk, journal, clock, clockMark } = await makeLoadedDesk();
    await send(desk, { votes: { ann: 10 } });
    await desk.close();
    const again = await makeDesk({ journal, clock, clockMark });
    const next = await send(again.desk, { reportId: 'next', votes: { ann: 12 } });
    expect(next).toMatchObject({ value: { outcomes: [{ seq: 3, version: 2 }] } });
    expect(again.desk.board.contests.get(MAYOR)?.tally.votes).toMatchObject({ ann: 12 });
  });
});

describe('the record’s time', () => {
  it('does not run backwards when the clock is set back', async () => {
    const { desk, clock, entries } = await makeLoadedDesk();
    await send(desk, { reportId: 'a', votes: { ann: 10 } });
    clock.jump(-3_600_000);
    await send(desk, { reportId: 'b', votes: { ann: 11 } });
    clock.pass(7_200_000);
    await send(desk, { reportId: 'c', votes: { ann: 12 } });
    const times = (await entries()).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times[2]).toBe(times[1]);
    expect(times.at(-1)).toBe('2026-11-04T00:00:00.000Z');
  });
});
