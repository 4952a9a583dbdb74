import type { AccountEvent, KeptEvent } from './account-event.ts';
import type { EventPart } from './account-store.ts';

/** What happened to accounts, in memory. */
export function memoryEvents(mostRefusals: number): {
  readonly part: EventPart;
  readonly write: (event: AccountEvent) => void;
} {
  let events: KeptEvent[] = [];
  let last = 0;

  function write(event: AccountEvent): void {
    last += 1;
    events.push({ id: last, ...event });
    const refusals = events.filter(({ kind }) => kind === 'sign-in-refused');
    const oldest = refusals.length > mostRefusals ? refusals[0] : undefined;
    if (oldest) events = events.filter((kept) => kept !== oldest);
  }

  return {
    write,
    part: {
      note: async (event) => write(event),
      eventsAfter: async (after, limit) => events.filter(({ id }) => id > after).slice(0, limit),
      eventsBefore: async (before, limit) =>
        events
          .filter(({ id }) => id < before)
          .toReversed()
          .slice(0, limit),
      hasSignedIn: async (account, from) =>
        events.some(
          (event) => event.kind === 'signed-in' && event.about === account && event.from === from,
        ),
    },
  };
}
