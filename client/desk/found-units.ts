import type { UnitId } from '../../shared/basics/ids.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { DeskHold } from '../../shared/wire/desk-messages.ts';
import type { Draft } from './draft.ts';
import type { ListedUnit } from './listed-unit.ts';
import type { Sending } from './outbox.ts';
import type { FoundUnit } from './unit-finder.tsx';
import { unitStatus } from './unit-status.ts';

/** The units as the list shows them: what is on its way says more than what is held, and that more than a draft. */
export function foundUnits(of: {
  contest: Contest;
  units: readonly ListedUnit[];
  drafts: ReadonlyMap<string, Draft>;
  waiting: readonly Sending[];
  holds: readonly DeskHold[];
}): readonly FoundUnit[] {
  const { contest } = of;
  const unitsOf = (places: Iterable<{ contest: string; unit: UnitId }>) =>
    new Set([...places].filter((place) => place.contest === contest.id).map(({ unit }) => unit));
  const waits = [
    ['sending', unitsOf(of.waiting.map(({ report }) => report))],
    ['held', unitsOf(of.holds)],
    ['draft', unitsOf(of.drafts.values())],
  ] as const;
  return of.units.map((listed) => ({
    unit: listed.unit,
    name: listed.name,
    parent: listed.parent,
    status: unitStatus(contest, listed),
    waits: waits.find(([, units]) => units.has(listed.unit))?.[0] ?? null,
  }));
}
