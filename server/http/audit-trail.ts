import { present } from '../../shared/basics/assert.ts';
import type { Access } from '../access/access.ts';
import type { Journal } from '../journal/journal.ts';
import { openEntry } from '../journal/open-entry.ts';
import { type AuditRecord, recordOfEntry, recordOfEvent } from './audit-record.ts';

/** How far one has read in the journal and in what happened to accounts. */
export interface AuditPlace {
  readonly seq: number;
  readonly event: number;
}

/** A record, and the place after it. */
export interface AuditStep {
  readonly record: AuditRecord;
  readonly place: AuditPlace;
}

export interface AuditSources {
  readonly journal: Pick<Journal, 'read'>;
  readonly access: Pick<Access, 'eventsAfter' | 'eventsBefore'>;
}

const PAGE = 200;

/** What was done after a place, up to the journal's `end`, in the order of time. */
export function auditAfter(
  { journal, access }: AuditSources,
  place: AuditPlace,
  end: number,
): AsyncGenerator<AuditStep> {
  async function* entries() {
    for (let { seq } = place; seq < end; ) {
      const sealed = await journal.read(seq, Math.min(PAGE, end - seq));
      for (const one of sealed) yield numbered(one.seq, recordOfEntry(openEntry(one)));
      seq = present(sealed.at(-1), `entry ${seq + 1}`).seq;
    }
  }
  async function* events() {
    for (let { event } = place; ; ) {
      const page = await access.eventsAfter(event, PAGE);
      for (const one of page) yield numbered(one.id, recordOfEvent(one));
      if (page.length < PAGE) return;
      event = present(page.at(-1), 'event').id;
    }
  }
  return merged(place, entries(), events(), (one, other) => one.at <= other.at);
}

/** What was done before a place, newest first. */
export function auditBefore(
  { journal, access }: AuditSources,
  place: AuditPlace,
): AsyncGenerator<AuditStep> {
  async function* entries() {
    for (let { seq } = place; seq > 1; ) {
      const after = Math.max(0, seq - 1 - PAGE);
      const sealed = await journal.read(after, seq - 1 - after);
      for (const one of sealed.toReversed()) yield numbered(one.seq, recordOfEntry(openEntry(one)));
      seq = after + 1;
    }
  }
  async function* events() {
    for (let { event } = place; ; ) {
      const page = await access.eventsBefore(event, PAGE);
      for (const one of page) yield numbered(one.id, recordOfEvent(one));
      if (page.length < PAGE) return;
      event = present(page.at(-1), 'event').id;
    }
  }
  return merged(place, entries(), events(), (one, other) => one.at >= other.at);
}

interface Numbered {
  readonly number: number;
  readonly record: AuditRecord;
}

function numbered(number: number, record: AuditRecord): Numbered {
  return { number, record };
}

/** Both in their own order; of two the one that `isFirst` says. */
async function* merged(
  start: AuditPlace,
  entries: AsyncGenerator<Numbered>,
  events: AsyncGenerator<Numbered>,
  isFirst: (one: AuditRecord, other: AuditRecord) => boolean,
): AsyncGenerator<AuditStep> {
  let place = start;
  let [entry, event] = await Promise.all([entries.next(), events.next()]);
  while (!entry.done || !event.done) {
    if (!entry.done && (event.done || isFirst(entry.value.record, event.value.record))) {
      place = { ...place, seq: entry.value.number };
      yield { record: entry.value.record, place };
      entry = await entries.next();
    } else if (!event.done) {
      place = { ...place, event: event.value.number };
      yield { record: event.value.record, place };
      event = await events.next();
    }
  }
}
