import type { ChoiceId, UnitId } from '../basics/ids.ts';
import { sum } from '../basics/sum.ts';
import type { Cell, Count, UnitCells } from '../count/cell.ts';
import type { Method } from '../election/method.ts';

/** Of fewer votes, and of votes for one choice alone, two precincts may well have the same count. */
const FEWEST = 50;
const FEWEST_FOR_TWO = 150;

/** Units by what they count, for each collection of cells that was asked about. */
const indexes = new WeakMap<ReadonlyMap<UnitId, UnitCells>, Map<string, Set<UnitId>>>();

/**
 * Another unit that has, by the same method, the same number of votes for every choice: a row that was
 * copied, for all one can tell. null where there is none, or where the count is too small to say.
 */
export function twinOf(
  cells: ReadonlyMap<UnitId, UnitCells>,
  unit: UnitId,
  method: Method,
  count: Count,
): UnitId | null {
  const key = keyOf(method, count);
  if (key === null) return null;
  for (const other of indexOf(cells).get(key) ?? []) {
    const cell = cells.get(other)?.get(method);
    // The index never forgets: what was there may have been reported otherwise since.
    if (other !== unit && cell !== undefined && keyOf(method, cell) === key && fits(cell, count))
      return other;
  }
  return null;
}

/** To be told of what a unit has now, wherever cells change. */
export function noteForTwins(
  cells: ReadonlyMap<UnitId, UnitCells>,
  unit: UnitId,
  now: UnitCells,
): void {
  const index = indexes.get(cells);
  if (index !== undefined) add(index, unit, now);
}

function indexOf(cells: ReadonlyMap<UnitId, UnitCells>): ReadonlyMap<string, Set<UnitId>> {
  const known = indexes.get(cells);
  if (known !== undefined) return known;
  const index = new Map<string, Set<UnitId>>();
  for (const [unit, own] of cells) add(index, unit, own);
  indexes.set(cells, index);
  return index;
}

function add(index: Map<string, Set<UnitId>>, unit: UnitId, cells: UnitCells): void {
  for (const [method, cell] of cells) {
    const key = keyOf(method, cell);
    if (key === null) continue;
    const same = index.get(key);
    if (same === undefined) index.set(key, new Set([unit]));
    else same.add(unit);
  }
}

/** The votes as one text; null where so many may be the same by chance. */
function keyOf(method: Method, { votes }: Count): string | null {
  // Object.entries forgets the brand.
  const some = (Object.entries(votes) as [ChoiceId, number][]).filter(([, number]) => number > 0);
  const fewest = some.length > 2 ? FEWEST : FEWEST_FOR_TWO;
  if (some.length < 2 || sum(some.map(([, number]) => number)) < fewest) return null;
  const counts = some.map(([choice, number]) => `${choice}=${number}`).sort();
  return `${method} ${counts.join(' ')}`;
}

/** What both say beside the votes is the same. */
function fits(one: Cell, other: Count): boolean {
  return (['ballotsCast', 'overvotes', 'undervotes'] as const).every(
    (number) => one[number] === null || other[number] === null || one[number] === other[number],
  );
}
