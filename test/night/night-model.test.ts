import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { sumsOf } from '../../shared/count/tally-of.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import { boardText, parseBoard } from '../../shared/night/board-text.ts';
import { type Claims, claimsOf } from '../../shared/night/claims-of.ts';
import type { Command, CommandType } from '../../shared/night/command.ts';
import { decide } from '../../shared/night/decide.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import type { Entry, EntryKind, ReportsAccepted } from '../../shared/night/entry.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { type LostClaim, lostClaims } from '../../shared/night/lost-claims.ts';
import { nextPlace } from '../../shared/night/next-place.ts';
import { isPublic, publicCells } from '../../shared/night/public-units.ts';
import { mergeTally } from '../../shared/wire/merge-tally.ts';
import { tallyChange } from '../../shared/wire/tally-change.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { type Move, makeModelElection, moves } from './arbitrary-moves.ts';
import { ELECTION, instant, makeNight, type Night } from './make-night.ts';

// Whole nights, hundreds of them, beside whatever else runs.
vi.setConfig({ testTimeout: 60_000 });

/** Plays moves on a new night; the commands that left entries. */
function play(given: readonly Move[], look: (night: Night, entry: Entry) => void = () => {}) {
  const night = makeNight(makeModelElection());
  const carriedOut: Command[] = [];
  for (const move of given) {
    const before = night.entries.length;
    const command = move(night);
    if (command === null) continue;
    night.give(command, (entry) => look(night, entry));
    if (night.entries.length > before) carriedOut.push(command);
  }
  return { night, carriedOut };
}

function everyNight(check: (given: readonly Move[]) => void): void {
  fc.assert(fc.property(moves, check), { numRuns: 120 });
}

function states(board: Board): readonly ContestState[] {
  return [...board.contests.values()];
}

/** The public content of a tally, without what changes with the number of holds. */
function withoutHolds(tally: Tally): Omit<Tally, 'holds'> {
  const { holds: _, ...rest } = tally;
  return rest;
}

function pendingHolds(night: Night, state: ContestState): number {
  return [...night.board.holds.values()].filter(
    (hold) =>
      hold.contest === state.contest.id &&
      hold.state === 'pending' &&
      hold.reports.every(({ unit }) => isPublic(state, unit)),
  ).length;
}

it('the nights that are tried hold every kind of entry', () => {
  const kinds = new Set<EntryKind>();
  for (const given of fc.sample(moves, { numRuns: 300, seed: 1 })) {
    for (const { kind } of play(given).night.entries) kinds.add(kind);
  }
  const all: Record<Exclude<EntryKind, 'election-reset'>, true> = {
    'election-loaded': true,
    'reports-accepted': true,
    'reports-noted': true,
    'report-held': true,
    'hold-released': true,
    'hold-rejected': true,
    'polls-closed': true,
    'closing-doubted': true,
    'call-proposed': true,
    'call-confirmed': true,
    'call-suspended': true,
    'call-retracted': true,
    'call-reinstated': true,
    'amendment-proposed': true,
    amended: true,
    'notice-posted': true,
    'notice-ended': true,
    locked: true,
    unlocked: true,
    'clock-set': true,
    'certainty-withdrawn': true,
  };
  expect([...kinds].sort()).toEqual(Object.keys(all).sort());
});

describe('after every entry of any night', () => {
  it('the tally is the sum of the cells whose polls have closed', () => {
    everyNight((given) => {
      play(given, ({ board }) => {
        for (const state of states(board)) {
          expect(state.tally).toMatchObject(sumsOf(state.contest, publicCells(state)));
        }
      });
    });
  });

  it('before the polls close nothing of any report is public', () => {
    everyNight((given) => {
      play(given, ({ board }) => {
        for (const { contest, tally } of states(board)) {
          if (tally.open) continue;
          // What was said while nothing was waited for stays.
          const { clock, notices, locked, lastChange, amendments, calls } = tally;
          const told = { clock, notices, locked, lastChange, amendments, calls };
          expect(tally).toEqual({ ...emptyTally(contest), ...told });
        }
      });
    });
  });

  it('the number of holds is that of the reports that wait where the polls have closed', () => {
    everyNight((given) => {
      play(given, (night) => {
        for (const state of states(night.board)) {
          expect(state.tally.holds).toBe(pendingHolds(night, state));
        }
      });
    });
  });

  it('a held report has changed nothing public but the number of holds', () => {
    everyNight((given) => {
      let before = new Map<string, Tally>();
      play(given, ({ board }, { kind }) => {
        for (const { contest, tally } of states(board)) {
          const old = before.get(contest.id);
          if (kind === 'report-held' && old !== undefined) {
            expect(withoutHolds(tally)).toEqual(withoutHolds(old));
          }
        }
        before = new Map(states(board).map(({ contest, tally }) => [contest.id, tally]));
      });
    });
  });

  it('versions have only grown, and each cell has its newest', () => {
    everyNight((given) => {
      const newest = new Map<string, number>();
      play(given, ({ board }) => {
        for (const { contest, cells, versions } of states(board)) {
          for (const [unit, byMethod] of versions) {
            for (const [method, version] of byMethod) {
              const cell = `${contest.id} ${unit} ${method}`;
              expect(version).toBeGreaterThanOrEqual(newest.get(cell) ?? 0);
              newest.set(cell, version);
              expect(cells.get(unit)?.get(method)?.version ?? version).toBe(version);
            }
          }
        }
      });
    });
  });

  it('a total never stands beside parts', () => {
    everyNight((given) => {
      play(given, ({ board }) => {
        for (const { cells } of states(board)) {
          for (const methods of cells.values()) {
            const parts = methods.has('election-day') || methods.has('early');
            expect(methods.has('total') && parts).toBe(false);
          }
        }
      });
    });
  });

  it('the place of a contest has moved whenever its tally did', () => {
    everyNight((given) => {
      let before = new Map<string, { readonly text: string; readonly version: number }>();
      play(given, ({ board }, { seq }) => {
        const now = new Map(
          states(board).map(({ contest, tally, definitionVersion }) => [
            contest.id,
            { text: tallyText(tally), version: definitionVersion },
          ]),
        );
        for (const state of states(board)) {
          const [old, is] = [before.get(state.contest.id), now.get(state.contest.id)];
          if (old && (old.text !== is?.text || old.version !== is.version)) {
            expect(state.seq).toBe(seq);
          }
        }
        before = now;
      });
    });
  });

  it('a proof that was lost is said to be, and nothing else is', () => {
    everyNight((given) => {
      const proved = new Map<string, Claims>();
      const lost: LostClaim[] = [];
      const said: LostClaim[] = [];
      play(given, ({ board }, entry) => {
        if (entry.kind === 'certainty-withdrawn') {
          said.push({ was: entry.body.was, choices: entry.body.choices });
        }
        for (const state of states(board)) {
          const before = proved.get(state.contest.id);
          if (before !== undefined) lost.push(...lostClaims(before, claimsOf(state)));
          proved.set(state.contest.id, claimsOf(state));
        }
      });
      expect(said).toEqual(lost);
    });
  });

  it('what a reader puts together from changes is the tally', () => {
    everyNight((given) => {
      const readers = new Map<string, Tally>();
      play(given, ({ board }) => {
        for (const { contest, tally } of states(board)) {
          const old = readers.get(contest.id);
          const change = old && tallyChange(old, tally);
          const merged = old && change ? mergeTally(old, overWire(change)) : overWire(tally);
          expect(tallyText(merged)).toBe(tallyText(tally));
          readers.set(contest.id, merged);
        }
      });
    });
  });
});

function overWire<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value; // what JSON does to it
}

describe('any night', () => {
  it('read again from its beginning has the same board', () => {
    everyNight((given) => {
      const { night } = play(given);
      const again = emptyBoard();
      for (const entry of night.entries) apply(again, overWire(entry));
      expect(boardText(again)).toBe(boardText(night.board));
    });
  });

  it('goes on from a snapshot as it would have gone on without', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (given, at) => {
        const { night } = play(given);
        const cut = at % night.entries.length;
        const first = emptyBoard();
        for (const entry of night.entries.slice(0, cut)) apply(first, entry);
        const restored = parseBoard(boardText(first));
        expect(restored).toEqual(first);
        for (const entry of night.entries.slice(cut)) apply(restored, entry);
        expect(restored).toEqual(night.board);
      }),
      { numRuns: 120 },
    );
  });

  it('is not changed by deciding', () => {
    everyNight((given) => {
      const { night } = play(given);
      const before = boardText(night.board);
      for (const move of given) {
        const command = move(night);
        const time = nextPlace(night.board, ELECTION, instant('2026-11-04T06:00:00Z'));
        if (command !== null) decide(night.board, command, time);
      }
      expect(boardText(night.board)).toBe(before);
    });
  });

  it('is not changed by a command of any kind that comes twice in a row', () => {
    everyNight((given) => {
      const night = makeNight(makeModelElection());
      for (const move of given) {
        const command = move(night);
        if (command === null) continue;
        const first = night.give(command);
        const { length } = night.entries;
        const again = night.give(command);
        expect(night.entries.slice(length)).toEqual([]);
        expect(again.ok).toBe(first.ok);
      }
    });
  });

  it('is not changed by sending again what was carried out, any number of times', () => {
    everyNight((given) => {
      const { night, carriedOut } = play(given);
      const before = night.entries.length;
      for (const command of [...carriedOut, ...carriedOut]) {
        if (!WITHOUT_ID.has(command.type)) night.give(command);
      }
      expect(night.entries.slice(before)).toEqual([]);
    });
  });

  it('shows the body of every entry but those held, embargoed or unconfirmed', () => {
    everyNight((given) => {
      const { night } = play(given);
      for (const entry of night.entries) {
        expect(isHidden(night.board, entry.seq)).toBe(isSecret(night.board, entry));
      }
    });
  });
});

/** They say how things are to be from now on, or are the writer's own, by the clock. */
const WITHOUT_ID: ReadonlySet<CommandType> = new Set(['load-election', 'set-clock', 'close-polls']);

function isSecret(board: Board, entry: Entry): boolean {
  const state = entry.contest === null ? undefined : board.contests.get(entry.contest);
  const isShown = ({ reports }: ReportsAccepted) =>
    state !== undefined && reports.every(({ unit }) => isPublic(state, unit));
  switch (entry.kind) {
    case 'reports-accepted':
    case 'hold-released':
      return !isShown(entry.body);
    case 'reports-noted':
      return true;
    case 'report-held':
      return !isShown(entry.body) || board.holds.get(entry.body.holdId)?.state !== 'released';
    case 'call-proposed':
      return board.proposals.get(entry.body.callId)?.state === 'proposed';
    case 'amendment-proposed':
      return board.amendments.get(entry.body.amendId)?.state === 'proposed';
    default:
      return false;
  }
}
