import { expect, it } from 'vitest';
import { NOTHING } from '../../server/journal/chain.ts';
import { journalOver } from '../../server/journal/journal-over.ts';
import { gatedStore } from './gated-store.ts';
import { countedSalts, noticeEntries, noticeEntry } from './make-entry.ts';

function gatedJournal() {
  const gate = gatedStore();
  const parts = { store: gate.store, epoch: 'e', head: NOTHING, salt: countedSalts() };
  return { gate, journal: journalOver(parts) };
}

it('makes what is appended in one turn durable with one flush', async () => {
  const { gate, journal } = gatedJournal();
  await Promise.all(noticeEntries(1, 4).map((entry) => journal.append([entry])));
  expect(gate.flushes).toEqual([[1, 2, 3, 4]]);
});

it('gathers what comes during a flush into the next one', async () => {
  const { gate, journal } = gatedJournal();
  gate.shut();
  const first = journal.append(noticeEntries(1, 2));
  await Promise.resolve();
  const later = [journal.append(noticeEntries(3, 4)), journal.append([noticeEntry(5)])];
  expect(gate.flushes).toEqual([[1, 2]]);
  gate.open();
  await Promise.all([first, ...later]);
  expect(gate.flushes).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it('flushes nothing where there is nothing to be made durable', async () => {
  const { gate, journal } = gatedJournal();
  await journal.append([]);
  await journal.append([noticeEntry(1)]);
  await journal.append([]);
  expect(gate.flushes).toEqual([[1]]);
});

it('neither answers nor shows what is still on its way to the disk', async () => {
  const { gate, journal } = gatedJournal();
  gate.shut();
  const told: string[] = [];
  journal.follow(0, () => told.push('follower'));
  const done = journal.append([noticeEntry(1)]).then(() => told.push('writer'));
  await new Promise(setImmediate);
  expect([told, journal.head(), await journal.read(0, 10)]).toEqual([[], NOTHING, []]);
  gate.open();
  await done;
  expect(told).toEqual(['follower', 'writer']);
});

it('rejects all that waits, and all that comes later, once a flush has failed', async () => {
  const { gate, journal } = gatedJournal();
  await journal.append([noticeEntry(1)]);
  const head = journal.head();
  gate.shut();
  const lost = [journal.append([noticeEntry(2)])];
  await Promise.resolve();
  lost.push(journal.append([noticeEntry(3)]), journal.append([]));
  gate.break();
  const outcomes = await Promise.allSettled(lost);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(journal.append([noticeEntry(4)])).rejects.toThrow('the disk is full');
  expect(journal.head()).toEqual(head);
});
