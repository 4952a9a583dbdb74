import fc from 'fast-check';
import type { UnitCells } from '../../shared/count/cell.ts';
import type { ReportStatus } from '../../shared/count/report.ts';
import type { Contest, Unit } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import { makeCells, makeContest, makeCount, makeLate, makeUnit } from './make.ts';

/** Ballots of one unit and method: how many there are in truth, and how many of them are counted. */
interface Pile {
  readonly method: Method;
  readonly final: number;
  readonly counted: number;
  /** Whether the poll book's number is known. */
  readonly booked: boolean;
}

/** A unit as it is in truth; what is known of it is in `made` and `cells`. */
export interface TrueUnit {
  readonly final: number;
  readonly counted: number;
  readonly isAllComplete: boolean;
  readonly made: Unit;
  readonly cells: UnitCells;
}

export interface World {
  readonly contest: Contest;
  readonly units: readonly TrueUnit[];
}

const LATE: ReadonlySet<Method> = new Set(['provisional']);

function pile(method: Method): fc.Arbitrary<Pile> {
  return fc
    .record({ final: fc.nat(20), counted: fc.nat(20), all: fc.boolean(), booked: fc.boolean() })
    .map(({ final, counted, all, booked }) => ({
      method,
      final,
      booked,
      counted: all ? final : Math.min(counted, final),
    }));
}

const unitDraft = fc.record({
  parent: fc.constantFrom('Cobb', 'Fulton'),
  central: fc.nat(4).map((n) => n === 0),
  piles: fc
    .subarray<Method>(['election-day', 'early', 'provisional'], { minLength: 1 })
    .chain((methods) => fc.tuple(...methods.map(pile))),
  reportsTotal: fc.nat(3).map((n) => n === 0),
  /** Registered here without a ballot of this unit: they stay at home, or are counted centrally. */
  others: fc.integer({ min: 0, max: 10 }),
  isKnown: fc.nat(5).map((n) => n > 0),
  saysCast: fc.boolean(),
});
type UnitDraft = typeof unitDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** Small contests with a truth behind them: what registration, poll books and late bounds say is right, where they say anything. */
export const arbitraryWorld: fc.Arbitrary<World> = fc
  .record({
    drafts: fc.array(unitDraft, { minLength: 1, maxLength: 5 }),
    lateBound: fc.constantFrom<'none' | 'silent' | 'open' | 'exact' | 'slack'>(
      'none',
      'silent',
      'open',
      'exact',
      'slack',
    ),
    isBound: fc.nat(4).map((n) => n > 0),
    votesAllowed: fc.constantFrom(1, 2),
  })
  .map(({ drafts, lateBound, isBound, votesAllowed }) => {
    const named = lateBound === 'none' || lateBound === 'silent' ? withoutLate(drafts) : drafts;
    const units = named.map((draft, at) => trueUnit(draft, `u/${at}`, votesAllowed, named));
    const lateFinal = named.reduce((sum, { piles }) => sum + ballots(piles, isLate, 'final'), 0);
    const bounds = { open: null, exact: lateFinal, slack: lateFinal + 3 };
    const contest = makeContest({
      votesAllowed,
      methods: ['election-day', 'early', 'provisional'],
      late:
        lateBound === 'none'
          ? []
          : lateBound === 'silent'
            ? [makeLate(null, null)]
            : [makeLate('provisional', bounds[lateBound])],
      registration: { is: isBound ? 'all' : 'active', all: null, source: null },
      units: units.map(({ made }) => made),
    });
    return { contest, units };
  });

/** Where a definition names no late method, no unit has one. */
function withoutLate(drafts: readonly UnitDraft[]): readonly UnitDraft[] {
  return drafts
    .map((draft) => ({ ...draft, piles: draft.piles.filter((one) => !isLate(one)) }))
    .filter(({ piles }) => piles.length > 0);
}

function trueUnit(
  draft: UnitDraft,
  id: string,
  votesAllowed: number,
  all: readonly UnitDraft[],
): TrueUnit {
  const { piles } = draft;
  const made = makeUnit(id, {
    parent: draft.parent,
    kind: draft.central ? 'central' : 'precinct',
    methods: piles.map(({ method }) => method),
    registered: draft.central || !draft.isKnown ? null : votersOf(draft, all),
    turnout: Object.fromEntries(
      piles.filter((one) => one.booked && !isLate(one)).map(({ method, final }) => [method, final]),
    ),
  });
  return {
    made,
    final: ballots(piles, () => true, 'final'),
    counted: ballots(piles, () => true, 'counted'),
    isAllComplete: piles.every(isComplete) && !(draft.reportsTotal && piles.some(isLate)),
    cells: draft.reportsTotal ? totalCell(draft, votesAllowed) : partCells(draft, votesAllowed),
  };
}

/** Whoever is counted in a central unit is registered in the first precinct of the county. */
function votersOf(draft: UnitDraft, all: readonly UnitDraft[]): number {
  const own = ballots(draft.piles, () => true, 'final') + draft.others;
  const county = all.filter(({ parent }) => parent === draft.parent);
  if (county.find(({ central }) => !central) !== draft) return own;
  const centrals = county.filter(({ central }) => central).flatMap(({ piles }) => piles);
  return own + ballots(centrals, () => true, 'final');
}

function partCells(draft: UnitDraft, votesAllowed: number): UnitCells {
  return makeCells(
    Object.fromEntries(
      draft.piles.map((one) => {
        const status = isComplete(one) ? 'complete' : 'partial';
        return [one.method, count(one.counted, status, draft.saysCast, votesAllowed)];
      }),
    ),
  );
}

/** The late ballots that are counted are in the total, as sources without a split have them. */
function totalCell(draft: UnitDraft, votesAllowed: number): UnitCells {
  const counted = ballots(draft.piles, () => true, 'counted');
  const isDone = draft.piles.filter((one) => !isLate(one)).every(isComplete);
  const status = isDone ? 'complete' : 'partial';
  return makeCells({ total: count(counted, status, draft.saysCast, votesAllowed) });
}

/** Some marks that so many ballots may have. */
function count(cast: number, status: ReportStatus, saysCast: boolean, votesAllowed: number) {
  const votes = { ann: cast, bob: Math.floor(((votesAllowed - 1) * cast) / 2) };
  return makeCount(votes, status, saysCast ? { ballotsCast: cast } : {});
}

function ballots(
  piles: readonly Pile[],
  of: (one: Pile) => boolean,
  which: 'final' | 'counted',
): number {
  return piles.filter(of).reduce((sum, one) => sum + one[which], 0);
}

function isLate({ method }: Pile): boolean {
  return LATE.has(method);
}

function isComplete({ counted, final }: Pile): boolean {
  return counted === final;
}
