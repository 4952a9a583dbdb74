import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../server/replay/plan.ts';
import { type Sender, ServerAway } from '../../server/replay/sender.ts';
import type { Step } from '../../server/replay/timeline.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { makeDesk, type TestDesk } from '../desk/make-desk.ts';
import { instant } from '../night/make-night.ts';
import { demoNight, playIntoDesk } from './play-into-desk.ts';
import { smallNight } from './small-night.ts';

/** What a night has come to: everything that does not depend on when it was played. */
function outcomeOf({ desk }: TestDesk): unknown {
  return [...desk.board.contests].map(([id, { contest, cells, tally }]) => ({
    id,
    certified: contest.certified,
    cells: [...cells]
      .sort()
      .map(([unit, own]) => [unit, [...own].map(([m, c]) => [m, c.version, c.votes]).sort()]),
    votes: tally.votes,
    methods: tally.methods,
    counties: tally.counties,
    units: tally.units,
    holds: tally.holds,
    calls: tally.calls.map(({ callId, state }) => [callId, state]),
    notices: tally.notices.map(({ noticeId, until }) => [noticeId, until !== null]),
  }));
}

function reportIdsIn(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap((entry) =>
    entry.kind === 'reports-accepted' ? entry.body.reports.map(({ reportId }) => reportId) : [],
  );
}

class Killed extends Error {}

/** Ends the replay at its `nth` word to the server: before it is said, after it, or with a step half sent. */
function killedAt(nth: number, how: 'before' | 'after' | 'half', sender: Sender): Sender {
  let words = 0;
  async function last<Answer>(say: () => Promise<Answer>, half: () => Promise<Answer>) {
    words += 1;
    if (words !== nth) return say();
    if (how === 'half') await half();
    if (how === 'after') await say();
    throw new Killed();
  }
  return {
    load: (text) =>
      last(
        () => sender.load(text),
        async () => [],
      ),
    setClock: (...words) =>
      last(
        () => sender.setClock(...words),
        async () => [],
      ),
    send: (step) =>
      last(
        () => sender.send(step),
        () => sender.send(halfOf(step)),
      ),
    idsOnRecord: (election) => sender.idsOnRecord(election),
    counted: (contest) => sender.counted(contest),
  };
}

/** Every other report of a step. */
function halfOf(step: Step): Step {
  return step.type === 'reports'
    ? { ...step, reports: step.reports.filter((_, at) => at % 2 === 0) }
    : step;
}

/** Hundreds of nights on a machine that has other things to do. */
const MANY_NIGHTS_MS = 120_000;

describe('a replay that is killed and started again', () => {
  const night = smallNight();
  let whole: unknown;

  beforeAll(async () => {
    const played = await playIntoDesk(night);
    expect(played.end).toBe('ended');
    expect(played.said).toEqual([]);
    whole = outcomeOf(played);
  });

  it(
    'comes to the same, wherever and however often it is killed, and counts nothing twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({
              nth: fc.integer({ min: 1, max: 16 }),
              how: fc.constantFrom('before' as const, 'after' as const, 'half' as const),
            }),
            { minLength: 1, maxLength: 4 },
          ),
          async (kills) => {
            const into = await makeDesk();
            for (const { nth, how } of kills)
              await playIntoDesk(night, { into, wrap: (s) => killedAt(nth, how, s) }).catch(
                (error) => {
                  if (!(error instanceof Killed)) throw error;
                },
              );
            const played = await playIntoDesk(night, { into });
            expect(played.end).toBe('ended');
            expect(played.said).toEqual([]);
            expect(outcomeOf(played)).toEqual(whole);
            const ids = reportIdsIn(await into.entries());
            expect(ids).toHaveLength(new Set(ids).size);
          },
        ),
        { numRuns: 100 },
      );
    },
    MANY_NIGHTS_MS,
  );

  it('goes on where it was: what is on record is not sent again, and the clock goes on from there', async () => {
    const into = await makeDesk();
    await playIntoDesk(night, { into, wrap: (s) => killedAt(6, 'after', s) }).catch(() => {});
    into.clock.pass(3_600_000);
    const before = (await into.entries()).length;
    const sent: string[] = [];
    const played = await playIntoDesk(night, {
      into,
      wrap: (sender) => ({
        ...sender,
        send(step) {
          sent.push(step.at);
          return sender.send(step);
        },
      }),
    });
    expect(played.end).toBe('ended');
    const [first] = (await into.entries()).slice(before);
    const lastSeen = night.timeline.steps.at(-1 - sent.length)?.at;
    expect(sent.length).toBeLessThan(night.timeline.steps.length);
    expect(first).toMatchObject({ kind: 'clock-set', body: { nightAt: lastSeen } });
  });

  it('says nothing more once it is over', async () => {
    const played = await playIntoDesk(night);
    const before = (await played.entries()).length;
    await playIntoDesk(night, { into: played });
    expect((await played.entries()).slice(before)).toEqual([]);
  });

  it('stops between two steps when it is told to, and goes on from there', async () => {
    const into = await makeDesk();
    const stop = new AbortController();
    const stopped = await playIntoDesk(night, {
      into,
      signal: stop.signal,
      wrap: (sender) => ({
        ...sender,
        async send(step) {
          if (step.type === 'notice') stop.abort();
          return sender.send(step);
        },
      }),
    });
    expect(stopped.end).toBe('stopped');
    expect(outcomeOf(stopped)).not.toEqual(whole);
    expect(outcomeOf(await playIntoDesk(night, { into }))).toEqual(whole);
  });
});

describe('a server that is away', () => {
  const night = smallNight();

  it(
    'is waited for: nothing is lost, nothing counted twice',
    async () => {
      const whole = outcomeOf(await playIntoDesk(night));
      await fc.assert(
        fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), async (aways) => {
          const away = [...aways];
          async function flaky<Answer>(say: () => Promise<Answer>): Promise<Answer> {
            // Away before it has heard, or after: the answer is lost on its way.
            if (away.pop()) throw new ServerAway('No server answers.');
            const answer = await say();
            if (away.pop()) throw new ServerAway('No server answers.');
            return answer;
          }
          const played = await playIntoDesk(night, {
            wrap: (sender) => ({
              load: (text) => flaky(() => sender.load(text)),
              setClock: (...words) => flaky(() => sender.setClock(...words)),
              send: (step) => flaky(() => sender.send(step)),
              idsOnRecord: (election) => flaky(() => sender.idsOnRecord(election)),
              counted: (contest) => flaky(() => sender.counted(contest)),
            }),
          });
          expect(played.end).toBe('ended');
          expect(outcomeOf(played)).toEqual(whole);
        }),
        { numRuns: 100 },
      );
    },
    MANY_NIGHTS_MS,
  );

  it('finds the night where it was, not hours later, and at its own pace', async () => {
    const seen: { at: string; nightAt: string; elapsedMs: number }[] = [];
    const played = await playIntoDesk(night, {
      wrap: (sender, { desk, clock }) => {
        let away = 40;
        return {
          ...sender,
          async send(step) {
            if (step.type === 'notice' && away-- > 0) throw new ServerAway('No server answers.');
            const sent = await sender.send(step);
            const nightAt = [...desk.board.contests.values()][0]?.nightAt ?? '';
            seen.push({ at: step.at, nightAt, elapsedMs: clock.elapsedMs() });
            return sent;
          },
        };
      },
    });
    expect(played.end).toBe('ended');
    for (const { at, nightAt } of seen)
      expect(Math.abs(Date.parse(nightAt) - Date.parse(at)), at).toBeLessThan(1_000);
    const pauses = seen.map(({ elapsedMs }, at) => elapsedMs - (seen[at - 1]?.elapsedMs ?? 0));
    expect(pauses[2]).toBeGreaterThan(60_000);
    const planned = planOf(night.timeline, night.timeline.speed).map(({ waitMs }) => waitMs);
    expect(pauses.slice(3)).toEqual(planned.slice(3));
  });

  it('says when a call was made and a notice posted, to the second, however slow its server is', async () => {
    const played = await playIntoDesk(night, {
      speed: 600,
      wrap: (sender, { clock }) => ({
        ...sender,
        setClock(...words) {
          clock.pass(90);
          return sender.setClock(...words);
        },
        send(step) {
          clock.pass(90);
          return sender.send(step);
        },
      }),
    });
    const times = (await played.entries()).flatMap(({ kind, nightAt }) =>
      kind === 'notice-posted' || kind === 'notice-ended' || kind === 'call-confirmed'
        ? [nightAt]
        : [],
    );
    expect(times).toEqual(['01:10', '01:15', '01:20'].map((at) => instant(`2017-04-19T${at}:00Z`)));
  });

  it('is given up when the replay is told to stop', async () => {
    const stop = new AbortController();
    let asked = 0;
    const played = await playIntoDesk(night, {
      signal: stop.signal,
      wrap: (sender) => ({
        ...sender,
        async load() {
          asked += 1;
          if (asked === 5) stop.abort();
          throw new ServerAway('No server answers.');
        },
      }),
    });
    expect([played.end, asked, played.said]).toEqual([
      'stopped',
      5,
      ['No server answers. Waiting for it.'],
    ]);
  });
});

it(
  'the demo night, killed in the big update, after a call was proposed and before it is certified, ends as if it had not been',
  async () => {
    const night = demoNight();
    const whole = outcomeOf(await playIntoDesk(night));
    const into = await makeDesk();
    const moments = [
      '2017-04-19T00:01:10-04:00',
      '2017-04-19T00:59:00-04:00',
      '2017-04-25T15:58:00-04:00',
    ];
    for (const moment of moments.map(instant)) {
      const killed = playIntoDesk(night, {
        into,
        wrap: (sender) => ({
          ...sender,
          async send(step) {
            if (step.at !== moment) return sender.send(step);
            await sender.send(halfOf(step));
            throw new Killed();
          },
        }),
      });
      await expect(killed).rejects.toThrow(Killed);
    }
    const played = await playIntoDesk(night, { into });
    expect([played.end, played.said]).toEqual(['ended', []]);
    expect(outcomeOf(played)).toEqual(whole);
  },
  MANY_NIGHTS_MS,
);
