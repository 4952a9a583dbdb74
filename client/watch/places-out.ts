import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { CountyTally, Tally, UnitCounts } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { METHODS, type Method } from '../../shared/election/method.ts';
import type { Fraction } from '../charts/fraction.ts';
import { shareOf } from './share-of.ts';

/** A county from which votes are still expected, with one choice's share of what it has so far. */
export interface PlaceOut {
  readonly county: string;
  /** Votes that the estimate still has out here. */
  readonly out: number;
  readonly units: UnitCounts;
  readonly share: Fraction;
  /** The same for each kind of vote that has come from here. */
  readonly methods: readonly { readonly method: Method; readonly share: Fraction }[];
}

/** Where votes are still out by the estimate, most first. */
export function placesOut(
  contest: Definition['contest'],
  { counties }: Pick<Tally, 'counties'>,
  choice: ChoiceId,
): readonly PlaceOut[] {
  return Object.entries(counties)
    .filter(([name, { expectedOut }]) => name !== '' && expectedOut > 0)
    .map(([county, tally]) => placeOf(contest, county, tally, choice))
    .sort((one, other) => other.out - one.out);
}

function placeOf(
  contest: Definition['contest'],
  county: string,
  { votes, units, expectedOut }: CountyTally,
  choice: ChoiceId,
): PlaceOut {
  const methods = METHODS.flatMap((method) => {
    const share = shareOf(contest, votes[method], choice);
    return share.den === 0 ? [] : [{ method, share }];
  });
  const sum = (pick: (share: Fraction) => number) =>
    methods.reduce((all, { share }) => all + pick(share), 0);
  const share = { num: sum(({ num }) => num), den: sum(({ den }) => den) };
  return { county, out: expectedOut * contest.votesAllowed, units, share, methods };
}
