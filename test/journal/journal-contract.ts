import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING } from '../../server/journal/chain.ts';
import type { Journal, KeptTally, SealedEntry } from '../../server/journal/journal.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import { verifyChain } from '../../server/journal/verify-chain.ts';
import { noticeEntries, noticeEntry } from './make-entry.ts';

/** What every journal does, wherever it keeps its entries. */
export function journalContract(name: string, open: () => Promise<Journal>): void {
  describe(name, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await open();
    });
    afterEach(() => journal.close());

    it('begins empty, with a name of its own', async () => {
      expect(journal.head()).toEqual({ seq: 0, hash: '0'.repeat(64) });
      expect(journal.epoch).not.toBe('');
      expect(await journal.read(0, 10)).toEqual([]);
      expect(await journal.latestSnapshot()).toBeNull();
      expect(await journal.readTallies('ga-06', 0, 100)).toEqual([]);
    });

    it('gives back every entry as it was given', async () => {
      const entries = noticeEntries(1, 5);
      await journal.append(entries);
      expect((await journal.read(0, 10)).map(openEntry)).toEqual(entries);
    });

    it('keeps text of any script, and what is no text at all', async () => {
      const strange = 'Ölçüm “50 %” – 五成 \u{1f5f3}\u{fe0f} \u0000 \ud800 \\u0000 </script>';
      await journal.append([noticeEntry(1, strange)]);
      const [kept] = await journal.read(0, 1);
      expect(kept && openEntry(kept)).toEqual(noticeEntry(1, strange));
    });

    it('keeps a contest that is none as none', async () => {
      const entry = { ...noticeEntry(1), contest: null };
      await journal.append([entry]);
      expect((await journal.read(0, 1)).map(openEntry)).toEqual([entry]);
    });

    it('reads on from a position, as many as were asked for', async () => {
      await journal.append(noticeEntries(1, 9));
      expect((await journal.read(3, 4)).map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
      expect((await journal.read(7, 4)).map(({ seq }) => seq)).toEqual([8, 9]);
      expect(await journal.read(9, 4)).toEqual([]);
    });

    it('chains what it keeps, with other salts for every body and secret', async () => {
      await Promise.all([journal.append(noticeEntries(1, 3)), journal.append(noticeEntries(4, 6))]);
      const entries = await journal.read(0, 10);
      expect(verifyChain(entries)).toEqual({ ok: true, value: journal.head() });
      const salts = entries.flatMap(({ bodySalt, secretSalt }) => [bodySalt, secretSalt]);
      expect(new Set(salts).size).toBe(12);
    });

    it('has an entry at its head, and lets it be read, once its append has resolved', async () => {
      const done = journal.append(noticeEntries(1, 2));
      expect(journal.head()).toEqual(NOTHING);
      await done;
      expect(journal.head().seq).toBe(2);
      expect(await journal.read(1, 1)).toMatchObject([{ seq: 2, hash: journal.head().hash }]);
    });

    it('resolves appends in the order in which they came', async () => {
      const order: number[] = [];
      const appends = noticeEntries(1, 50).map((entry) =>
        journal.append([entry]).then(() => order.push(entry.seq)),
      );
      await Promise.all(appends);
      expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    });

    it('waits, with nothing to append, for all that was appended before', async () => {
      let durable = false;
      void journal.append(noticeEntries(1, 3)).then(() => {
        durable = true;
      });
      await journal.append([]);
      expect(durable).toBe(true);
    });

    it('refuses an entry out of its order', async () => {
      await journal.append(noticeEntries(1, 2));
      await expect(journal.append([noticeEntry(4)])).rejects.toThrow('entry 4 follows entry 2');
      await journal.append([noticeEntry(3)]);
      expect(journal.head().seq).toBe(3);
    });

    it('tells a follower the past and then the present, each entry once and in order', async () => {
      await journal.append(noticeEntries(1, 1_500));
      const seen = follow(journal, 0);
      for (const entry of noticeEntries(1_501, 1_600)) await journal.append([entry]);
      await seen.until(1_600);
      expect(seen.seqs).toEqual(Array.from({ length: 1_600 }, (_, at) => at + 1));
    });

    it('tells a follower nothing from before its position', async () => {
      await journal.append(noticeEntries(1, 4));
      const seen = follow(journal, 3);
      await journal.append(noticeEntries(5, 6));
      await seen.until(6);
      expect(seen.seqs).toEqual([4, 5, 6]);
    });

    it('has told its followers before it answers who appended', async () => {
      const seen = follow(journal, 0);
      await journal.append([noticeEntry(1)]);
      expect(seen.seqs).toEqual([1]);
    });

    it('tells a follower nothing that is not durable', async () => {
      const heads: [number, number][] = [];
      journal.follow(0, (entries) => {
        for (const { seq } of entries) heads.push([seq, journal.head().seq]);
      });
      await Promise.all(noticeEntries(1, 40).map((entry) => journal.append([entry])));
      expect(heads).toHaveLength(40);
      expect(heads.filter(([seq, head]) => seq > head)).toEqual([]);
    });

    it('leaves a follower alone who has stopped, and tells the others', async () => {
      const stopped = follow(journal, 0);
      const other = follow(journal, 0);
      await journal.append([noticeEntry(1)]);
      stopped.stop();
      await journal.append([noticeEntry(2)]);
      expect([stopped.seqs, other.seqs]).toEqual([[1], [1, 2]]);
    });

    it('gives the newest snapshot whose place the record knows', async () => {
      await journal.append(noticeEntries(1, 4));
      const [second, third] = (await journal.read(1, 2)).map(({ seq, hash }) => ({ seq, hash }));
      await journal.saveSnapshot({ seq: 2, hash: second?.hash ?? '', board: '{"at":2}' });
      await journal.saveSnapshot({ seq: 3, hash: third?.hash ?? '', board: '{"at":3}' });
      await journal.saveSnapshot({ seq: 4, hash: 'f'.repeat(64), board: '{"of":"another"}' });
      expect(await journal.latestSnapshot()).toEqual({ ...third, board: '{"at":3}' });
    });

    it('reads the kept tallies of a contest on from a position, as many as were asked for', async () => {
      await journal.append(noticeEntries(1, 9));
      await journal.keepTallies([keptTally('ga-06', 2), keptTally('ga-07', 3)]);
      await journal.keepTallies([keptTally('ga-06', 6), keptTally('ga-06', 9)]);
      const seqs = async (after: number, limit: number) =>
        (await journal.readTallies('ga-06', after, limit)).map(({ seq }) => seq);
      expect(await journal.readTallies('ga-07', 0, 9)).toEqual([keptTally('ga-07', 3)]);
      expect(await seqs(0, 9)).toEqual([2, 6, 9]);
      expect(await seqs(2, 1)).toEqual([6]);
      expect(await seqs(9, 9)).toEqual([]);
    });

    it('takes a tally that is kept again for the one there was', async () => {
      await journal.append(noticeEntries(1, 3));
      const again = { ...keptTally('ga-06', 2), tally: '{"again":true}' };
      await journal.keepTallies([keptTally('ga-06', 2), keptTally('ga-06', 3)]);
      await journal.keepTallies([again]);
      expect(await journal.readTallies('ga-06', 0, 9)).toEqual([again, keptTally('ga-06', 3)]);
    });

    it('flushes what waits before it closes, and takes nothing afterwards', async () => {
      const waiting = journal.append(noticeEntries(1, 3));
      const closed = journal.close();
      await expect(waiting).resolves.toBeUndefined();
      await closed;
      await expect(journal.append([noticeEntry(4)])).rejects.toThrow('the journal is closed');
      await expect(journal.close()).resolves.toBeUndefined();
    });
  });
}

function keptTally(contest: string, seq: number): KeptTally {
  const { at, nightAt } = noticeEntry(seq);
  return { contest, seq, at, nightAt, tally: `{"votes":{"ossoff":${seq}}}` };
}

/** Follows, and can wait for an entry. */
function follow(journal: Journal, after: number) {
  const seqs: number[] = [];
  let wake = () => {};
  const stop = journal.follow(after, (entries: readonly SealedEntry[]) => {
    seqs.push(...entries.map(({ seq }) => seq));
    wake();
  });
  async function until(seq: number): Promise<void> {
    while (!seqs.includes(seq)) await new Promise<void>((resolve) => (wake = resolve));
  }
  return { seqs, stop, until };
}
