import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { dataFolders } from './data-folders.ts';
import { journalContract } from './journal-contract.ts';
import { countedSalts } from './make-entry.ts';

const newFolder = dataFolders();

journalContract('a journal in SQLite', () =>
  openSqliteJournal({ directory: newFolder(), salt: countedSalts() }),
);
