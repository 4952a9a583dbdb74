import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openEntry } from '../../server/journal/open-entry.ts';
import type { AcceptedReport } from '../../shared/night/entry.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION } from './test-election.ts';

type Who = 'editor' | 'second';

/** One thing that somebody enters, and what the network makes of it. */
interface Deed {
  readonly unit: string;
  readonly method: string;
  readonly votes: number;
  /** Whether they say which version they saw, and looks it up before. */
  readonly says: boolean;
  readonly looks: boolean;
  readonly lost: 'nothing' | 'request' | 'answer';
  readonly twice: boolean;
}

interface Sent {
  readonly reportId: string;
  readonly cell: string;
  readonly votes: number;
  readonly basedOn: number | undefined;
  /** What the sender knows in the end. */
  readonly outcome: string;
  readonly seq: number | undefined;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  unit: fc.constantFrom('north/1', 'north/2'),
  method: fc.constantFrom('election-day', 'early'),
  votes: fc.integer({ min: 1, max: 400 }),
  says: fc.boolean(),
  looks: fc.boolean(),
  lost: fc.constantFrom('nothing', 'nothing', 'request', 'answer'),
  twice: fc.boolean(),
});
const deeds = fc.array(deed, { minLength: 1, maxLength: 14 });

/** One who enters: sends again whatever was not answered, and remembers the versions they saw. */
async function enter(night: TestApp, who: Who, list: readonly Deed[]): Promise<Sent[]> {
  const seen = new Map<string, number>();
  const sent: Sent[] = [];
  for (const [at, { unit, method, votes, says, looks, lost, twice }] of list.entries()) {
    if (looks) await look(night, seen);
    const reportId = `${who} ${at}`;
    const cell = `${unit} ${method}`;
    const basedOn = says ? (seen.get(cell) ?? 0) : undefined;
    const report = { reportId, contest: 'mayor', unit, method, status: 'partial', basedOn };
    const whole = { ...report, votes: { ana: votes }, reason: 'counted again' };
    const post = () => night.post('/api/v1/reports', { reports: [whole] }, who);
    if (lost === 'answer') await post();
    const answers = await Promise.all(twice ? [post(), post()] : [post()]);
    const firsts = answers.map(({ json }) => firstOf(json.outcomes[0]));
    expect(firsts.every((first) => first.seq === firsts[0]?.seq)).toBe(true);
    const { outcome, seq, version } = firsts[0] ?? { outcome: 'none' };
    if (version !== undefined) seen.set(cell, version);
    sent.push({ reportId, cell, votes, basedOn, outcome, seq });
  }
  return sent;
}

async function look(night: TestApp, seen: Map<string, number>): Promise<void> {
  const { json } = await night.get('/api/v1/contests/mayor/units');
  for (const { unit, methods } of json.units)
    for (const [method, { version }] of Object.entries<{ version: number }>(methods))
      seen.set(`${unit} ${method}`, version);
}

interface First {
  readonly outcome: string;
  readonly seq?: number;
  readonly version?: number;
}

/** What a report came to, whether this is the first answer to it or another one. */
function firstOf(outcome: First & { first?: First }): First {
  return outcome.first ?? outcome;
}

async function acceptedOf(night: TestApp): Promise<(AcceptedReport & { seq: number })[]> {
  const entries = (await night.journal.read(0, 10_000)).map(openEntry);
  return entries.flatMap((entry) =>
    entry.kind === 'reports-accepted'
      ? entry.body.reports.map((report) => ({ ...report, seq: entry.seq }))
      : [],
  );
}

it('two who enter at once lose nothing, count nothing twice, and overwrite nothing unseen', async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(deeds, deeds, async (one, other) => {
      const night = await openTestApp();
      try {
        await night.load(TEST_ELECTION);
        const sent = (
          await Promise.all([enter(night, 'editor', one), enter(night, 'second', other)])
        ).flat();
        conflicts += sent.filter(({ outcome }) => outcome === 'refused').length;
        const accepted = await acceptedOf(night);
        checkOnce(sent, accepted);
        checkUnseen(sent, accepted);
        await checkShown(night, accepted);
      } finally {
        await night.close();
      }
    }),
    { numRuns: 25 },
  );
  expect(conflicts).toBeGreaterThan(0);
}, 240_000);

/** Each that was accepted is one entry, and nothing else is one, but for counts that were there already. */
function checkOnce(sent: readonly Sent[], accepted: readonly { reportId: string; seq: number }[]) {
  const known = new Map(sent.map((report) => [report.reportId, report]));
  expect(new Set(accepted.map(({ reportId }) => reportId)).size).toBe(accepted.length);
  for (const { reportId, seq } of accepted)
    expect(known.get(reportId)).toMatchObject({ outcome: 'accepted', seq });
  const kept = new Set(accepted.map(({ seq }) => seq));
  for (const { outcome, seq } of sent) {
    expect(['accepted', 'refused']).toContain(outcome);
    if (outcome === 'accepted') expect(kept).toContain(seq);
  }
}

/** Who said which version they saw has changed that very one. */
function checkUnseen(sent: readonly Sent[], accepted: readonly AcceptedReport[]) {
  const known = new Map(sent.map((report) => [report.reportId, report]));
  const versions = new Map<string, number>();
  for (const { reportId, unit, method, version } of accepted) {
    const cell = `${unit} ${method}`;
    const before = versions.get(cell) ?? 0;
    expect(version).toBe(before + 1);
    const { basedOn = before } = known.get(reportId) ?? {};
    expect(basedOn).toBe(before);
    versions.set(cell, version);
  }
}

/** What is shown is the last of each. */
async function checkShown(night: TestApp, accepted: readonly AcceptedReport[]) {
  const last = new Map<string, number>();
  for (const { unit, method, count } of accepted)
    last.set(
      `${unit} ${method}`,
      Object.entries(count.votes).find(([id]) => id === 'ana')?.[1] ?? 0,
    );
  const sum = [...last.values()].reduce((total, votes) => total + votes, 0);
  expect((await night.get('/api/v1/contests/mayor')).json.counted).toBe(sum);
}
