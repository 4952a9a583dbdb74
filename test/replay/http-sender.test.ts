import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHttpSender } from '../../server/replay/http-sender.ts';
import type { Night } from '../../server/replay/night.ts';
import { type Play, playNight } from '../../server/replay/play.ts';
import { playTime } from '../../server/replay/play-time.ts';
import { type Sender, ServerAway } from '../../server/replay/sender.ts';
import { NIGHT_MS, openTestApp, type TestApp } from '../http/open-test-app.ts';
import { smallNight } from './small-night.ts';

const night = smallNight();
let app: TestApp;
let said: string[];

beforeEach(async () => {
  app = await openTestApp();
  said = [];
  return () => app.close();
});

/** Plays over HTTP; the server's clock goes with the waits. */
function playInto({ url, tokens, setClock }: TestApp, changes: Partial<Play> = {}) {
  let elapsedMs = 0;
  const time = {
    elapsedMs: () => elapsedMs,
    async wait(ms: number) {
      elapsedMs += ms;
      setClock(NIGHT_MS + elapsedMs);
    },
  };
  const sender = openHttpSender({ url, first: tokens.admin, second: tokens.second });
  const say = (line: string) => void said.push(line);
  return playNight({ night, sender, time, say, ...changes });
}

/** By an editor who has not sent them; those that are out of date stay. */
async function releaseAll({ get, post }: TestApp): Promise<void> {
  const { holds } = (await get('/api/v1/holds', 'editor')).json;
  for (const { holdId } of holds) await post(`/api/v1/holds/${holdId}/release`, {}, 'editor');
}

const standing = async () => (await app.get('/api/v1/contests/house')).json;

describe('a night that is played over HTTP', () => {
  it('comes through the same door as everything else, with two people for its call', async () => {
    expect(await playInto(app)).toBe('ended');
    expect(said).toEqual([]);
    const { counted, choices, calls, notices, certified, labels } = await standing();
    expect(counted).toBe(234);
    expect(choices.map(({ votes }: { votes: number }) => votes)).toEqual([82, 120, 32]);
    expect(calls).toMatchObject([{ callId: 'ap', type: 'winner', state: 'public', source: 'AP' }]);
    expect(notices).toMatchObject([{ noticeId: 'stall', until: expect.any(String) }]);
    expect(certified).toMatchObject({ source: 'the state' });
    expect(labels).toEqual(['replay']);
  });

  it('changes nothing when it is played again', async () => {
    await playInto(app);
    const { seq } = app.journal.head();
    expect(await playInto(app)).toBe('ended');
    expect(app.journal.head().seq).toBe(seq);
  });

  it('says what was held and what was refused, and is certified once a person has let it', async () => {
    const { timeline } = night;
    const [first] = timeline.steps;
    if (first?.type !== 'reports') throw new Error('no reports');
    const bad = first.reports.map((report, at) =>
      at === 0 ? { ...report, unit: 'cobb/nine' } : { ...report, votes: { ann: 2_001 } },
    );
    const steps = [{ ...first, reports: bad }, ...timeline.steps.slice(1)];
    const spoilt: Night = { ...night, timeline: { ...timeline, steps } };
    const elapsed = { ms: 0 };
    const time = {
      elapsedMs: () => elapsed.ms,
      async wait(ms: number) {
        elapsed.ms += ms;
        app.setClock(NIGHT_MS + elapsed.ms);
        if (said.some((line) => line.includes('not certified yet'))) await releaseAll(app);
      },
    };
    expect(await playInto(app, { night: spoilt, time })).toBe('ended');
    expect(said[0]).toMatch(/spring-2017:2\.1 was refused: cobb\/nine, early: /);
    expect(said[1]).toMatch(/spring-2017:2\.2 is held: cobb\/two, early: /);
    expect(said.join('\n')).toMatch(/house is not certified yet: cobb\/two \(early\)/);
    expect((await standing()).certified).not.toBeNull();
  });

  it('ends with its own numbers though somebody keyed others after its last report', async () => {
    const sender = openHttpSender({
      url: app.url,
      first: app.tokens.admin,
      second: app.tokens.second,
    });
    const keyed = { contest: 'house', reason: 'read from the tape', status: 'complete' };
    const steppedIn: Sender = {
      ...sender,
      async send(step) {
        if (step.type === 'call')
          await app.post(
            '/api/v1/reports',
            {
              reports: [
                { ...keyed, reportId: 'k1', unit: 'cobb/one', method: 'early', votes: { ann: 7 } },
                { ...keyed, reportId: 'k2', unit: 'cobb/two', method: 'total', supersedes: true },
              ],
            },
            'editor',
          );
        return sender.send(step);
      },
    };
    expect(await playInto(app, { sender: steppedIn })).toBe('ended');
    expect(said).toEqual([]);
    const { counted, choices } = await standing();
    expect(counted).toBe(234);
    expect(choices.map(({ votes }: { votes: number }) => votes)).toEqual([82, 120, 32]);
  });

  it('ends at once where its people may not do what it takes', async () => {
    const sender = openHttpSender({
      url: app.url,
      first: app.tokens.entry,
      second: app.tokens.second,
    });
    await expect(playInto(app, { sender })).rejects.toThrow('/elections');
    const stranger = openHttpSender({ url: app.url, first: 'nobody', second: 'nobody' });
    await expect(playInto(app, { sender: stranger })).rejects.toThrow('/elections');
  });
});

describe('a server that cannot answer', () => {
  let server: Server;
  afterEach(() => void server.close());

  async function answering(status: number, text: string): Promise<string> {
    server = createServer((_, response) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': 100 });
      response.end(text.padEnd(100));
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([503, 500, 429])('with %i is one that is away', async (status) => {
    const sender = openHttpSender({ url: await answering(status, '{}'), first: 'a', second: 'b' });
    await expect(sender.load('{}')).rejects.toThrow(ServerAway);
  });

  it('with half an answer is one that is away', async () => {
    const sender = openHttpSender({ url: await answering(200, '{"id":'), first: 'a', second: 'b' });
    await expect(sender.load('{}')).rejects.toThrow(ServerAway);
  });

  it('because nobody listens is one that is away', async () => {
    const url = await answering(200, '{}');
    await new Promise((closed) => server.close(closed));
    const sender = openHttpSender({ url, first: 'a', second: 'b' });
    await expect(sender.load('{}')).rejects.toThrow(ServerAway);
  });
});

it("a replay's wait ends when it is told to stop", async () => {
  const stop = new AbortController();
  const time = playTime({ elapsedMs: () => 0 });
  const waited = time.wait(3_600_000, stop.signal);
  stop.abort();
  await expect(waited).resolves.toBeUndefined();
  await expect(time.wait(3_600_000, stop.signal)).resolves.toBeUndefined();
  await expect(time.wait(0, undefined)).resolves.toBeUndefined();
});
