import fc from 'fast-check';
import type { UnitId } from '../../shared/basics/ids.ts';
import type { Count, UnitCells } from '../../shared/count/cell.ts';
import type { Contest, Unit } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import { makeCells, makeChoice, makeContest, makeLate, makeUnit } from './make.ts';

const PARTS: readonly Method[] = ['election-day', 'early', 'absentee-mail', 'provisional'];
const LATE: readonly Method[] = ['provisional', 'uocava'];
/** Names that every object answers to are names of counties and choices too. */
const COUNTIES = ['Cobb', 'constructor', '17', null];
const CHOICES = [
  makeChoice('ann'),
  makeChoice('constructor'),
  makeChoice('to-string', 'Write-in', { writeIn: true, eligible: false }),
  makeChoice('dan', 'Dan', { counts: false, eligible: false }),
];

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const methods = fc.oneof(
  { weight: 4, arbitrary: fc.subarray([...PARTS, ...LATE.slice(1)], { minLength: 1 }) },
  { weight: 1, arbitrary: fc.constant<Method[]>(['total']) },
  { weight: 1, arbitrary: fc.constant<Method[]>(['total', 'provisional']) },
);

const unit: fc.Arbitrary<Omit<Unit, 'id'>> = fc
  .record({
    parent: fc.constantFrom(...COUNTIES),
    kind: fc.constantFrom('precinct', 'precinct', 'precinct', 'central'),
    methods,
    registered: maybe(fc.nat(80)),
    expected: maybe(fc.nat(60)),
    turnout: fc.dictionary(fc.constantFrom(...PARTS, 'total'), fc.nat(40), { maxKeys: 4 }),
  })
  // The generator's own types are wider than the words it picks from.
  .map((parts) => makeUnit('', parts as Partial<Unit>));

/** Any small contest: mixed methods, central units, unknown registration, turnout and expectation, late ballots. */
const arbitraryContest: fc.Arbitrary<Contest> = fc
  .record({
    choices: fc.subarray(CHOICES, { minLength: 1 }),
    votesAllowed: fc.integer({ min: 1, max: 3 }),
    reportingBy: fc.subarray([...PARTS], { minLength: 1 }),
    late: fc.subarray([makeLate('provisional', 9), makeLate('uocava', null), makeLate(null, null)]),
    is: fc.constantFrom('all', 'all', 'active', 'same-day'),
    units: fc.array(unit, { minLength: 1, maxLength: 7 }),
  })
  .map(({ is, units, ...parts }) =>
    makeContest({
      ...parts,
      registration: { is, all: null, source: null } as Contest['registration'],
      units: units.map((one, at) => ({ ...one, id: `u/${at}` as UnitId })),
    }),
  );

/** A unit's cells as they may be: its parts or a total, late methods beside either. */
function arbitraryCells(contest: Contest, own: Unit): fc.Arbitrary<UnitCells> {
  const parts = own.methods.filter((method) => method !== 'total');
  const late = parts.filter((method) => LATE.includes(method));
  const count: fc.Arbitrary<Count> = fc.record({
    votes: fc
      .tuple(...contest.choices.map(({ id }) => fc.tuple(fc.constant(id), fc.nat(30))))
      .map((votes) => Object.fromEntries(votes)),
    ballotsCast: maybe(fc.nat(60)),
    overvotes: maybe(fc.nat(3)),
    undervotes: maybe(fc.nat(3)),
    status: fc.constantFrom('none' as const, 'partial' as const, 'complete' as const),
  });
  const counts = (of: readonly Method[]) =>
    fc.tuple(...of.map((method) => fc.tuple(fc.constant(method), count)));
  const some = (of: Method[]) => fc.subarray(of).chain(counts);
  const withTotal = fc
    .tuple(some(late), count)
    .map(([beside, total]) => [...beside, ['total' as Method, total] as [Method, Count]]);
  return fc
    .oneof({ weight: 3, arbitrary: some(parts) }, { weight: 1, arbitrary: withTotal })
    .map((entries) => makeCells(Object.fromEntries(entries)));
}

/** A contest and changes of its units one after another; null: its cells are forgotten. */
export const arbitraryNight = arbitraryContest.chain((contest) =>
  fc.record({
    contest: fc.constant(contest),
    changes: fc.array(
      fc
        .constantFrom(...contest.units)
        .chain((own) =>
          fc.tuple(
            fc.constant(own.id),
            fc.option(arbitraryCells(contest, own), { nil: null, freq: 9 }),
          ),
        ),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);
