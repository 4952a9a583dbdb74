import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { ContestState } from '../../shared/night/board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { totalOf } from '../../shared/results/field.ts';
import { makeModelElection, moves } from '../night/arbitrary-moves.ts';
import { instant, makeNight, type Night } from '../night/make-night.ts';
import { type RecordEntry, Recount, type Recounted } from './recount.ts';

// Whole nights, beside whatever else runs.
vi.setConfig({ testTimeout: 120_000 });

it('is written by nobody who knows the server', () => {
  const text = readFileSync(new URL('./recount.ts', import.meta.url), 'utf8');
  expect(text).not.toMatch(/^import|import\(|require\(/m);
});

it('finds the totals that were shown, in any night with holds, corrections, amendments and an embargo', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom('last', 'own'), (given, publishFrom) => {
      const night = makeNight(closingOneByOne(publishFrom));
      const then: { seq: number; shown: readonly [string, Recounted][] }[] = [];
      const look = ({ seq }: Entry) => {
        const shown = [...night.board.contests].map(
          ([id, state]) => [id, shownOf(state)] as [string, Recounted],
        );
        then.push({ seq, shown });
      };
      for (const move of given) {
        const command = move(night);
        // What a second load carries over of amendments is beyond a reckoning from the outside.
        if (command !== null && command.type !== 'load-election') night.give(command, look);
      }
      const record = publicRecord(night);
      const recount = new Recount();
      const [loaded, ...more] = record;
      if (loaded) recount.take(loaded);
      for (const [at, entry] of more.entries()) {
        recount.take(entry);
        const { seq, shown } = then[at] ?? { seq: 0, shown: [] };
        expect(seq).toBe(entry.seq);
        for (const [id, expected] of shown) {
          const own = present(recount.of(id), `contest ${id}`);
          expect(withVotes(own)).toEqual(expected);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** The model's night, whose first precinct closes five minutes before the others. */
function closingOneByOne(publishFrom: 'last' | 'own'): Election {
  const election = makeModelElection();
  const contests = election.contests.map((contest) => {
    const [first, ...units] = contest.units;
    if (first === undefined || contest.pollsClose === null) return contest;
    const early = { ...first, pollsClose: instant('2026-11-04T00:05:00Z') };
    return { ...contest, publishFrom, units: [early, ...units] };
  });
  return { ...election, contests };
}

/** The record as the public reads it once the night is over. */
function publicRecord({ board, entries }: Night): readonly RecordEntry[] {
  return entries.map(({ seq, nightAt, kind, election, contest, body }) => ({
    seq,
    nightAt,
    kind,
    election,
    contest,
    body: isHidden(board, seq) ? null : JSON.stringify(body),
  }));
}

/** The same of what the public was shown. */
function shownOf({ contest, tally }: ContestState): Recounted {
  const counties = Object.entries(tally.counties).map(
    ([name, { votes }]) => [name, Object.values(votes)] as const,
  );
  const methods = Object.entries(tally.methods).map(
    ([name, { votes }]) => [name, [votes]] as const,
  );
  return withVotes({
    votes: tally.votes,
    counted: totalOf(contest, tally.votes),
    methods: sums(methods),
    counties: sums(counties),
    precincts: tally.units,
  });
}

function sums(parts: readonly (readonly [string, readonly Votes[]])[]): Recounted['methods'] {
  return Object.fromEntries(
    parts.map(([name, all]) => {
      const ids = new Set(all.flatMap((votes) => Object.keys(votes)));
      const total = (id: string) => all.reduce((sum, votes) => sum + (votes[id] ?? 0), 0);
      return [name, Object.fromEntries([...ids].map((id) => [id, total(id)]))];
    }),
  );
}

/** Leaves out the methods and counties without votes, which one side names and the other does not. */
function withVotes(recounted: Recounted): Recounted {
  const some = (parts: Recounted['methods']) =>
    Object.fromEntries(
      Object.entries(parts).filter(([, votes]) => Object.values(votes).some((own) => own > 0)),
    );
  const { methods, counties, ...rest } = recounted;
  return { ...rest, methods: some(methods), counties: some(counties) };
}

type Votes = Readonly<Record<string, number>>;
