import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { CallType } from '../../shared/count/call.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Actor } from '../../shared/night/actor.ts';
import type { DeskDecisions, SettledHold, SettledHolds } from '../../shared/wire/desk-messages.ts';
import { mergeTally } from '../../shared/wire/merge-tally.ts';
import {
  PROTOCOL_VERSION,
  type ServerTime,
  type Snapshot,
  type StandingSnapshot,
  type StandingUpdate,
  type Update,
  type WireRefusal,
} from '../../shared/wire/messages.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { makeContest, makeReport, makeUnit } from '../count/make.ts';
import { EDITOR, type LiveApp, next, QUIET_MS, startMayor, stockClient } from './live-app.ts';
import { MAYOR, makeElection, START_MS } from './make-live.ts';

let live: LiveApp;
let clients: Socket[];

beforeEach(async () => {
  live = await startMayor();
  clients = [];
});

afterEach(async () => {
  for (const client of clients) client.disconnect();
  await live.close();
});

function client(auth: Record<string, unknown> = {}): Socket {
  const socket = stockClient(`${live.url}/live`, { auth });
  clients.push(socket);
  return socket;
}

function served(contest: ContestId = MAYOR) {
  return present(live.follower.board.contests.get(contest), 'contest');
}

async function snapshotOf(socket: Socket): Promise<Snapshot> {
  const snapshot = next<Snapshot>(socket, 'snapshot');
  socket.emit('subscribe', { contests: [MAYOR] });
  return snapshot;
}

/** What comes of one report, once the tick is over. */
async function updateBy(socket: Socket, votes: Record<string, number>): Promise<Update> {
  const update = next<Update>(socket, 'update');
  await live.report(votes);
  live.timers.pass(100);
  return update;
}

describe('a stock client', () => {
  it('is told the server’s time and the version of the protocol', async () => {
    const { at, protocol } = await next<ServerTime>(client(), 'time');
    expect(Date.parse(at)).toBe(START_MS + QUIET_MS);
    expect(protocol).toBe(PROTOCOL_VERSION);
  });

  it('gets the whole tally first', async () => {
    await live.report({ ann: 10, bob: 5 });
    live.timers.pass(QUIET_MS);
    const snapshot = await snapshotOf(client());
    expect(snapshot.position).toEqual({ epoch: live.journal.epoch, seq: served().seq });
    expect(snapshot.definitionVersion).toBe(1);
    expect(snapshot.tally).toEqual(served().tally);
  });

  it('then gets what changed, as new totals, each on from the one before', async () => {
    const socket = client();
    const { position, tally } = await snapshotOf(socket);
    const first = await updateBy(socket, { ann: 10, bob: 5 });
    expect(first).toMatchObject({ contest: MAYOR, epoch: position.epoch, since: position.seq });
    expect(first.tally.votes).toEqual({ ann: 10, bob: 5 });
    const second = await updateBy(socket, { ann: 30 });
    expect(second.since).toBe(first.seq);
    expect(second.tally.votes).toEqual({ ann: 30 });
    const merged = mergeTally(mergeTally(tally, first.tally), second.tally);
    expect(tallyText(merged)).toBe(tallyText(served().tally));
  });

  it('gets one update for what happened within a tick, and at once what happens in quiet', async () => {
    const socket = client();
    await snapshotOf(socket);
    const quiet = next<Update>(socket, 'update');
    await live.report({ ann: 10 });
    expect((await quiet).tally.votes).toEqual({ ann: 10 });
    const gathered = next<Update>(socket, 'update');
    await live.report({ ann: 20 });
    await live.report({ ann: 30 });
    live.timers.pass(100);
    expect((await gathered).tally.votes).toEqual({ ann: 30 });
    expect((await gathered).seq).toBe(served().seq);
  });

  it('gets standings where it asks for them, whole each time', async () => {
    const socket = client({ encoding: 'standing' });
    const snapshot = next<StandingSnapshot>(socket, 'snapshot');
    socket.emit('subscribe', { contests: [MAYOR] });
    expect(await snapshot).not.toHaveProperty('tally');
    expect((await snapshot).standing).toMatchObject({ contest: MAYOR, counted: 0 });
    const update = next<StandingUpdate>(socket, 'update');
    await live.report({ ann: 10, bob: 5 });
    const { standing, since } = await update;
    expect(since).toBe((await snapshot).position.seq);
    expect(standing).toMatchObject({ counted: 15, seq: served().seq });
    expect(standing.choices.map(({ shareText }) => shareText)).toEqual(['66.7%', '33.3%']);
  });

  it('hears nothing more of a contest that it unsubscribes', async () => {
    const [leaving, staying] = [client(), client()];
    await snapshotOf(leaving);
    await snapshotOf(staying);
    const heard: unknown[] = [];
    leaving.on('update', (message) => heard.push(message));
    leaving.emit('unsubscribe', { contests: [MAYOR] });
    await answered(leaving);
    await updateBy(staying, { ann: 10 });
    await answered(leaving);
    expect(heard).toEqual([]);
  });

  it('may read by long polling where sockets cannot pass', async () => {
    const socket = stockClient(`${live.url}/live`, { transports: ['polling'] });
    clients.push(socket);
    await snapshotOf(socket);
    expect((await updateBy(socket, { ann: 10 })).tally.votes).toEqual({ ann: 10 });
  });

  it('is given up 4 s after a heartbeat of 5 s was due, so that a loss shows within 10 s', async () => {
    const socket = client();
    await next(socket, 'connect');
    const { pingInterval, pingTimeout } = await handshake();
    expect([pingInterval, pingTimeout]).toEqual([5_000, 4_000]);
  });
});

/** Resolves once the server has answered everything that was sent before. */
async function answered(socket: Socket): Promise<void> {
  const refused = next(socket, 'refused');
  socket.emit('subscribe', { contests: ['nowhere'] });
  await refused;
}

async function handshake(): Promise<{ pingInterval: number; pingTimeout: number }> {
  const response = await fetch(`${live.url}/socket.io/?EIO=4&transport=polling`);
  return JSON.parse((await response.text()).slice(1));
}

describe('a client that was here before', () => {
  it('is told that it has the latest', async () => {
    const { position } = await snapshotOf(client());
    const socket = client();
    const current = next(socket, 'current');
    socket.emit('subscribe', { contests: [MAYOR], positions: { [MAYOR]: position } });
    expect(await current).toEqual({ contest: MAYOR });
  });

  it('gets all that it missed in one update', async () => {
    const leaving = client();
    const { position, tally } = await snapshotOf(leaving);
    leaving.disconnect();
    for (const ann of [10, 20, 30]) {
      await live.report({ ann });
      live.timers.pass(100);
    }
    const socket = client();
    const missed = next<Update>(socket, 'update');
    socket.emit('subscribe', { contests: [MAYOR], positions: { [MAYOR]: position } });
    const update = await missed;
    expect([update.since, update.seq]).toEqual([position.seq, served().seq]);
    expect(tallyText(mergeTally(tally, update.tally))).toBe(tallyText(served().tally));
    expect((await updateBy(socket, { ann: 40 })).since).toBe(update.seq);
  });

  it.each([
    ['of another history', { epoch: 'another', seq: 1 }],
    ['that is not remembered', { epoch: null, seq: 0 }],
    ['that has not come yet', { epoch: null, seq: 1_000_000 }],
  ])('gets the whole tally for a position %s', async (_name, { epoch, seq }) => {
    const socket = client();
    const snapshot = next<Snapshot>(socket, 'snapshot');
    const position = { epoch: epoch ?? live.journal.epoch, seq };
    socket.emit('subscribe', { contests: [MAYOR], positions: { [MAYOR]: position } });
    expect((await snapshot).position.seq).toBe(served().seq);
  });

  it('is not sent back where its page was drawn in the middle of a tick', async () => {
    const watching = client();
    await snapshotOf(watching);
    const atOnce = next<Update>(watching, 'update');
    await live.report({ ann: 15 });
    await atOnce;
    await live.report({ ann: 20 });
    const drawn = { epoch: live.journal.epoch, seq: served().seq };
    const socket = client();
    const current = next(socket, 'current');
    const early = next<Update>(watching, 'update');
    socket.emit('subscribe', { contests: [MAYOR], positions: { [MAYOR]: drawn } });
    expect(await current).toEqual({ contest: MAYOR });
    expect((await early).seq).toBe(drawn.seq);
  });

  it('gets the whole tally after its election began anew', async () => {
    const socket = client();
    await snapshotOf(socket);
    await updateBy(socket, { ann: 10 });
    const snapshot = next<Snapshot>(socket, 'snapshot');
    const fewer = makeElection([makeContest({ methods: ['early'], reportingBy: ['early'] })]);
    await live.submit({ type: 'load-election', election: fewer, reset: true, by: EDITOR });
    live.timers.pass(100);
    expect((await snapshot).tally).toEqual(served().tally);
  });
});

describe('a client that sends what is not documented', () => {
  it.each([
    ['an unknown message', 'publish', [{ votes: 3 }], 'unknown-message'],
    ['a name in place of a list', 'subscribe', [MAYOR], 'invalid'],
    ['nothing', 'subscribe', [], 'invalid'],
    ['more than one thing', 'subscribe', [{ contests: [] }, 1], 'invalid'],
    ['contests that are no names', 'subscribe', [{ contests: [7] }], 'invalid'],
    ['an endless name', 'subscribe', [{ contests: ['x'.repeat(65)] }], 'invalid'],
    ['too many contests', 'subscribe', [{ contests: Array(201).fill('x') }], 'invalid'],
    ['a position that is none', 'subscribe', [withPosition({ epoch: 'e', seq: -1 })], 'invalid'],
    ['a position without an epoch', 'subscribe', [withPosition({ seq: 1 })], 'invalid'],
    ['positions that are a list', 'subscribe', [{ contests: [], positions: [] }], 'invalid'],
    ['a question for an answer', 'subscribe', [{ contests: [MAYOR] }, () => {}], 'invalid'],
  ])('is refused: %s', async (_name, event, args, code) => {
    const socket = client();
    const refused = next<WireRefusal>(socket, 'refused');
    socket.emit(event, ...args);
    expect(await refused).toMatchObject({ code });
    expect(live.gateway.counts.refused.get(code as WireRefusal['code'])).toBe(1);
  });

  it('is told which contest there is not, whatever it is called', async () => {
    for (const contest of ['nowhere', 'constructor', '__proto__']) {
      const socket = client();
      const refused = next<WireRefusal>(socket, 'refused');
      socket.emit('subscribe', { contests: [contest] });
      expect(await refused).toMatchObject({ code: 'unknown-contest', contest });
    }
  });

  it('is disconnected where it goes on', async () => {
    const socket = client();
    const gone = next(socket, 'disconnect');
    for (let message = 0; message < 10; message += 1) socket.emit('garbage', message);
    expect(await gone).toBe('io server disconnect');
  });

  it('is disconnected where it subscribes without end', async () => {
    const socket = client();
    const gone = next(socket, 'disconnect');
    for (let message = 0; message < 40; message += 1) {
      socket.emit('subscribe', { contests: [MAYOR] });
    }
    expect(await gone).toBe('io server disconnect');
    expect(live.gateway.counts.refused.get('too-often')).toBe(10);
  });

  it('is disconnected where its message is larger than any of ours', async () => {
    const socket = client();
    await next(socket, 'connect');
    const gone = next(socket, 'disconnect');
    socket.emit('subscribe', { contests: ['x'.repeat(70_000)] });
    await gone;
  });

  it('disturbs nobody else', async () => {
    const [reader, vandal] = [client(), client()];
    await snapshotOf(reader);
    const gone = next(vandal, 'disconnect');
    for (let message = 0; message < 20; message += 1) vandal.emit('garbage');
    await gone;
    expect((await updateBy(reader, { ann: 10 })).tally.votes).toEqual({ ann: 10 });
  });
});

function withPosition(position: object): object {
  return { contests: [MAYOR], positions: { [MAYOR]: position } };
}

describe('a client that asks for a contest before it is loaded', () => {
  it('gets it as soon as there is one', async () => {
    const sheriff = makeContest({ id: 'sheriff' as ContestId });
    const socket = client();
    const refused = next<WireRefusal>(socket, 'refused');
    socket.emit('subscribe', { contests: [sheriff.id] });
    expect(await refused).toMatchObject({ code: 'unknown-contest' });
    const snapshot = next<Snapshot>(socket, 'snapshot');
    await live.load(makeElection([makeContest(), sheriff]));
    expect((await snapshot).tally).toEqual(served(sheriff.id).tally);
  });
});

describe('contests beside each other', () => {
  it('reach only those who watch them', async () => {
    const sheriff = makeContest({ id: 'sheriff' as ContestId, units: [makeUnit('cobb/one')] });
    await live.load(makeElection([makeContest(), sheriff]));
    live.timers.pass(1_000);
    const socket = client();
    const heard: Update[] = [];
    socket.on('update', (message: Update) => heard.push(message));
    await snapshotOf(socket);
    await live.report({ ann: 1 }, { contest: sheriff.id, unit: 'cobb/one' as UnitId });
    live.timers.pass(100);
    await live.report({ ann: 2 });
    live.timers.pass(100);
    await answered(socket);
    expect(heard.map(({ contest }) => contest)).toEqual([MAYOR]);
  });
});

describe('a reader that does not take what it is sent', () => {
  it('skips frames, and is right as soon as it listens again', async () => {
    const slow = client();
    const snapshot = await snapshotOf(slow);
    let tally: Tally = snapshot.tally;
    let seq = snapshot.position.seq;
    const pause = socketUnder(slow);
    pause.pause();
    const heard: Update[] = [];
    slow.on('update', (update: Update) => {
      expect(update.since).toBe(seq);
      tally = mergeTally(tally, update.tally);
      seq = update.seq;
      heard.push(update);
    });
    let sent = 0;
    while (live.gateway.counts.skipped === 0) {
      sent += 1;
      if (sent > 400) throw new Error('the reader was never too slow');
      // Every update carries all notices, the long one too.
      await notice(`n${sent}`, sent === 1 ? 'long '.repeat(60_000) : 'short');
      await turnOfTheLoop();
    }
    for (let skipped = 0; skipped < 5; skipped += 1) await notice(`s${skipped}`, 'skipped');
    pause.resume();
    while (seq < served().seq) await next(slow, 'update');
    expect(heard.length).toBeLessThanOrEqual(sent);
    expect(tallyText(tally)).toBe(tallyText(served().tally));
  });
});

async function notice(noticeId: string, en: string): Promise<void> {
  const text = { en };
  await live.submit({
    type: 'post-notice',
    noticeId,
    contest: MAYOR,
    text,
    since: null,
    by: EDITOR,
  });
  live.timers.pass(100);
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The bare connection under a client, to stop reading from it. */
function socketUnder(socket: Socket): { pause(): void; resume(): void } {
  const { transport } = socket.io.engine as unknown as { transport: { ws: never } };
  return transport.ws;
}

describe('the desk’s socket', () => {
  function desk(cookie: string): Socket {
    const socket = stockClient(`${live.url}/desk`, { extraHeaders: { cookie } });
    clients.push(socket);
    return socket;
  }

  it('lets nobody in who is not signed in', async () => {
    const socket = stockClient(`${live.url}/desk`);
    clients.push(socket);
    expect(await next<Error>(socket, 'connect_error')).toMatchObject({
      message: 'Sign in to open the desk.',
    });
  });

  it('lets nobody in from a page of another origin', async () => {
    const cookie = await live.cookie();
    const extraHeaders = { cookie, origin: 'https://elsewhere.example' };
    const socket = stockClient(`${live.url}/desk`, { extraHeaders });
    clients.push(socket);
    await next(socket, 'connect_error');
    expect(socket.connected).toBe(false);
  });

  it('shows what waits for a person, with what it would replace', async () => {
    const cookie = await live.cookie();
    await live.report({ ann: 10, bob: 5 });
    const socket = desk(cookie);
    expect(await next(socket, 'holds')).toMatchObject({ holds: [] });
    const holds = next(socket, 'holds');
    await live.report({ ann: 2_000 });
    expect(await holds).toMatchObject({
      holds: [
        {
          contest: MAYOR,
          unit: 'cobb/addison-01',
          checks: [{ code: 'over-registered' }],
          reports: [{ method: 'election-day', count: { votes: { ann: 2_000, bob: 5 } } }],
          before: { 'election-day': { votes: { ann: 10, bob: 5 } } },
        },
      ],
    });
  });

  it('keeps what waits from everyone else', async () => {
    const reader = client();
    await snapshotOf(reader);
    const update = next<Update>(reader, 'update');
    await live.report({ ann: 2_000 });
    expect(JSON.stringify(await update)).not.toContain('2000');
    expect((await update).tally.holds).toBe(1);
  });

  describe('of editors', () => {
    let told: DeskDecisions | undefined;
    let ana: Actor;

    beforeEach(async () => {
      ({ by: ana } = await live.signIn('Ana', 'editor'));
      desk(await live.cookie()).on('decisions', (message) => {
        told = message;
      });
      await live.report({ ann: 10, bob: 5 });
    });

    const decisions = () =>
      expect.poll(
        () => {
          live.timers.pass(QUIET_MS);
          return told;
        },
        { timeout: 10_000 },
      );
    const propose = (callId: string, call: CallType, choices: ChoiceId[]) =>
      live.submit({
        type: 'propose-call',
        callId,
        contest: MAYOR,
        call,
        choices,
        source: 'desk',
        reason: null,
        by: ana,
      });
    const ann = 'ann' as ChoiceId;

    it('shows a proposed call, and that the lead has changed since', async () => {
      await propose('c1', 'winner', [ann]);
      const call = { callId: 'c1', type: 'winner', choices: ['ann'], by: { name: 'Ana' } };
      await decisions().toMatchObject({ calls: [{ ...call, leadChanged: false }] });
      await live.report({ bob: 50 });
      await decisions().toMatchObject({ calls: [{ ...call, leadChanged: true }] });
    });

    it('shows a call under review until a second editor has decided', async () => {
      await propose('c1', 'too-close', []);
      const { by: eve } = await live.signIn('Edith', 'editor');
      const { seq } = live.follower.board;
      await live.submit({ type: 'confirm-call', callId: 'c1', seq, by: eve });
      const review = { callId: 'r1', contest: MAYOR, retracts: 'c1', reason: 'too soon' };
      await live.submit({ type: 'suspend-call', ...review, by: ana });
      await decisions().toMatchObject({ calls: [], reviews: [{ ...review, by: { name: 'Ana' } }] });
      await live.submit({ type: 'confirm-retraction', callId: 'r1', by: eve });
      await decisions().toMatchObject({ reviews: [] });
    });

    it('shows a proposed amendment with what it would do to what is proved', async () => {
      await live.submit({
        type: 'amend',
        amendId: 'a1',
        contest: MAYOR,
        changes: { certified: { at: instantOf(START_MS), source: 'the county' } },
        reason: 'certified today',
        by: ana,
      });
      await decisions().toMatchObject({
        amendments: [
          {
            amendId: 'a1',
            reason: 'certified today',
            changes: { certified: { source: 'the county' } },
            effect: { before: { state: 'open' }, after: { state: expect.any(String) } },
          },
        ],
      });
    });
  });

  describe('of who keyed a held report', () => {
    const tooMany = makeReport({ ann: 2_000 }, { reportId: 'k1' });
    let entry: Awaited<ReturnType<LiveApp['signIn']>>;
    let told: readonly SettledHold[];

    beforeEach(async () => {
      entry = await live.signIn('Ken', 'entry');
      const socket = desk(entry.cookie);
      socket.on('settled', ({ holds }: SettledHolds) => {
        told = holds;
      });
      expect(await next(socket, 'settled')).toMatchObject({ holds: [] });
      await live.submit({ type: 'report', reports: [tooMany], by: entry.by });
    });

    const holdId = () => present([...live.follower.board.holds.keys()].at(-1), 'hold');
    const settled = () =>
      expect.poll(
        () => {
          live.timers.pass(QUIET_MS);
          return told;
        },
        { timeout: 10_000 },
      );

    it('tells them who released it, and as which version', async () => {
      const { by } = await live.signIn('Eve', 'editor');
      await live.submit({ type: 'release-hold', holdId: holdId(), by });
      await settled().toMatchObject([
        {
          holdId: holdId(),
          state: 'released',
          by: { name: 'Eve' },
          reports: [{ reportId: 'k1', method: 'election-day', version: 1 }],
          reason: null,
        },
      ]);
    });

    it('tells them who rejected it, and why', async () => {
      const { by } = await live.signIn('Eve', 'editor');
      const reason = 'two digits swapped';
      await live.submit({ type: 'reject-hold', holdId: holdId(), reason, by });
      await settled().toMatchObject([{ state: 'rejected', by: { name: 'Eve' }, reason }]);
    });

    it('tells them also where newer content took its place', async () => {
      const first = holdId();
      const newer = makeReport({ ann: 3_000 }, { reportId: 'k2' });
      await live.submit({ type: 'report', reports: [newer], by: entry.by });
      await settled().toMatchObject([{ holdId: first, state: 'replaced' }]);
    });

    it('tells nobody else, and them nothing of what others keyed', async () => {
      const other = await live.signIn('Kim', 'entry');
      const kims = desk(other.cookie);
      let held = false;
      kims.on('holds', () => {
        held = true;
      });
      await next(kims, 'settled');
      const { by } = await live.signIn('Eve', 'editor');
      const more = new Promise<SettledHolds>((resolve) => {
        kims.on(
          'settled',
          (message) => message.seq === live.follower.board.seq && resolve(message),
        );
      });
      await live.submit({ type: 'reject-hold', holdId: holdId(), reason: 'no', by });
      await settled().toHaveLength(1);
      expect((await more).holds).toEqual([]);
      expect(held).toBe(false);
    });
  });

  it('takes no writes', async () => {
    const cookie = await live.cookie();
    const socket = desk(cookie);
    const gone = next(socket, 'disconnect');
    socket.emit('report', {});
    expect(await gone).toBe('io server disconnect');
  });
});
