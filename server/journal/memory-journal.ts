import { NOTHING } from './chain.ts';
import type { Journal } from './journal.ts';
import { journalOver } from './journal-over.ts';
import { memoryStore } from './memory-store.ts';

/** A journal that lasts as long as the process: for tests, and for a night nobody needs to keep. */
export function openMemoryJournal({ salt }: { readonly salt: () => string }): Journal {
  return journalOver({ store: memoryStore(), epoch: salt(), head: NOTHING, salt });
}
