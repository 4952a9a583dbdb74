import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sender } from '../../server/replay/sender.ts';
import type { Step } from '../../server/replay/timeline.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Report } from '../../shared/count/report.ts';
import { makeDesk, type TestDesk } from '../desk/make-desk.ts';
import { eve, makeReport, max, type SentReport } from '../night/make-night.ts';
import { demoNight, playIntoDesk } from './play-into-desk.ts';
import { smallNight } from './small-night.ts';

const HOUSE = 'house' as ContestId;

function stateOf({ desk }: Pick<TestDesk, 'desk'>, contest = HOUSE) {
  return present(desk.board.contests.get(contest), 'contest');
}

/** What every unit has, whoever reported it how often. */
function countIn(made: TestDesk) {
  const { cells, contest, tally } = stateOf(made);
  return {
    certified: contest.certified !== null,
    votes: tally.votes,
    units: tally.units,
    cells: [...cells].sort().map(([unit, own]) => [
      unit,
      [...own]
        .filter(([, { votes, status }]) => status !== 'none' || sumOf(votes) > 0)
        .map(([method, { votes, status }]) => [method, status, votes])
        .sort(),
    ]),
  };
}

function sumOf(votes: Readonly<Record<string, number>>): number {
  return Object.values(votes).reduce((sum, number) => sum + number, 0);
}

/** Does something at the desk before the steps of these places are sent. */
function stepping(
  sender: Sender,
  steps: readonly Step[],
  actAt: (place: number) => Promise<void>,
): Sender {
  return {
    ...sender,
    async send(step) {
      const place = steps.findIndex(({ at, type }) => at === step.at && type === step.type);
      await actAt(place);
      return sender.send(step);
    },
  };
}

const keyed = (report: SentReport): Report =>
  makeReport({ contest: 'house', reason: 'read from the tape', ...report });

const anyKeyed = fc.record({
  before: fc.nat(6), // up to the last reports: what is keyed after the certification is not the replay's matter
  unit: fc.constantFrom('cobb/one', 'cobb/two'),
  method: fc.constantFrom(
    'early' as const,
    'election-day' as const,
    'provisional' as const,
    'total' as const,
  ),
  votes: fc.dictionary(fc.constantFrom('ann', 'bob', 'cat'), fc.nat(700), {
    noNullPrototype: true,
  }),
  status: fc.constantFrom('none' as const, 'partial' as const, 'complete' as const),
  supersedes: fc.boolean(),
});

describe('a night that somebody steps into', () => {
  const night = smallNight();
  const { steps } = night.timeline;

  it('ends certified with its own numbers, whatever was keyed meanwhile', async () => {
    const whole = countIn(await playIntoDesk(night));
    expect(whole.certified).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.array(anyKeyed, { minLength: 1, maxLength: 5 }), async (all) => {
        const played = await playIntoDesk(night, {
          wrap: (sender, { desk }) =>
            stepping(sender, steps, async (place) => {
              for (const [at, { before, ...report }] of all.entries())
                if (before === place)
                  await desk.submit({
                    type: 'report',
                    by: eve,
                    reports: [keyed({ reportId: `key-${at}`, ...report })],
                  });
            }),
        });
        expect(played.end).toBe('ended');
        expect(countIn(played)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('gives its corrections the time and the source as their reason', async () => {
    const played = await playIntoDesk(night, {
      wrap: (sender, { desk }) =>
        stepping(sender, steps, async (place) => {
          const report = { reportId: 'key', unit: 'cobb/one', votes: { bob: 99 } } as const;
          if (place === 2) await desk.submit({ type: 'report', by: eve, reports: [keyed(report)] });
        }),
    });
    expect(played.said).toEqual([]);
    expect(stateOf(played).tally.corrections.at(-1)).toMatchObject({
      reason: 'as reported at 9:15 pm (the county)',
    });
  });

  it('is not certified while a check holds what it says, and goes on once a person has let it', async () => {
    const made = await makeDesk();
    const ballots = keyed({ reportId: 'key', unit: 'cobb/one', votes: { bob: 9 }, ballotsCast: 9 });
    let waits = 0;
    const played = await playIntoDesk(night, {
      into: made,
      wrap: (sender, { desk }) =>
        stepping(sender, steps, async (place) => {
          if (place === 1) await desk.submit({ type: 'report', by: eve, reports: [ballots] });
        }),
      time: {
        elapsedMs: () => made.clock.elapsedMs(),
        async wait(ms) {
          made.clock.pass(ms);
          if (ms !== 2_000) return;
          waits += 1;
          const [held] = [...made.desk.board.holds.values()].filter((h) => h.state === 'pending');
          expect(stateOf(made).contest.certified).toBeNull();
          if (waits === 3)
            await made.desk.submit({
              type: 'release-hold',
              holdId: present(held, 'hold').holdId,
              by: max,
            });
        },
      },
    });
    expect(played.end).toBe('ended');
    expect(waits).toBeGreaterThanOrEqual(3);
    expect(played.said.join('\n')).toMatch(
      /house is not certified yet: cobb\/one \(election-day\)/,
    );
    expect(stateOf(played).contest.certified).not.toBeNull();
  });

  it('catches up by itself once a contest that was locked is unlocked', async () => {
    const made = await makeDesk();
    const whole = countIn(await playIntoDesk(night));
    const lock = { lockId: 'l', contest: HOUSE, reason: 'odd file', by: eve } as const;
    let waits = 0;
    const played = await playIntoDesk(night, {
      into: made,
      wrap: (sender, { desk }) =>
        stepping(sender, steps, async (place) => {
          if (place === 1) await desk.submit({ ...lock, type: 'lock' });
        }),
      time: {
        elapsedMs: () => made.clock.elapsedMs(),
        async wait(ms) {
          made.clock.pass(ms);
          if (ms === 2_000) waits += 1;
          if (waits === 2)
            await made.desk.submit({ ...lock, type: 'unlock', lockId: 'u', reason: 'explained' });
        },
      },
    });
    expect(played.end).toBe('ended');
    expect(countIn(played)).toEqual(whole);
  });

  it('can be told to stop while it waits for a person', async () => {
    const made = await makeDesk();
    const stop = new AbortController();
    const lock = { type: 'lock', lockId: 'l', contest: HOUSE, reason: 'odd', by: eve } as const;
    const played = await playIntoDesk(night, {
      into: made,
      signal: stop.signal,
      wrap: (sender, { desk }) =>
        stepping(sender, steps, async (place) => {
          if (place === 1) await desk.submit(lock);
        }),
      time: {
        elapsedMs: () => made.clock.elapsedMs(),
        async wait(ms) {
          made.clock.pass(ms);
          if (ms === 2_000) stop.abort();
        },
      },
    });
    expect(played.end).toBe('stopped');
    expect(stateOf(played).contest.certified).toBeNull();
  });
});

it('the demo night, stepped into again and again, ends at 92,673 of 192,569', async () => {
  const night = demoNight();
  const { steps } = night.timeline;
  const ga06 = 'ga-06' as ContestId;
  const moments = [10, 25, 40, 60, 80, steps.length - 2];
  const played = await playIntoDesk(night, {
    wrap: (sender, { desk }) =>
      stepping(sender, steps, async (place) => {
        if (!moments.includes(place)) return;
        const unit = present(stateOf({ desk }, ga06).contest.units[place], 'unit');
        for (const method of ['early', 'election-day'] as const)
          await desk.submit({
            type: 'report',
            by: eve,
            reports: [
              keyed({
                reportId: `key-${place}-${method}`,
                contest: 'ga-06',
                unit: unit.id,
                method,
                votes: { ossoff: 7, kremer: 3 },
                status: place % 20 === 0 ? 'complete' : 'partial',
              }),
            ],
          });
      }),
  });
  const { tally, contest } = stateOf(played, ga06);
  expect([played.end, played.said]).toEqual(['ended', []]);
  expect(new Map(Object.entries(tally.votes)).get('ossoff')).toBe(92_673);
  expect(sumOf(tally.votes)).toBe(192_569);
  expect(tally.units).toEqual({ complete: 208, partial: 0, none: 0 });
  expect(contest.certified).not.toBeNull();
}, 120_000);
