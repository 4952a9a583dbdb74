// A process to be killed: a desk on a data folder, told what to do over the channel of `fork`.
import { randomBytes } from 'node:crypto';
import { clockMarkIn } from '../../server/desk/clock-mark-file.ts';
import { openDesk } from '../../server/desk/desk.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { systemClock, systemTimers } from '../../server/system-clock.ts';
import { ada, kay, makeReport, type SentReport } from '../night/make-night.ts';
import { manyPrecincts } from './many-precincts.ts';

/** From the process: how far it is, or what became of a report. */
export type FromDesk =
  | { readonly stage: 'started' | 'journal-open' | 'ready' }
  | { readonly reportId: string; readonly outcome: string };

const [directory = ''] = process.argv.slice(2);

function tell(message: FromDesk): void {
  process.send?.(message);
}

// Without whoever started it, it is of no use.
process.on('disconnect', () => process.exit());
tell({ stage: 'started' });
const journal = await openSqliteJournal({ directory, salt: () => randomBytes(16).toString('hex') });
tell({ stage: 'journal-open' });
const desk = await openDesk({
  journal,
  clock: systemClock,
  timers: systemTimers,
  clockMark: clockMarkIn(directory),
  fatal: (error) => {
    console.error(error);
    process.exit(1);
  },
  snapshotEvery: 25,
});
await desk.submit({ type: 'load-election', by: ada, election: manyPrecincts(), reset: false });
process.on('message', (report: SentReport & { readonly reportId: string }) => void take(report));
tell({ stage: 'ready' });

async function take(report: SentReport & { readonly reportId: string }): Promise<void> {
  const answer = await desk.submit({ type: 'report', by: kay, reports: [makeReport(report)] });
  const { reportId } = report;
  if (!answer.ok) tell({ reportId, outcome: answer.reason.code });
  else if (answer.value.type === 'report')
    tell({ reportId, outcome: answer.value.outcomes[0]?.outcome ?? 'none' });
}
