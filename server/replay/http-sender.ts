import { assertNever } from '../../shared/basics/assert.ts';
import { idsInRecord, type RecordPage } from './ids-in-record.ts';
import { type Counted, type Sender, type Sent, ServerAway } from './sender.ts';
import type { ReportBody, Step } from './timeline.ts';

export interface HttpSenderOptions {
  /** Of the server, without a slash at its end. */
  readonly url: string;
  /** Of an admin, who loads, sets the clock, reports and proposes. */
  readonly first: string;
  /** Of an editor with another account, who confirms. */
  readonly second: string;
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** Sends a night through the API, like everyone else's reports. */
export function openHttpSender({ url, first, second }: HttpSenderOptions): Sender {
  async function ask(path: string, token: string, body?: string, type = 'application/json') {
    const headers = {
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Type': type }),
    };
    const init = body === undefined ? { headers } : { method: 'POST', headers, body };
    const response = await fetch(`${url}/api/v1${path}`, init).catch(() => {
      throw new ServerAway(`No server answers at ${url}.`);
    });
    if (response.status >= 500 || response.status === 429)
      throw new ServerAway(`The server at ${url} answers ${response.status}.`);
    const answer: Answer = { status: response.status, json: await readJson(response, url) };
    if (response.status === 401 || response.status === 403)
      throw new Error(`${path}: ${refusalIn(answer)}`);
    return answer;
  }
  const post = (path: string, body: object, token = first) =>
    ask(path, token, JSON.stringify(body));

  async function propose(
    path: string,
    body: object,
    confirm: () => Promise<Answer>,
  ): Promise<Sent> {
    const proposed = refusals(await post(path, body));
    return proposed.length > 0 ? proposed : refusals(await confirm());
  }

  async function confirmCall(callId: string, contest: string): Promise<Answer> {
    const standing = await ask(`/contests/${encodeURIComponent(contest)}`, second);
    const { seq } = Object(standing.json) as { seq?: unknown };
    return post(`/calls/${encodeURIComponent(callId)}/confirm`, { seq }, second);
  }

  async function release({ contest, unit, method }: Step & { type: 'release' }): Promise<Sent> {
    const waiting = (await ask('/holds', second)).json as WaitingHolds; // so docs/api.md has it
    const meant = waiting.holds.filter(
      (hold) =>
        hold.contest === contest &&
        hold.unit === unit &&
        hold.reports.some((report) => report.method === method),
    );
    const answers = meant.map(({ holdId }) => post(`/holds/${holdId}/release`, {}, second));
    return (await Promise.all(answers)).flatMap(refusals);
  }

  async function sendReports(reports: readonly ReportBody[]): Promise<Sent> {
    const answer = await post('/reports', { reports });
    const { outcomes } = Object(answer.json) as { outcomes?: readonly Outcome[] };
    return [
      ...refusals(answer),
      ...(outcomes ?? []).flatMap((outcome, at) => troubleIn(outcome, reports[at])),
    ];
  }

  return {
    load: async (definition) => refusals(await ask('/elections', first, definition, 'text/plain')),
    setClock: async (election, nightAt, rate) =>
      refusals(await post(`/elections/${election}/clock`, { nightAt, rate })),
    async send(step: Step): Promise<Sent> {
      switch (step.type) {
        case 'reports':
          return sendReports(step.reports);
        case 'release':
          return release(step);
        case 'notice':
          return refusals(await post('/notices', step.body));
        case 'end-notice':
          return refusals(await post(`/notices/${encodeURIComponent(step.noticeId)}/end`, {}));
        case 'call':
          return propose('/calls', step.body, () => confirmCall(step.callId, step.contest));
        case 'amend':
          return propose(`/contests/${step.contest}/amend`, step.body, () =>
            post(`/amendments/${encodeURIComponent(step.amendId)}/confirm`, {}, second),
          );
        default:
          return assertNever(step);
      }
    },
    async idsOnRecord(election) {
      const read = async (after: number) =>
        (await ask(`/journal?after=${after}&limit=1000`, first)).json as RecordPage;
      return idsInRecord(election, read);
    },
    // `as`: so docs/api.md has it.
    counted: async (contest) =>
      (await ask(`/contests/${encodeURIComponent(contest)}/units`, first)).json as Counted,
  };
}

interface WaitingHolds {
  readonly holds: readonly {
    readonly holdId: string;
    readonly contest: string;
    readonly unit: string;
    readonly reports: readonly { readonly method: string }[];
  }[];
}

interface Outcome {
  readonly reportId: string;
  readonly outcome: string;
  readonly error?: { readonly message: string };
  readonly checks?: readonly { readonly message: string }[];
}

function troubleIn(
  { reportId, outcome, error, checks }: Outcome,
  report: ReportBody | undefined,
): Sent {
  const cell = `${report?.unit}, ${report?.method}`;
  if (outcome === 'refused') return [`${reportId} was refused: ${cell}: ${error?.message}`];
  if (outcome === 'held') return [`${reportId} is held: ${cell}: ${checks?.[0]?.message}`];
  return [];
}

function refusals(answer: Answer): Sent {
  return answer.status < 400 ? [] : [refusalIn(answer)];
}

function refusalIn({ status, json }: Answer): string {
  const { error } = Object(json) as { error?: { message?: string } };
  return error?.message ?? `The server answered ${status}.`;
}

/** A connection can end in the middle of an answer. */
async function readJson(response: Response, url: string): Promise<unknown> {
  return response.json().catch(() => {
    throw new ServerAway(`The server at ${url} broke off.`);
  });
}
