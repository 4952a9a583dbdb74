import { canonicalText } from '../basics/canonical-text.ts';
import type { Choice, Contest, Unit } from '../election/contest.ts';

/**
 * A definition that is loaded again, with what was amended since the last loading: an amendment stays
 * unless the new file says otherwise than the last one did.
 *
 * @param before the contest as it was loaded last; undefined where it was not
 * @param now the contest as amended
 */
export function carryAmendments(
  before: Contest | undefined,
  now: Contest,
  loaded: Contest,
): Contest {
  if (before === undefined) return loaded;
  const unitsBefore = byId(before.units);
  const unitsNow = byId(now.units);
  const choicesBefore = byId(before.choices);
  const choicesNow = byId(now.choices);
  return {
    ...loaded,
    ...newer(before, now, loaded, ['late', 'lateNone', 'pollsClose', 'certified', 'next']),
    units: loaded.units.map((unit) => carryUnit(unitsBefore, unitsNow, unit)),
    choices: loaded.choices.map((choice) => carryChoice(choicesBefore, choicesNow, choice)),
  };
}

function carryUnit(
  before: ReadonlyMap<string, Unit>,
  now: ReadonlyMap<string, Unit>,
  loaded: Unit,
): Unit {
  const old = before.get(loaded.id);
  const current = now.get(loaded.id);
  if (old === undefined || current === undefined) return loaded;
  return {
    ...loaded,
    ...newer(old, current, loaded, ['registered', 'expected', 'turnout', 'pollsClose']),
  };
}

function carryChoice(
  before: ReadonlyMap<string, Choice>,
  now: ReadonlyMap<string, Choice>,
  loaded: Choice,
): Choice {
  const old = before.get(loaded.id);
  const current = now.get(loaded.id);
  if (old === undefined || current === undefined) return loaded;
  return { ...loaded, ...newer(old, current, loaded, ['withdrawn', 'eligible', 'counts']) };
}

/** Of each key: what was amended, unless the loaded value is another than before. */
function newer<Thing, Key extends keyof Thing>(
  before: Thing,
  now: Thing,
  loaded: Thing,
  keys: readonly Key[],
): Pick<Thing, Key> {
  const same = (key: Key) => canonicalText(before[key]) === canonicalText(loaded[key]);
  return Object.fromEntries(keys.map((key) => [key, same(key) ? now[key] : loaded[key]])) as Pick<
    Thing,
    Key
  >; // made of exactly these keys
}

function byId<Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
