import type { AccessSources } from './access-sources.ts';
import type { KeptEvent } from './account-event.ts';
import { openPasswords } from './passwords.ts';
import { openRights, type Rights } from './rights.ts';
import { openRoster, type Roster } from './roster.ts';
import { giveSecrets } from './secrets.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openSignIns, type SignIns } from './sign-ins.ts';
import { watchedStore } from './watched-store.ts';

/** Who may come in, how they prove it, and what happened to accounts. */
export interface Access extends Roster, Rights, SignIns, Sessions {
  /** What happened to accounts with an id above `after`, oldest first. */
  eventsAfter(after: number, limit: number): Promise<readonly KeptEvent[]>;
  /** With an id below `before`, newest first. */
  eventsBefore(before: number, limit: number): Promise<readonly KeptEvent[]>;
  /**
   * Tells when somebody's rights may have changed: at once what this process did, and what another did
   * at the next `lookForChanges`.
   */
  onChange(listener: () => void): () => void;
  lookForChanges(): Promise<void>;
  close(): Promise<void>;
}

export function openAccess(given: AccessSources): Access {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const store = watchedStore(given.store, tell);
  const sources = { ...given, store };
  const passwords = given.passwords ?? openPasswords(given.secret);
  const give = giveSecrets(sources);
  let seen: string | null = null;

  return {
    ...openRoster(sources, give),
    ...openRights(sources, passwords, give),
    ...openSignIns(sources, passwords, give),
    ...openSessions(sources),
    eventsAfter: (after, limit) => store.eventsAfter(after, limit),
    eventsBefore: (before, limit) => store.eventsBefore(before, limit),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async lookForChanges() {
      const stamp = await store.stamp();
      if (stamp !== seen) tell();
      seen = stamp;
    },
    close: () => store.close(),
  };
}
