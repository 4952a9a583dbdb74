import { assertNever } from '../basics/assert.ts';
import { lineOf } from '../election/rule.ts';
import { namesOf } from './because.ts';
import { endingArgs } from './ending-args.ts';
import type { Draft, Known } from './known.ts';
import { leftArgs } from './left-args.ts';
import { placeArgs } from './place-args.ts';

/** What arithmetic proves, without the words that belong to calls; null while nothing is decided. */
export function provedSentence(known: Known): Draft | null {
  const { definition, outcome } = known;
  const { contest } = definition;
  const place = placeArgs(known);
  const args = { ...place, ...leftArgs(known) };
  const isExact = place.place === 'place.exact' || place.place === 'place.exact-enough';
  const exact = isExact ? '-exact' : '';
  switch (outcome.state) {
    case 'open':
    case 'uncontested':
      return null;
    case 'win-certain': {
      const names = namesOf(contest, outcome.winners);
      if (lineOf(contest.rule) !== null)
        return { key: `proved.win${isExact ? '-exact' : '-line'}`, args };
      return {
        key: place.place === 'place.ahead' ? 'proved.win' : 'proved.wins',
        args: { ...args, names },
      };
    }
    case 'runoff-certain':
      return { key: 'proved.runoff', args: { ...args, ...endingArgs(known) } };
    case 'advance-certain': {
      const names = namesOf(contest, outcome.advancing);
      return {
        key: names.length === 1 ? 'proved.advance-alone' : 'proved.advance',
        args: { ...args, names },
      };
    }
    case 'pass-certain':
      return { key: `proved.pass${exact}`, args };
    case 'fail-certain':
      if (contest.kind === 'candidate') return { key: 'proved.no-winner', args };
      return { key: `proved.fail${exact}`, args };
    case 'tied': {
      const isFirst = place.place !== 'place.level-last';
      return {
        key: isFirst ? 'proved.tied-first' : 'proved.tied-last',
        args: { ...args, tied: namesOf(contest, outcome.tied) },
      };
    }
    default:
      return assertNever(outcome.state);
  }
}
