// A process that ends by itself: someone who follows its journal cannot take an entry.
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { countedSalts, noticeEntry } from '../journal/make-entry.ts';

const journal = openMemoryJournal({ salt: countedSalts() });
journal.follow(0, () => {
  throw new Error('cannot be applied');
});
await journal.append([noticeEntry(1)]);
// Long enough for anyone to notice that it goes on.
setTimeout(() => process.exit(0), 20_000);
