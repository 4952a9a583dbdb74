import { type Line, lineOf } from '../election/rule.ts';
import { namesOf } from './because.ts';
import type { Terms } from './field.ts';
import type { Known } from './known.ts';
import { sideOfLine } from './line-of-votes.ts';
import { placesToFill } from './places-to-fill.ts';
import { namedByVotes, type Ranked, subjectOf } from './ranking.ts';
import { shortNames } from './short-names.ts';
import type { SentenceArgs } from './standing.ts';

type Place = Pick<Known, 'definition' | 'tally' | 'counted'>;

/** Where the one whom the contest is about stands: against the line, or against whoever is next. */
export function placeArgs(known: Place): SentenceArgs {
  const line = lineOf(known.definition.contest.rule);
  return line === null ? againstNext(known) : againstLine(known, line);
}

const NOBODY: SentenceArgs = { place: 'place.nobody' };

function againstLine({ definition, tally, counted }: Place, line: Line): SentenceArgs {
  const subject = subjectOf(definition.contest, tally.votes);
  if (subject === null) return NOBODY;
  return {
    ...shareArgs(definition.contest, subject, counted),
    ...lineArgs(line),
    place: placeKey(subject, counted, line),
  };
}

function placeKey({ votes }: Ranked, counted: number, line: Line): string {
  const side = sideOfLine(votes, counted, line);
  if (side === 0) return line.strict ? 'place.exact' : 'place.exact-enough';
  return side > 0 ? 'place.over' : 'place.under';
}

export function lineArgs({ num, den, strict }: Line): SentenceArgs {
  return { num, den, strict: strict ? 1 : 0 };
}

function shareArgs(terms: Terms, { id, votes }: Ranked, total: number): SentenceArgs {
  return { name: shortNames(terms).get(id) ?? id, votes, total };
}

/** The last who has a place so far, and the first who has none. */
function againstNext({ definition, tally, counted }: Place): SentenceArgs {
  const { contest } = definition;
  const ranked = namedByVotes(contest, tally.votes);
  const places = placesToFill(contest.rule);
  const [last, next] = [ranked[places - 1], ranked[places]];
  if (last === undefined || next === undefined) {
    const first = subjectOf(contest, tally.votes);
    if (first === null) return NOBODY;
    return { ...shareArgs(contest, first, counted), place: 'place.share' };
  }
  if (last.votes === next.votes) {
    const level = ranked.filter(({ votes }) => votes === last.votes).map(({ id }) => id);
    const key = places === 1 ? 'place.level-first' : 'place.level-last';
    return { tied: namesOf(contest, level), ...shareArgs(contest, last, counted), place: key };
  }
  const rival = shortNames(contest).get(next.id) ?? next.id;
  const margin = last.votes - next.votes;
  return {
    ...shareArgs(contest, last, counted),
    rival,
    margin,
    places,
    place: leadKey(contest, places),
  };
}

function leadKey({ rule }: Terms, places: number): string {
  if (rule.type === 'top-n') return 'place.last-round';
  return places === 1 ? 'place.ahead' : 'place.last-seat';
}
