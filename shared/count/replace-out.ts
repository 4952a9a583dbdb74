import type { GroupOut } from './group-out.ts';
import { keptIfSame } from './kept-if-same.ts';
import type { Out } from './tally.ts';

/** The same sums with one group's part replaced; untouched parts stay the same objects. */
export function replaceOut(out: Out, was: GroupOut, is: GroupOut): Out {
  const moved = (number: (of: Out | GroupOut) => number) => number(out) - number(was) + number(is);
  return keptIfSame(out, {
    incomplete: moved((of) => of.incomplete),
    byGroup: keptIfSame(out.byGroup, {
      registration: moved((of) => of.byGroup.registration),
      turnout: moved((of) => of.byGroup.turnout),
      unknown: moved((of) => of.byGroup.unknown),
    }),
    byRegistration: keptIfSame(out.byRegistration, {
      ballots: moved((of) => of.byRegistration.ballots),
      unknown: moved((of) => of.byRegistration.unknown),
      overBound: moved((of) => of.byRegistration.overBound),
    }),
    overBound: moved((of) => of.overBound),
    expected: out.expected === null ? null : moved((of) => of.expected ?? 0),
    expectedUnknown: moved((of) => of.expectedUnknown),
    overExpected: moved((of) => of.overExpected),
  });
}
