import type { Amendment } from '../election/amendment.ts';
import type { Choice, Contest, Unit } from '../election/contest.ts';

/** The contest with an amendment's changes; what the amendment leaves out stays. */
export function amendContest(contest: Contest, changes: Amendment): Contest {
  const { late, lateNone, units, choices, pollsClose, certified, next } = changes;
  return {
    ...contest,
    // Whoever states late ballots takes back the statement that there are none.
    ...(late === undefined ? {} : { late, lateNone: late.length > 0 ? null : contest.lateNone }),
    ...(lateNone === undefined ? {} : { lateNone }),
    ...(pollsClose === undefined ? {} : { pollsClose }),
    ...(certified === undefined ? {} : { certified }),
    ...(next === undefined ? {} : { next }),
    units:
      units === undefined ? contest.units : contest.units.map((unit) => amendUnit(unit, units)),
    choices:
      choices === undefined
        ? contest.choices
        : contest.choices.map((choice) => amendChoice(choice, choices)),
  };
}

function amendUnit(unit: Unit, units: NonNullable<Amendment['units']>): Unit {
  const change = Object.hasOwn(units, unit.id) ? units[unit.id] : undefined;
  if (change === undefined) return unit;
  return { ...unit, ...change, turnout: { ...unit.turnout, ...change.turnout } };
}

function amendChoice(choice: Choice, choices: NonNullable<Amendment['choices']>): Choice {
  const change = Object.hasOwn(choices, choice.id) ? choices[choice.id] : undefined;
  return change === undefined ? choice : { ...choice, ...change };
}
