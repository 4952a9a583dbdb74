import { afterEach, expect, it, vi } from 'vitest';
import { ManualTimers } from '../live/manual-timers.ts';
import {
  allThatIsPublic,
  type Listener,
  listen,
  type PublicAnswers,
  withoutGrouping,
} from './all-that-is-public.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

// Everything is read after every step.
vi.setConfig({ testTimeout: 60_000 });

/** What nobody may read yet, or ever: numbers, ids, sources, reasons and people, none like another. */
const secrets = new Set<string>();
let timers: ManualTimers;
let nowMs: number;
let night: TestApp;
let listeners: Listener[];

const [contest] = TEST_ELECTION.contests;
const units = ['north/1', 'north/2', 'south/1', 'south/2', 'south/3', 'west/1'].map((id) => ({
  id,
  name: id,
  parent: id.split('/')[0],
  registered: 200_000,
}));

/** A server an hour before the first closing, and somebody who watches in each encoding. */
async function open(more: object = {}): Promise<void> {
  secrets.clear();
  timers = new ManualTimers();
  nowMs = NIGHT_MS - 3_600_000;
  night = await openTestApp({ timers });
  tick();
  await night.load({ ...TEST_ELECTION, contests: [{ ...contest, units, ...more }] });
  listeners = [await listen(night), await listen(night, 'standing')];
}

afterEach(async () => {
  for (const listener of listeners) listener.close();
  await night.close();
});

function tick(ms = 1_000): void {
  nowMs += ms;
  night.setClock(nowMs);
  timers.pass(ms);
}

/** Notes what is secret from now on. */
function hide(...markers: (string | number)[]): void {
  for (const marker of markers) secrets.add(String(marker));
}

/** These may be read from now on, and can be. */
async function reveal(...markers: (string | number)[]): Promise<void> {
  for (const marker of markers) secrets.delete(String(marker));
  const everything = withoutGrouping([...(await readAll()).values()].map(textOf).join('\n'));
  for (const marker of markers) expect(everything).toContain(String(marker));
}

const textOf = ({ headers, text }: { headers: string; text: string }) => `${headers}\n${text}`;

/** Reads all that is public and finds nothing secret in it, nor in what those who watch were sent. */
async function readAll(): Promise<PublicAnswers> {
  tick();
  const answers = await allThatIsPublic(night);
  const texts = [...answers, ...(await asIfStartedNow(answers))].map(
    ([path, answer]) => [path, textOf(answer)] as const,
  );
  const heard = listeners.flatMap((listener) => listener.heard).map((text) => ['socket', text]);
  for (const [path, text] of [...texts, ...heard]) {
    const plain = withoutGrouping(text ?? '');
    for (const secret of secrets) {
      if (plain.includes(secret)) expect.fail(`${secret} can be read at ${path}: ${text}`);
    }
    // Accounts are named by such ids in the record's secret parts.
    if (/"id-\d+"/.test(plain)) expect.fail(`an account can be read at ${path}`);
  }
  return answers;
}

/** A server that kept nothing from before says the same, under the same tags. */
async function asIfStartedNow(answers: PublicAnswers): Promise<PublicAnswers> {
  const fresh = await openTestApp({ journal: night.journal });
  fresh.setClock(nowMs);
  const again = await allThatIsPublic(fresh);
  await fresh.app.close();
  for (const [path, answer] of again)
    if (path.startsWith('/api/v1/')) expect(answer, path).toEqual(answers.get(path));
  return again;
}

async function send(id: string, unit: string, ana: number, more: object = {}) {
  const reports = [testReport(id, { unit, votes: { ana }, ...more })];
  const { json } = await night.post('/api/v1/reports', { reports }, 'entry');
  return json.outcomes[0];
}

const post = async (path: string, body: object, who: 'editor' | 'second' = 'editor') => {
  const answer = await night.post(`/api/v1/${path}`, body, who);
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
};

/** What a reader has of the present; that there is another entry in the record is public. */
const OF_THE_RECORD = /\/journal|\/readyz|seq=/;

/** Does something in secret: whatever can be read stays as it was, to the byte, tags and lengths too. */
async function inSecret(act: () => Promise<unknown>): Promise<void> {
  const before = await allThatIsPublic(night);
  const heard = listeners.map((listener) => listener.heard.length);
  await act();
  const after = await readAll();
  for (const [path, answer] of before) {
    if (!OF_THE_RECORD.test(path)) expect(after.get(path), path).toEqual(answer);
  }
  expect(listeners.map((listener) => listener.heard.length)).toEqual(heard);
  const entries = (await night.get('/api/v1/journal')).json.entries;
  expect(entries.at(-1)).toMatchObject({ body: null, bodySalt: null });
}

/** What is held changes the number of holds, the contest's place in the record, and nothing else. */
async function holding(act: () => Promise<unknown>): Promise<void> {
  const before = standingsIn(await allThatIsPublic(night));
  await act();
  const after = standingsIn(await readAll());
  expect(after).toEqual(before);
}

function standingsIn(answers: PublicAnswers): readonly object[] {
  return ['', '/units', '/history'].map((part) => {
    const answer = answers.get(`/api/v1/contests/mayor${part}`);
    const { seq, at, nightAt, holds, ...rest } = JSON.parse(answer?.text ?? '{}');
    return rest;
  });
}

it('keeps every secret of a night, at every entry, wherever it is read', async () => {
  await open();
  hide(31_337, 'id-early', 'src-early', 62_674);
  await inSecret(() => send('id-early', 'north/1', 31_337, { source: 'src-early' }));
  await inSecret(() => send('id-early-again', 'north/1', 31_337, { source: 'src-early' }));
  hide('id-early-again');

  hide(293_217, 'id-over', 'why-rejected');
  let over = '';
  await inSecret(async () => {
    over = (await send('id-over', 'north/2', 293_217)).holdId;
  });
  // That something was held and rejected is public before the closing, too; not what.
  await post(`holds/${over}/reject`, { reason: 'why-rejected' });

  hide(251_733, 'id-released-early');
  let early = '';
  await inSecret(async () => {
    early = (await send('id-released-early', 'north/2', 251_733)).holdId;
  });
  await inSecret(() => post(`holds/${early}/release`, {}));
  hide(241_991, 'id-waiting');
  await inSecret(() => send('id-waiting', 'south/1', 241_991));

  hide('why-amended', 'said-the-clerk', 'never-certified');
  const changes = { certified: { at: '2017-04-25T15:58:00-04:00', source: 'said-the-clerk' } };
  const amendment = { amendId: 'am-1', changes, reason: 'why-amended' };
  await inSecret(() => post('contests/mayor/amend', amendment));
  const other = { certified: { at: '2017-04-26T15:58:00-04:00', source: 'never-certified' } };
  await inSecret(() =>
    post('contests/mayor/amend', { amendId: 'am-2', changes: other, reason: 'never' }),
  );

  nowMs = NIGHT_MS;
  tick();
  await reveal(31_337, 'id-early', 'src-early', 251_733, 'id-released-early');

  hide(341_771, 'id-replaced', 351_881, 'id-newer', 'src-held');
  const held = { status: 'partial', source: 'src-held' };
  let newer = '';
  await holding(() => send('id-replaced', 'south/2', 341_771, held));
  await holding(async () => {
    newer = (await send('id-newer', 'south/2', 351_881, held)).holdId;
  });
  await post(`holds/${newer}/release`, {});
  await reveal(351_881, 'id-newer', 'src-held');

  hide(11_213, 'id-drop', 'why-lower', 'why-not');
  let drop = '';
  await holding(async () => {
    const lower = await send('id-drop', 'north/1', 11_213, { reason: 'why-lower' });
    drop = lower.holdId;
  });
  await post(`holds/${drop}/reject`, { reason: 'why-not' });

  await post('contests/mayor/lock', { lockId: 'l-1', reason: 'Recount.' });
  hide(71_317, 'id-locked');
  await holding(() => send('id-locked', 'south/3', 71_317));
  await post('contests/mayor/lock', { lockId: 'l-2', locked: false, reason: 'Done.' });

  hide('src-call', 'why-called', 'src-dropped', 'call-dropped');
  const call = { contest: 'mayor', type: 'too-close', choices: [] };
  const proposal = { ...call, callId: 'call-1', source: 'src-call', reason: 'why-called' };
  await inSecret(() => post('calls', proposal));
  await inSecret(() =>
    post('calls', { ...call, type: 'too-early', callId: 'call-dropped', source: 'src-dropped' }),
  );
  const { seq } = (await night.get('/api/v1/contests/mayor')).json;
  await post('calls/call-1/confirm', { seq }, 'second');
  await reveal('src-call', 'why-called');

  await post('amendments/am-1/confirm', {}, 'second');
  await reveal('why-amended', 'said-the-clerk');

  // A reader who comes only now, and one who comes back, are told no more than those who were there.
  listeners.push(await listen(night), await listen(night, 'standing'));
  await readAll();
  expect(secrets.size).toBeGreaterThan(15);
});

it('keeps what a unit counts until its own polls have closed, while others are public', async () => {
  const later = units.map((unit) =>
    unit.id === 'west/1' ? { ...unit, pollsClose: '2017-04-18T20:00:00-04:00' } : unit,
  );
  await open({ publishFrom: 'own', units: later });
  hide(31_337, 'id-east', 41_443, 'id-west');
  await inSecret(() => send('id-east', 'north/1', 31_337));
  await inSecret(() => send('id-west', 'west/1', 41_443, { status: 'partial' }));

  nowMs = NIGHT_MS;
  tick();
  await reveal(31_337, 'id-east');

  hide(42_557, 'id-west-2', 299_933, 'id-west-held');
  await inSecret(() => send('id-west-2', 'west/1', 42_557, { status: 'partial' }));
  let held = '';
  await inSecret(async () => {
    held = (await send('id-west-held', 'west/1', 299_933)).holdId;
  });
  await inSecret(() => post(`holds/${held}/release`, {}));
  hide(298_877, 'id-west-waits');
  await inSecret(() => send('id-west-waits', 'west/1', 298_877, { reason: 'recount' }));

  nowMs += 3_600_000;
  tick();
  await reveal(41_443, 'id-west', 42_557, 'id-west-2', 299_933, 'id-west-held');
});
