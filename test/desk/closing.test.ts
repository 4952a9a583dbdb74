import { describe, expect, it } from 'vitest';
import type { ContestId, UnitId } from '../../shared/basics/ids.ts';
import { instantOf, msOf } from '../../shared/basics/instant.ts';
import type { Contest, Election } from '../../shared/election/contest.ts';
import { makeUnit } from '../count/make.ts';
import {
  ada,
  ELECTION,
  eve,
  instant,
  MAYOR,
  makeElection,
  makeMayor,
  NORTH,
} from '../night/make-night.ts';
import {
  EVENING,
  makeDesk,
  makeLoadedDesk,
  memoryMark,
  outcomeOf,
  send,
  type TestDesk,
} from './make-desk.ts';
import { testClock } from './test-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** An hour after the desk has opened. */
const CLOSING = instantOf(msOf(EVENING) + HOUR);

function evening(parts: Partial<Contest> = {}, election: Partial<Election> = {}): Election {
  return makeElection({ contests: [makeMayor({ pollsClose: CLOSING, ...parts })], ...election });
}

async function kindsOf({ entries }: Pick<TestDesk, 'entries'>): Promise<string[]> {
  return (await entries()).map(({ kind }) => kind);
}

describe('the polls', () => {
  it('close by themselves when their time comes, by the writer’s own account', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.pass(HOUR - MINUTE);
    expect(await kindsOf(made)).toEqual(['election-loaded']);
    made.clock.pass(MINUTE + 1_000);
    expect((await made.entries()).at(-1)).toMatchObject({
      kind: 'polls-closed',
      contest: MAYOR,
      at: CLOSING,
      secret: { by: 'fiftyline' },
    });
    made.clock.pass(HOUR);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'polls-closed']);
  });

  it('close when the last unit’s do', async () => {
    const late = makeUnit(NORTH, { pollsClose: instantOf(msOf(CLOSING) + 30 * MINUTE) });
    const made = await makeLoadedDesk({}, evening({ units: [late] }));
    made.clock.pass(HOUR + 29 * MINUTE);
    expect(await kindsOf(made)).toEqual(['election-loaded']);
    made.clock.pass(2 * MINUTE);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'polls-closed']);
  });

  it('are closed before a report that comes after their time, even within the same second', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.pass(HOUR - 500);
    await send(made.desk, { reportId: 'early', votes: { ann: 1 } });
    made.clock.pass(600);
    await send(made.desk, { reportId: 'late', votes: { ann: 2 } });
    expect(await kindsOf(made)).toEqual([
      'election-loaded',
      'reports-accepted',
      'polls-closed',
      'reports-accepted',
    ]);
  });

  it('of an election that is loaded after its closing are closed at once', async () => {
    const made = await makeLoadedDesk({}, evening({ pollsClose: instant('2026-11-03T12:00:00Z') }));
    expect(await kindsOf(made)).toEqual(['election-loaded', 'polls-closed']);
  });

  it('of a contest without an embargo need no closing', async () => {
    const made = await makeLoadedDesk();
    made.clock.pass(24 * HOUR);
    expect(await kindsOf(made)).toEqual(['election-loaded']);
  });

  it('close at the time that an amendment has moved them to', async () => {
    const made = await makeLoadedDesk({}, evening());
    const pollsClose = instantOf(msOf(CLOSING) + HOUR);
    await made.desk.submit({
      type: 'amend',
      by: eve,
      amendId: 'kept-open',
      contest: MAYOR,
      changes: { pollsClose },
      reason: 'A judge kept the polls open.',
    });
    made.clock.pass(HOUR + 59 * MINUTE);
    expect(await kindsOf(made)).not.toContain('polls-closed');
    made.clock.pass(2 * MINUTE);
    expect((await made.entries()).at(-1)).toMatchObject({ kind: 'polls-closed', at: pollsClose });
  });

  it('of a replayed night close by the night’s clock', async () => {
    const contests = [makeMayor({ pollsClose: instant('2017-04-18T23:00:00Z') })];
    const labels = ['reconstructed-order'];
    const made = await makeDesk();
    await made.desk.submit({
      type: 'load-election',
      by: ada,
      election: makeElection({ contests: [], labels }),
      reset: false,
    });
    await made.desk.submit(clockSetting('2017-04-18T22:50:00Z', 60));
    await made.desk.submit({
      type: 'load-election',
      by: ada,
      election: makeElection({ contests, labels }),
      reset: false,
    });
    made.clock.jump(5_000);
    made.clock.pass(4_000);
    expect(await kindsOf(made)).not.toContain('polls-closed');
    made.clock.pass(2_000);
    expect((await made.entries()).at(-1)).toMatchObject({
      kind: 'polls-closed',
      nightAt: '2017-04-18T23:00:00.000Z',
    });
  });
});

describe('a rehearsal', () => {
  it('closes the polls of a coming night when its own clock says so, and asks nobody', async () => {
    const made = await makeLoadedDesk({}, evening({}, { stage: 'test' }));
    await made.desk.submit(clockSetting(instantOf(msOf(CLOSING) + HOUR), 1));
    expect(await kindsOf(made)).toEqual(['election-loaded', 'clock-set', 'polls-closed']);
  });
});

describe('a clock that jumps past the closing', () => {
  it('opens nothing, and asks for a person', async () => {
    const made = await makeLoadedDesk({}, evening());
    await send(made.desk, { votes: { ann: 10 } });
    made.clock.pass(30 * MINUTE);
    made.clock.jump(HOUR);
    made.clock.pass(2_000);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'reports-accepted', 'closing-doubted']);
    expect(made.desk.board.contests.get(MAYOR)?.tally.open).toBe(false);
  });

  it('opens nothing for whoever sends a report at that moment', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.jump(2 * HOUR);
    await send(made.desk, { votes: { ann: 10 } });
    expect(await kindsOf(made)).toEqual(['election-loaded', 'closing-doubted', 'reports-accepted']);
    expect(made.desk.board.contests.get(MAYOR)?.tally.open).toBe(false);
  });

  it('is settled by a person who says that the polls are closed', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.jump(2 * HOUR);
    made.clock.pass(2_000);
    const confirm = { type: 'confirm-closing', by: eve, contest: MAYOR } as const;
    expect(outcomeOf(await made.desk.submit(confirm))).toBe('closed');
    expect(made.desk.board.contests.get(MAYOR)?.tally.open).toBe(true);
  });

  it('proves nothing by jumping back and there again', async () => {
    const made = await makeLoadedDesk({}, evening());
    for (const ms of [HOUR, -HOUR, 2 * HOUR, -2 * HOUR, HOUR]) {
      made.clock.jump(ms);
      made.clock.pass(5_000);
    }
    expect(await kindsOf(made)).toEqual(['election-loaded', 'closing-doubted']);
  });

  it('asks for a person also after it was set back for a while and then right', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.jump(-3 * HOUR);
    made.clock.pass(30 * MINUTE);
    made.clock.jump(3 * HOUR);
    made.clock.pass(HOUR);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'closing-doubted']);
  });

  it('is not suspected where a time server leads the clock slowly', async () => {
    const made = await makeLoadedDesk({}, evening());
    for (let passed = 0; passed < HOUR; passed += MINUTE) {
      made.clock.pass(MINUTE);
      made.clock.jump(30);
    }
    made.clock.pass(2_000);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'polls-closed']);
  });

  it('costs no person where it was a little, only the little', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.jump(MINUTE);
    made.clock.pass(HOUR - MINUTE + 10_000);
    expect(await kindsOf(made)).toEqual(['election-loaded']);
    made.clock.pass(MINUTE);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'polls-closed']);
  });
});

describe('after a restart', () => {
  /** Stops a loaded desk after `before`, and opens another one `away` later by the wall clock. */
  async function restart(before: number, away: number, kept = true) {
    const made = await makeLoadedDesk({}, evening());
    made.clock.pass(before);
    await made.desk.close();
    const clock = testClock(instantOf(msOf(made.clock.now()) + away));
    const clockMark = kept ? made.clockMark : memoryMark();
    return makeDesk({ journal: made.journal, clock, clockMark });
  }

  it('of seconds the polls close by themselves, later by no more than it took', async () => {
    const made = await restart(50 * MINUTE, 8_000);
    made.clock.pass(10 * MINUTE - 9_000);
    expect(await kindsOf(made)).toEqual(['election-loaded']);
    made.clock.pass(9_000 + 9_000);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'polls-closed']);
  });

  it('of an hour a person is asked, for the clock may have been set meanwhile', async () => {
    const made = await restart(10 * MINUTE, HOUR);
    made.clock.pass(2_000);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'closing-doubted']);
  });

  it('a clock that had jumped before it proves nothing either', async () => {
    const first = await makeLoadedDesk({}, evening());
    first.clock.jump(50 * MINUTE);
    await send(first.desk, { votes: { ann: 10 } });
    await first.desk.close();
    const made = await makeDesk({
      journal: first.journal,
      clock: testClock(first.clock.now()),
      clockMark: first.clockMark,
    });
    made.clock.pass(11 * MINUTE);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'reports-accepted', 'closing-doubted']);
  });

  it('without a mark a person is asked', async () => {
    const made = await restart(50 * MINUTE, 8_000, false);
    made.clock.pass(11 * MINUTE);
    expect(await kindsOf(made)).toEqual(['election-loaded', 'closing-doubted']);
  });

  it('a closing that was sure before it needs nobody', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.pass(HOUR - 500);
    const clock = testClock(instantOf(msOf(CLOSING) + MINUTE));
    const again = await makeDesk({ journal: made.journal, clock, clockMark: memoryMark(CLOSING) });
    again.clock.pass(1_000);
    expect(await kindsOf(again)).toEqual(['election-loaded', 'polls-closed']);
  });
});

describe('a person’s word that polls are closed', () => {
  const school = { id: 'school' as ContestId };

  it('is enough for another contest of the same hour that is loaded later', async () => {
    const made = await makeLoadedDesk({}, evening());
    made.clock.jump(90 * MINUTE);
    made.clock.pass(2_000);
    await made.desk.submit({ type: 'confirm-closing', by: eve, contest: MAYOR });
    const contests = [...evening().contests, ...evening(school).contests];
    await made.desk.submit({
      type: 'load-election',
      by: ada,
      election: makeElection({ contests }),
      reset: false,
    });
    expect((await made.entries()).at(-1)).toMatchObject({
      kind: 'polls-closed',
      contest: 'school',
    });
  });

  it('proves no later hour', async () => {
    const later = evening({ ...school, pollsClose: instantOf(msOf(CLOSING) + HOUR) });
    const contests = [...evening().contests, ...later.contests];
    const made = await makeLoadedDesk({}, makeElection({ contests }));
    made.clock.jump(90 * MINUTE);
    made.clock.pass(2_000);
    await made.desk.submit({ type: 'confirm-closing', by: eve, contest: MAYOR });
    made.clock.pass(31 * MINUTE);
    const last = (await made.entries()).at(-1);
    expect(last).toMatchObject({ kind: 'closing-doubted', contest: 'school' });
  });
});

function clockSetting(nightAt: string, rate: number) {
  return {
    type: 'set-clock',
    by: ada,
    election: ELECTION,
    nightAt: instant(nightAt),
    rate,
  } as const;
}

describe('polls that close unit by unit', () => {
  const own = [0, 30, 60].map((minutes, at) =>
    makeUnit(`hill/${at}` as UnitId, { pollsClose: instantOf(msOf(CLOSING) + minutes * MINUTE) }),
  );
  const openNight = () => makeLoadedDesk({}, evening({ publishFrom: 'own', units: own }));
  const closings = async (made: TestDesk) =>
    (await made.entries()).flatMap((entry) =>
      entry.kind === 'polls-closed' ? [[entry.at, entry.body.units]] : [],
    );

  it('do so at their own times', async () => {
    const made = await openNight();
    made.clock.pass(3 * HOUR);
    expect(await closings(made)).toEqual([
      [CLOSING, ['hill/0']],
      [own[1]?.pollsClose, ['hill/1']],
      [own[2]?.pollsClose, 'all'],
    ]);
  });

  it('each wait for a person where the clock has jumped beyond all of them', async () => {
    const made = await openNight();
    const confirm = { type: 'confirm-closing', by: eve, contest: MAYOR } as const;
    made.clock.jump(24 * HOUR);
    made.clock.pass(5_000);
    expect(await closings(made)).toEqual([]);
    for (const count of [1, 2, 3]) {
      const [doubted] = (await made.entries()).filter(({ kind }) => kind === 'closing-doubted');
      expect(doubted).toBeDefined();
      expect(outcomeOf(await made.desk.submit(confirm))).toBe('closed');
      made.clock.pass(5_000);
      expect(await closings(made)).toHaveLength(count);
    }
    expect((await kindsOf(made)).filter((kind) => kind === 'closing-doubted')).toHaveLength(3);
  });

  it('are all there after a stop in which several closed', async () => {
    const election = { publishFrom: 'own', units: own } as const;
    const past = own.map((unit, at) => ({
      ...unit,
      pollsClose: instant(`2026-11-03T1${at}:00:00Z`),
    }));
    const pollsClose = instant('2026-11-03T10:00:00Z');
    const made = await makeLoadedDesk({}, evening({ ...election, pollsClose, units: past }));
    await send(made.desk, { unit: 'hill/2', votes: { ann: 10 } });
    expect((await closings(made)).map(([, units]) => units)).toEqual([
      ['hill/0'],
      ['hill/1'],
      'all',
    ]);
    expect(made.desk.board.contests.get(MAYOR)?.tally.votes).toEqual({ ann: 10, bob: 0 });
  });
});
