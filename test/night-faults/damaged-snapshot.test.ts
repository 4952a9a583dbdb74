import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openBoard } from '../../server/desk/open-board.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { openFollower } from '../../server/live/follower.ts';
import { boardText } from '../../shared/night/board-text.ts';
import { makeLoadedDesk, send } from '../desk/make-desk.ts';
import { dataFolders } from '../journal/data-folders.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { NORTH, SOUTH } from '../night/make-night.ts';

const newFolder = dataFolders();
const open = (directory: string) => openSqliteJournal({ directory, salt: countedSalts() });

it.each([
  ['whose text was changed', `UPDATE snapshots SET board = replace(board, '"ann":7', '"ann":9')`],
  ['that is cut off', 'UPDATE snapshots SET board = substr(board, 1, 400)'],
  ['of another entry', 'UPDATE snapshots SET seq = seq - 1'],
  ['that is empty', `UPDATE snapshots SET board = ''`],
])(
  'a snapshot %s is passed over: desk and readers have the night from its entries',
  async (_, damage) => {
    const directory = newFolder();
    const journal = await open(directory);
    const { desk } = await makeLoadedDesk({ journal, snapshotEvery: 3 });
    for (let count = 1; count <= 7; count += 1)
      await send(desk, { reportId: `n${count}`, unit: NORTH, votes: { ann: count } });
    await send(desk, { reportId: 's', unit: SOUTH, votes: { bob: 5 } });
    const before = boardText(desk.board);
    await desk.close();
    await journal.close();

    const database = new Database(join(directory, 'journal.db'));
    expect(database.prepare(damage).run().changes).toBeGreaterThan(0);
    database.close();
    expect(verifyData(directory)).toMatchObject({
      ok: true,
      value: { notes: expect.arrayContaining([expect.stringContaining('a start passes it over')]) },
    });

    const again = await open(directory);
    expect(boardText(await openBoard(again))).toBe(before);
    const follower = await openFollower({
      journal: again,
      fail(error) {
        throw error;
      },
    });
    expect(boardText(follower.board)).toBe(before);
    follower.close();
    await again.close();
  },
);
