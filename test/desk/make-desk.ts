import type { ClockMark } from '../../server/desk/clock-mark.ts';
import { type Desk, type DeskOptions, openDesk } from '../../server/desk/desk.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Actor } from '../../shared/night/actor.ts';
import type { Answer, ReportAnswer } from '../../shared/night/decision.ts';
import type { Entry } from '../../shared/night/entry.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import { countedSalts } from '../journal/make-entry.ts';
import {
  ada,
  instant,
  kay,
  makeElection,
  makeReport,
  type SentReport,
} from '../night/make-night.ts';
import { type TestClock, testClock } from './test-clock.ts';

export interface TestDesk {
  readonly desk: Desk;
  readonly journal: Journal;
  readonly clock: TestClock;
  readonly clockMark: ClockMark;
  readonly failures: readonly unknown[];
  /** Everything that is durable. */
  entries(): Promise<readonly Entry[]>;
}

export const EVENING = instant('2026-11-03T23:00:00Z');

/** A desk on a journal in memory, with nothing loaded. */
export async function makeDesk(options: Partial<DeskOptions & { clock: TestClock }> = {}) {
  const journal = options.journal ?? openMemoryJournal({ salt: countedSalts() });
  const clock = options.clock ?? testClock(EVENING);
  const clockMark = options.clockMark ?? memoryMark();
  const failures: unknown[] = [];
  const fatal = (error: unknown) => void failures.push(error);
  const parts = { journal, clock, timers: clock.timers, clockMark, fatal };
  const desk = await openDesk({ ...parts, ...options });
  const entries = async () => {
    // What the desk writes of itself has no answer that could be waited for.
    await journal.append([]);
    return (await journal.read(0, 10_000)).map(openEntry);
  };
  return { desk, journal, clock, clockMark, failures, entries } satisfies TestDesk;
}

/** With the town's election loaded. */
export async function makeLoadedDesk(
  options: Partial<DeskOptions & { clock: TestClock }> = {},
  election = makeElection(),
) {
  const made = await makeDesk(options);
  await made.desk.submit({ type: 'load-election', by: ada, election, reset: false });
  return made;
}

export function memoryMark(first: Instant | null = null): ClockMark {
  let mark = first;
  return {
    read: () => mark,
    write(sure) {
      mark = sure;
    },
    close() {},
  };
}

export function send(desk: Desk, report: SentReport, by: Actor = kay) {
  return desk.submit({ type: 'report', by, reports: [makeReport(report)] });
}

/** What became of the one report that was sent: its outcome, or the refusal's code. */
export function outcomeOf(answer: Result<Answer, Refusal>): ReportAnswer['outcome'] | string {
  if (!answer.ok) return answer.reason.code;
  return answer.value.type === 'report'
    ? (answer.value.outcomes[0]?.outcome ?? 'none')
    : answer.value.state;
}
