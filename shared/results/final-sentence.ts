import { assertNever } from '../basics/assert.ts';
import { lineOf } from '../election/rule.ts';
import { namesOf } from './because.ts';
import { endingArgs } from './ending-args.ts';
import type { Draft, Known } from './known.ts';
import { placeArgs } from './place-args.ts';
import type { SentenceArgs } from './standing.ts';

/** What a certified count says. */
export function finalSentence(known: Known): Draft {
  const place = placeArgs(known);
  const body = finalBody(known, place);
  return { key: 'certified', args: { ...place, ...body.args, body: body.key } };
}

function finalBody(known: Known, place: SentenceArgs): Draft {
  const { definition, outcome } = known;
  const { contest } = definition;
  const isExact = place.place === 'place.exact' || place.place === 'place.exact-enough';
  const exact = isExact ? '-exact' : '';
  switch (outcome.state) {
    case 'open':
    case 'uncontested':
      return { key: 'final.open', args: {} };
    case 'win-certain': {
      const names = namesOf(contest, outcome.winners);
      if (lineOf(contest.rule) !== null)
        return { key: isExact ? 'final.won-exact' : 'final.won-line', args: { names } };
      return {
        key: place.place === 'place.ahead' ? 'final.won' : 'final.won-all',
        args: { names },
      };
    }
    case 'runoff-certain':
      return { key: 'final.runoff', args: { ...finished(place), ...endingArgs(known) } };
    case 'advance-certain': {
      const names = namesOf(contest, outcome.advancing);
      return { key: names.length === 1 ? 'final.advance-alone' : 'final.advance', args: { names } };
    }
    case 'pass-certain':
      return { key: `final.passed${exact}`, args: {} };
    case 'fail-certain':
      if (contest.kind === 'candidate') return { key: 'final.no-winner', args: finished(place) };
      return { key: `final.failed${exact}`, args: {} };
    case 'tied':
      return { key: 'final.tied', args: { tied: namesOf(contest, outcome.tied) } };
    default:
      return assertNever(outcome.state);
  }
}

/** Over and under in the past tense. */
function finished({ place }: SentenceArgs): SentenceArgs {
  const past = { 'place.over': 'finish.over', 'place.under': 'finish.under' } as const;
  if (place === 'place.over' || place === 'place.under') return { place: past[place] };
  return {};
}
