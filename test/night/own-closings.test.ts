import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitId } from '../../shared/basics/ids.ts';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import { sumsOf } from '../../shared/count/tally-of.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { boardText, parseBoard } from '../../shared/night/board-text.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { isClosingDue } from '../../shared/night/is-closing-due.ts';
import { makeUnit } from '../count/make.ts';
import {
  ada,
  eve,
  instant,
  kay,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  max,
  type Night,
  NORTH,
  SOUTH,
  writer,
} from './make-night.ts';

const EAST = 'dale/east' as UnitId;
const CENTRAL = 'dale/central' as UnitId;
const SEVEN = instant('2026-11-04T01:00:00Z');
const EIGHT = instant('2026-11-04T02:00:00Z');
const NINE = instant('2026-11-04T03:00:00Z');
const BEFORE = instant('2026-11-04T00:00:00Z');

/** North closes at seven as the contest does, South at eight, East at nine. */
const contest = makeMayor({
  publishFrom: 'own',
  pollsClose: SEVEN,
  units: [
    makeUnit(NORTH, { parent: 'Hill' }),
    makeUnit(SOUTH, { parent: 'Hill', pollsClose: EIGHT }),
    makeUnit(EAST, { parent: 'Dale', pollsClose: NINE }),
  ],
});
const election = (parts: Partial<Contest> = {}) =>
  makeElection({ contests: [{ ...contest, ...parts }] });

const close = { type: 'close-polls', contest: MAYOR, doubted: false, by: writer } as const;
const confirm = { type: 'confirm-closing', contest: MAYOR, by: eve } as const;
const call = {
  type: 'propose-call',
  callId: 'c',
  contest: MAYOR,
  call: 'too-early',
  choices: [],
  source: null,
  reason: null,
  by: eve,
} as const;

function startedNight(parts: Partial<Contest> = {}): Night {
  const night = makeNight(election(parts));
  night.turnTo(BEFORE);
  return night;
}

function closeAt(night: Night, time: typeof SEVEN): string {
  night.turnTo(time);
  return night.outcome(close);
}

/** One report a unit, and one more of each that is held. */
function reportAll(night: Night): void {
  for (const [at, unit] of [NORTH, SOUTH, EAST].entries()) {
    night.report(kay, { reportId: `a${at}`, unit, votes: { ann: 10 ** at } });
    night.report(kay, { reportId: `h${at}`, unit, method: 'early', votes: { bob: 2000 + at } });
  }
}

/** Seqs whose bodies the public may read. */
function shown(night: Night): readonly number[] {
  return night.entries.filter(({ seq }) => !isHidden(night.board, seq)).map(({ seq }) => seq);
}

describe("where a unit's results are public from its own closing", () => {
  it('nothing is before the first', () => {
    const night = startedNight();
    reportAll(night);
    expect(night.tally()).toEqual(emptyTally(contest));
    expect(closeAt(night, BEFORE)).toBe('polls-open');
  });

  it('each closing is an entry with its units, the last one of all', () => {
    const night = startedNight();
    for (const time of [SEVEN, EIGHT, NINE]) {
      expect(isClosingDue(night.board, night.state(), time)).toBe(true);
      expect(closeAt(night, time)).toBe('closed');
      expect(night.outcome(close)).toBe(time === NINE ? 'closed before' : 'polls-open');
    }
    const closings = night.entries.filter(({ kind }) => kind === 'polls-closed');
    expect(closings.map(({ body }) => body)).toEqual([
      { units: [NORTH] },
      { units: [SOUTH] },
      { units: 'all' },
    ]);
  });

  it('votes, holds, counties and bodies are those of the units that have closed', () => {
    const night = startedNight();
    reportAll(night);
    closeAt(night, SEVEN);
    expect(night.tally()).toMatchObject({ open: true, votes: { ann: 1, bob: 0 }, holds: 1 });
    expect(night.tally().units).toEqual({ complete: 0, partial: 1, none: 2 });
    expect(night.tally().counties.Dale?.votes).toEqual({});
    expect(shown(night)).toEqual([1, 2, 8]);
    closeAt(night, EIGHT);
    expect(night.tally()).toMatchObject({ votes: { ann: 11, bob: 0 }, holds: 2 });
    expect(shown(night)).toEqual([1, 2, 4, 8, 9]);
    closeAt(night, NINE);
    expect(night.tally()).toMatchObject({ votes: { ann: 111, bob: 0 }, holds: 3 });
    expect(shown(night)).toEqual([1, 2, 4, 6, 8, 9, 10]);
  });

  it('what comes of a unit that is still open moves nothing public', () => {
    const night = startedNight();
    closeAt(night, SEVEN);
    const before = night.state();
    const { seq, tally } = before;
    night.report(kay, { reportId: 'x', unit: EAST, votes: { ann: 9 } });
    night.report(eve, { reportId: 'y', unit: EAST, votes: { ann: 7 }, reason: 'misread' });
    night.report(kay, { reportId: 'z', unit: EAST, method: 'early', votes: { bob: 2000 } });
    const holdId = night.pendingHold();
    night.give({ type: 'release-hold', holdId, by: max });
    expect(night.state()).toMatchObject({ seq, tally });
    expect(shown(night).at(-1)).toBe(2);
    night.report(kay, { reportId: 'n', votes: { ann: 3 } });
    expect(night.votes()).toEqual({ ann: 3, bob: 0 });
    expect(night.tally().corrections).toEqual([]);
  });

  it('nobody is called before the last', () => {
    const night = startedNight();
    for (const time of [SEVEN, EIGHT]) {
      closeAt(night, time);
      expect(night.outcome(call)).toBe('polls-open');
    }
    closeAt(night, NINE);
    expect(night.outcome(call)).toBe('proposed');
  });

  it('one that comes late finds each closing by itself', () => {
    const night = startedNight();
    expect(closeAt(night, NINE)).toBe('closed');
    expect(night.entries.at(-1)?.body).toEqual({ units: [NORTH] });
    expect([night.outcome(close), night.outcome(close)]).toEqual(['closed', 'closed']);
    expect(night.outcome(close)).toBe('closed before');
  });

  it('a doubt is of one closing, and so is its confirmation', () => {
    const night = startedNight();
    night.turnTo(NINE);
    expect(night.outcome({ ...close, doubted: true })).toBe('doubted');
    expect(night.entries.at(-1)?.body).toEqual({ pollsClose: SEVEN });
    expect(night.outcome({ ...confirm, pollsClose: SEVEN })).toBe('closed');
    expect(night.entries.at(-1)?.body).toEqual({ units: [NORTH] });
    expect(night.outcome({ ...confirm, pollsClose: SEVEN })).toBe('closed before');
    expect(night.outcome({ ...close, doubted: true })).toBe('doubted');
    expect(night.entries.at(-1)?.body).toEqual({ pollsClose: EIGHT });
    expect(night.outcome(confirm)).toBe('closed');
  });

  it('a unit that has no closing is public from the start', () => {
    const units = contest.units.map((unit) => (unit.id === NORTH ? unit : { ...unit }));
    const night = startedNight({ pollsClose: null, units });
    reportAll(night);
    expect(night.tally()).toMatchObject({ open: true, votes: { ann: 1, bob: 0 }, holds: 1 });
    expect(night.outcome(call)).toBe('polls-open');
  });

  it('a board kept in the middle is the same board', () => {
    const night = startedNight();
    reportAll(night);
    closeAt(night, SEVEN);
    expect(parseBoard(boardText(night.board))).toEqual(night.board);
  });

  it('a board that was kept before closings were by unit is not taken for one', () => {
    const night = startedNight();
    const { form: _, ...older } = JSON.parse(boardText(night.board));
    expect(() => parseBoard(JSON.stringify(older))).toThrow('another form');
  });
});

describe('closing times that change in mid-night', () => {
  const amend = (changes: object, amendId = 'm') =>
    ({ type: 'amend', amendId, contest: MAYOR, changes, reason: 'a judge', by: eve }) as const;

  it('hide nothing that was public', () => {
    const night = startedNight();
    reportAll(night);
    closeAt(night, SEVEN);
    expect(night.outcome(amend({ pollsClose: NINE }))).toBe('amended');
    expect(night.votes()).toEqual({ ann: 1, bob: 0 });
    expect(shown(night)).toContain(2);
    night.report(kay, { reportId: 'more', votes: { ann: 5 } });
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
  });

  it('keep a unit hidden until its later closing', () => {
    const night = startedNight();
    reportAll(night);
    expect(night.outcome(amend({ pollsClose: EIGHT }))).toBe('amended');
    expect(closeAt(night, SEVEN)).toBe('polls-open');
    expect(closeAt(night, EIGHT)).toBe('closed');
    expect(night.votes()).toEqual({ ann: 11, bob: 0 });
  });

  it('are of one unit too: the others are public as they would have been', () => {
    const night = startedNight();
    reportAll(night);
    expect(night.outcome(amend({ units: { [NORTH]: { pollsClose: EIGHT } } }))).toBe('amended');
    expect(night.tally().amendments).toMatchObject([{ parts: ['pollsClose'], reason: 'a judge' }]);
    expect(closeAt(night, SEVEN)).toBe('polls-open');
    expect(closeAt(night, EIGHT)).toBe('closed');
    expect(night.votes()).toEqual({ ann: 11, bob: 0 });
    const late = instant('2026-11-04T05:00:00Z');
    expect(night.outcome(amend({ units: { [NORTH]: { pollsClose: late } } }, 'n'))).toBe('amended');
    expect(night.votes()).toEqual({ ann: 11, bob: 0 });
  });

  it('wait for a second person where one unit’s come earlier', () => {
    const night = startedNight();
    const changes = { units: { [EAST]: { pollsClose: EIGHT, expected: null } } };
    expect(night.outcome(amend(changes))).toBe('proposed');
    night.give({ type: 'confirm-amendment', amendId: 'm', by: max });
    expect(night.tally().amendments).toMatchObject([{ parts: ['units', 'pollsClose'] }]);
    reportAll(night);
    closeAt(night, SEVEN);
    expect(closeAt(night, EIGHT)).toBe('closed');
    expect(night.entries.at(-1)?.body).toEqual({ units: 'all' });
  });

  it('take two people where a unit would be public earlier, whatever the last closing', () => {
    const night = startedNight();
    const early = amend({ pollsClose: instant('2026-11-04T00:30:00Z') });
    expect(night.outcome(early)).toBe('proposed');
  });

  it('are not published earlier by one person’s file', () => {
    const night = startedNight({ publishFrom: 'last' });
    reportAll(night);
    const load = { type: 'load-election', reset: false, by: ada } as const;
    expect(night.outcome({ ...load, election: election() })).toBe('not-allowed');
  });

  it('hide nothing where a file has the last closing decide after all', () => {
    const night = startedNight();
    reportAll(night);
    closeAt(night, SEVEN);
    const load = { type: 'load-election', reset: false, by: ada } as const;
    expect(night.outcome({ ...load, election: election({ publishFrom: 'last' }) })).toBe('loaded');
    expect(night.votes()).toEqual({ ann: 1, bob: 0 });
    expect(closeAt(night, EIGHT)).toBe('polls-open');
    expect(closeAt(night, NINE)).toBe('closed');
    expect(night.votes()).toEqual({ ann: 111, bob: 0 });
  });
});

/** A county with a central unit is reckoned as a whole, whatever of it has closed. */
const withCentral = {
  units: [
    ...contest.units,
    makeUnit(CENTRAL, { parent: 'Dale', kind: 'central', methods: ['early'], pollsClose: EIGHT }),
  ],
};

it('what the public knows is always the sum of the units that have closed, and nothing of the others is told', () => {
  const anyMove = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        unit: fc.constantFrom(NORTH, SOUTH, EAST, CENTRAL),
        method: fc.constantFrom('election-day' as const, 'early' as const),
        votes: fc.record({ ann: fc.nat(1100), bob: fc.nat(40) }),
        status: fc.constantFrom('partial' as const, 'complete' as const),
      }),
    },
    { weight: 2, arbitrary: fc.constant('release' as const) },
    { weight: 1, arbitrary: fc.constantFrom(SEVEN, EIGHT, NINE) },
  );
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 30 }), (moves) => {
      const night = startedNight(withCentral);
      let now = BEFORE;
      const closed = new Set<UnitId>();
      for (const [at, move] of moves.entries()) {
        const before = night.state().seq;
        if (typeof move === 'object') {
          night.report(eve, { reportId: `${at}`, reason: 'read again', ...move });
          if (!closed.has(move.unit)) expect(night.state().seq).toBe(before);
        } else if (move === 'release') {
          const held = [...night.board.holds.values()].find(({ state }) => state === 'pending');
          if (held === undefined) continue;
          night.give({ type: 'release-hold', holdId: held.holdId, by: max });
          const unit = held.reports[0]?.unit ?? NORTH;
          if (!closed.has(unit)) expect(night.state().seq).toBe(before);
        } else if (move > now) {
          now = move;
          night.turnTo(now);
          while (night.outcome(close) === 'closed');
          for (const [unit, time] of [
            [NORTH, SEVEN],
            [SOUTH, EIGHT],
            [CENTRAL, EIGHT],
            [EAST, NINE],
          ] as const)
            if (time <= now) closed.add(unit);
        }
        const { tally, cells } = night.state();
        const known = new Map([...cells].filter(([unit]) => closed.has(unit)));
        expect(tally).toMatchObject(sumsOf(night.state().contest, known));
        for (const entry of night.entries) {
          if (entry.kind !== 'reports-accepted' && entry.kind !== 'hold-released') continue;
          const isKnown = entry.body.reports.every(({ unit }) => closed.has(unit));
          expect(isHidden(night.board, entry.seq)).toBe(!isKnown);
        }
        const waiting = [...night.board.holds.values()].filter(
          ({ state, reports }) => state === 'pending' && closed.has(reports[0]?.unit ?? EAST),
        );
        expect(tally.holds).toBe(waiting.length);
      }
    }),
    { numRuns: 300 },
  );
});
