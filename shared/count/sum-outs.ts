import type { GroupOut } from './group-out.ts';
import type { Out } from './tally.ts';

/** What the groups have out together. `isExpected`: whether any unit states an expected vote. */
export function sumOuts(outs: readonly GroupOut[], isExpected: boolean): Out {
  const of = (number: (out: GroupOut) => number) => outs.reduce((sum, out) => sum + number(out), 0);
  return {
    incomplete: of((out) => out.incomplete),
    byGroup: {
      registration: of((out) => out.byGroup.registration),
      turnout: of((out) => out.byGroup.turnout),
      unknown: of((out) => out.byGroup.unknown),
    },
    byRegistration: {
      ballots: of((out) => out.byRegistration.ballots),
      unknown: of((out) => out.byRegistration.unknown),
      overBound: of((out) => out.byRegistration.overBound),
    },
    overBound: of((out) => out.overBound),
    expected: isExpected ? of((out) => out.expected) : null,
    expectedUnknown: of((out) => out.expectedUnknown),
    overExpected: of((out) => out.overExpected),
  };
}
