import type { ContestId, HoldId } from '../../shared/basics/ids.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { AuditPage } from './audit-page.ts';
import type { Given } from './given.ts';
import type { UnitList } from './listed-unit.ts';
import type { Attempt } from './outbox.ts';
import type { ReportBody, ReportReply } from './report-body.ts';

/** Who is signed in. */
export interface DeskPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export type HoldDecision = 'release' | 'reject';

/** What the desk asks of the server, over HTTP. */
export interface DeskApi {
  /** null: nobody is signed in. Rejects where no answer came. */
  session(): Promise<DeskPerson | null>;
  units(contest: ContestId): Promise<UnitList>;
  send(report: ReportBody): Promise<Attempt>;
  /** null once it is done, else why it is not, in the server's words. */
  decide(hold: HoldId, decision: HoldDecision, reason: string): Promise<string | null>;
  /** Who did what, newest first; older ones from a page's `next`. Rejects where no answer came. */
  audit(after: string | null): Promise<AuditPage>;
  /** Any other of the desk's writes, at a path below `/api/v1`. Never rejects. */
  give(path: string, body: object): Promise<Given>;
}

interface Failed {
  readonly error: { readonly code: string; readonly message: string; readonly path: string };
}

export function openDeskApi(request: typeof fetch): DeskApi {
  async function read<Body>(path: string): Promise<Body> {
    const response = await request(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    // `as`: our own server's, documented so.
    return (await response.json()) as Body;
  }

  function write(path: string, body: object): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    return request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  return {
    session: async () => (await read<{ account: DeskPerson | null }>('/api/v1/session')).account,
    units: (contest) => read<UnitList>(`/api/v1/contests/${encodeURIComponent(contest)}/units`),
    async send(report) {
      try {
        return await attemptOf(report, await write('/api/v1/reports', { reports: [report] }));
      } catch {
        return { unsent: 'away' };
      }
    },
    async decide(hold, decision, reason) {
      const body = decision === 'release' ? {} : { reason };
      const path = `/api/v1/holds/${encodeURIComponent(hold)}/${decision}`;
      const response = await write(path, body);
      return response.ok ? null : (await failureIn(response)).error.message;
    },
    audit: (after) =>
      read<AuditPage>(
        `/api/v1/audit?order=newest&limit=50${after === null ? '' : `&after=${after}`}`,
      ),
    async give(path, body) {
      try {
        return await givenOf(await write(`/api/v1${path}`, body));
      } catch {
        return { ok: false, code: 'unanswered', message: '' };
      }
    },
  };
}

/** Whoever is signed out signs in again and sends then; a server in trouble is tried again. */
async function attemptOf(report: ReportBody, response: Response): Promise<Attempt> {
  if (response.status === 401) return { unsent: 'signed-out' };
  if (response.status >= 500 || response.status === 429) return { unsent: 'away' };
  if (!response.ok) {
    const { error } = await failureIn(response);
    return { reply: { reportId: report.reportId, outcome: 'refused', error } };
  }
  // `as`: our own server's, documented so.
  const { outcomes } = (await response.json()) as { outcomes: readonly ReportReply[] };
  const [reply] = outcomes;
  if (reply === undefined) return { unsent: 'away' };
  const isBusy = reply.outcome === 'refused' && reply.error.code === 'unavailable';
  return isBusy ? { unsent: 'away' } : { reply };
}

async function givenOf(response: Response): Promise<Given> {
  if (response.status === 401) return { ok: false, code: 'signed-out', message: '' };
  if (!response.ok) return { ok: false, ...(await failureIn(response)).error };
  // `as`: our own server's, documented so.
  const { state } = (await response.json()) as { state: string };
  return { ok: true, state };
}

async function failureIn(response: Response): Promise<Failed> {
  try {
    // `as`: every error of the API has this shape.
    return (await response.json()) as Failed;
  } catch {
    return { error: { code: 'internal', message: `HTTP ${response.status}`, path: '' } };
  }
}
