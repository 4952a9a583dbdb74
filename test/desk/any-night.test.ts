import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openBoard } from '../../server/desk/open-board.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { verifyChain } from '../../server/journal/verify-chain.ts';
import { boardText } from '../../shared/night/board-text.ts';
import type { Command } from '../../shared/night/command.ts';
import { dataFolders } from '../journal/data-folders.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { eve, kay, lee, MAYOR, makeReport, max, NORTH, SOUTH } from '../night/make-night.ts';
import { makeLoadedDesk } from './make-desk.ts';

const newFolder = dataFolders();

/** Reports that repeat, contradict and correct each other, and what two editors do about them. */
const report: fc.Arbitrary<Command> = fc
  .record({
    reportId: fc.integer({ min: 1, max: 12 }).map((n) => `r${n}`),
    unit: fc.constantFrom(NORTH, SOUTH, 'hill/nowhere'),
    method: fc.constantFrom('election-day', 'early', 'total'),
    votes: fc.record({ ann: fc.nat(700), bob: fc.nat(700) }),
    status: fc.constantFrom('partial', 'complete'),
    reason: fc.constantFrom(null, 'A typing error.'),
    supersedes: fc.boolean(),
  })
  .chain((parts) =>
    fc
      .constantFrom(kay, eve)
      .map((by): Command => ({ type: 'report', by, reports: [makeReport(parts)] })),
  );

const other: fc.Arbitrary<Command> = fc.constantFrom<Command[]>(
  { type: 'lock', by: eve, lockId: 'l1', contest: MAYOR, reason: 'Recount.' },
  { type: 'unlock', by: max, lockId: 'l2', contest: MAYOR, reason: 'Done.' },
  {
    type: 'post-notice',
    by: eve,
    noticeId: 'n1',
    contest: MAYOR,
    text: { en: 'Slow.' },
    since: null,
  },
  { type: 'end-notice', by: lee, noticeId: 'n1' },
  {
    type: 'propose-call',
    by: eve,
    callId: 'c1',
    contest: MAYOR,
    call: 'too-close',
    choices: [],
    source: null,
    reason: null,
  },
  { type: 'confirm-call', by: max, callId: 'c1', seq: 2 },
);

const night = fc.array(
  fc.oneof({ weight: 4, arbitrary: report }, { weight: 1, arbitrary: other }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

it('the desk’s board is the one that its record adds up to, after any night', async () => {
  await fc.assert(
    fc.asyncProperty(night, async (commands) => {
      const journal = openMemoryJournal({ salt: countedSalts() });
      const { desk } = await makeLoadedDesk({ journal, snapshotEvery: 7 });
      await Promise.all(commands.map((command) => desk.submit(command)));
      const withoutSnapshots = { ...journal, latestSnapshot: async () => null };
      expect(boardText(await openBoard(withoutSnapshots))).toBe(boardText(desk.board));
      expect(boardText(await openBoard(journal))).toBe(boardText(desk.board));
      expect(verifyChain(await journal.read(0, 1_000))).toEqual({
        ok: true,
        value: journal.head(),
      });
    }),
    { numRuns: 150 },
  );
});

it('a night sent twice over is the night sent once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 25 }), async (commands) => {
      const { desk, journal } = await makeLoadedDesk();
      const outcomes = [];
      for (const command of commands) outcomes.push(await desk.submit(command));
      const { seq } = journal.head();
      for (const [at, command] of commands.entries()) {
        // A refusal is not remembered: what was refused then may be right by now.
        if (outcomes[at]?.ok) await desk.submit(command);
      }
      expect(journal.head().seq).toBe(seq);
    }),
    { numRuns: 150 },
  );
});

it('a night comes out of SQLite as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(night, async (commands) => {
      const directory = newFolder();
      const journal = await openSqliteJournal({ directory, salt: countedSalts() });
      const { desk } = await makeLoadedDesk({ journal, snapshotEvery: 10 });
      await Promise.all(commands.map((command) => desk.submit(command)));
      await desk.close();
      await journal.close();
      const again = await openSqliteJournal({ directory, salt: countedSalts() });
      expect(boardText(await openBoard(again))).toBe(boardText(desk.board));
      await again.close();
    }),
    { numRuns: 6 },
  );
}, 60_000);
