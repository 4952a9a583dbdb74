import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { journalContract } from './journal-contract.ts';
import { countedSalts } from './make-entry.ts';

journalContract('a journal in memory', async () => openMemoryJournal({ salt: countedSalts() }));
