import { TEST_ELECTION } from '../http/test-election.ts';
import type { FromServe } from './serve-process.ts';

/** The API of a server, as a feed uses it. */
export function doorOf({ url, token }: FromServe) {
  const headers = { Authorization: `Bearer ${token}` };

  async function load(): Promise<void> {
    const body = JSON.stringify({ ...TEST_ELECTION, contests: [contest()] });
    const answer = await fetch(`${url}/api/v1/elections`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** The outcome; throws where there is no answer. */
  async function report(reportId: string): Promise<string> {
    const reports = [{ reportId, ...reportOf(reportId) }];
    const answer = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ reports }),
    });
    const { outcomes } = await answer.json();
    return outcomes[0].outcome;
  }

  /** @returns the ids of those that were accepted */
  async function reportUntilRefused(): Promise<readonly string[]> {
    const acknowledged: string[] = [];
    try {
      for (let count = 0; count < 5_000; count += 1) {
        const reportId = `report-${count}`;
        if ((await report(reportId)) === 'accepted') acknowledged.push(reportId);
      }
    } catch {
      // Nobody answers any more.
    }
    return acknowledged;
  }

  /** The votes counted as a reader is told them of a seq. */
  async function countedAt(seq: number): Promise<number> {
    return (await (await fetch(`${url}/api/v1/contests/mayor?seq=${seq}`)).json()).counted;
  }

  return { load, report, reportUntilRefused, countedAt };
}

function contest() {
  const [first] = TEST_ELECTION.contests;
  return { ...first, methods: ['total'] };
}

/** Another number each time. */
function reportOf(reportId: string) {
  const votes = { ana: Number(reportId.replace(/\D/g, '') || 999_999) % 900 };
  const parts = { contest: 'mayor', unit: 'north/1', method: 'total', status: 'partial' };
  return { ...parts, votes, reason: 'the next count', source: 'the county' };
}
