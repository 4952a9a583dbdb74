import type { UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import { sum } from '../basics/sum.ts';
import type { UnitCells } from '../count/cell.ts';
import type { Contest, Unit } from '../election/contest.ts';
import type { ContestState } from './board.ts';
import { closingTime } from './closing-time.ts';

/** Units whose results are public: their polls have closed, or never were open. */
export type ClosedUnits = 'all' | ReadonlySet<UnitId>;

/** Whether the public knows what a unit counts. */
export function isPublic({ closedUnits }: ContestState, unit: UnitId): boolean {
  return closedUnits === 'all' || closedUnits.has(unit);
}

/** What has been counted where the public knows of it. */
export function publicCells(state: ContestState): ReadonlyMap<UnitId, UnitCells> {
  if (state.closedUnits === 'all') return state.cells;
  return new Map([...state.cells].filter(([unit]) => isPublic(state, unit)));
}

/** How many reports wait, where the public may know. */
export function publicHolds(state: ContestState): number {
  return sum([...state.pending].map(([unit, holds]) => (isPublic(state, unit) ? holds.length : 0)));
}

/**
 * When a unit's results become public, in the night's time; null where nothing is waited for. By
 * `publishFrom` that is the unit's own closing, or the contest's last.
 */
function publicFrom(contest: Contest): (unit: Unit) => Instant | null {
  const last = closingTime(contest);
  return contest.publishFrom === 'last'
    ? () => last
    : ({ pollsClose }) => pollsClose ?? contest.pollsClose;
}

/** The units that nothing is waited for in. */
export function neverOpen(contest: Contest): ClosedUnits {
  if (closingTime(contest) === null) return 'all';
  const from = publicFrom(contest);
  return new Set(contest.units.filter((unit) => from(unit) === null).map(({ id }) => id));
}

/**
 * The units whose results are public once another definition holds: what was shown stays, but a unit of
 * which nothing is counted waits for a closing that is still to come, as does the last call.
 *
 * @param now the night's time
 */
export function publicUnder(state: ContestState, after: Contest, now: Instant): ClosedUnits {
  const last = closingTime(after);
  if (last === null || (state.closedUnits === 'all' && last <= now)) return 'all';
  const from = publicFrom(after);
  const shown = after.units.filter((unit) => {
    const time = from(unit);
    if (time === null) return true;
    return isPublic(state, unit.id) && (time <= now || state.cells.has(unit.id));
  });
  return new Set(shown.map(({ id }) => id));
}

/** The next moment at which more becomes public; null where all is. */
export function nextClosing(state: ContestState): Instant | null {
  if (state.closedUnits === 'all') return null;
  const from = publicFrom(state.contest);
  let next = closingTime(state.contest);
  for (const unit of state.contest.units) {
    if (isPublic(state, unit.id)) continue;
    const time = from(unit);
    if (time !== null && (next === null || time < next)) next = time;
  }
  return next;
}

/** The units that a closing makes public: all of them once the last polls have closed. */
export function unitsClosing(state: ContestState, time: Instant): 'all' | readonly UnitId[] {
  const last = closingTime(state.contest);
  if (last === null || time >= last) return 'all';
  const from = publicFrom(state.contest);
  return state.contest.units
    .filter((unit) => !isPublic(state, unit.id) && (from(unit) ?? last) <= time)
    .map(({ id }) => id);
}

/** Whether another definition would make public earlier what is not yet; a unit that is new has nothing to show. */
export function opensEarlier(state: ContestState, after: Contest): boolean {
  const before = new Map(state.contest.units.map((unit) => [unit.id, unit]));
  const was = publicFrom(state.contest);
  const is = publicFrom(after);
  return after.units.some((unit) => {
    const known = before.get(unit.id);
    if (known === undefined || isPublic(state, unit.id)) return false;
    const from = was(known);
    const now = is(unit);
    return from !== null && (now === null || now < from);
  });
}
