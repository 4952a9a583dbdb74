import { expect, it } from 'vitest';
import { openFollowers } from '../../server/journal/followers.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { countedSalts, noticeEntries } from './make-entry.ts';

it('an entry that comes while history is being read is told after it, and once', async () => {
  const journal = openMemoryJournal({ salt: countedSalts() });
  await journal.append(noticeEntries(1, 3));
  const all = await journal.read(0, 10);
  const reads: ((upTo: number) => void)[] = [];
  const seqs: number[] = [];
  let head = 3;
  const followers = openFollowers(
    (after) => new Promise((resolve) => reads.push((upTo) => resolve(all.slice(after, upTo)))),
    () => ({ seq: head, hash: '' }),
  );
  const [first, second, third] = all;
  if (!first || !second || !third) throw new Error('three entries');
  head = 1;
  followers.follow(0, (entries) => seqs.push(...entries.map(({ seq }) => seq)));
  head = 2;
  followers.publish([second]);
  expect(seqs).toEqual([]);
  reads.shift()?.(1);
  await new Promise(setImmediate);
  expect(seqs).toEqual([1]);
  reads.shift()?.(2);
  await new Promise(setImmediate);
  head = 3;
  followers.publish([third]);
  expect(seqs).toEqual([1, 2, 3]);
  expect(reads).toEqual([]);
});
