import type { Instant } from '../basics/instant.ts';
import type { Tally } from '../count/tally.ts';
import type { Definition } from '../election/definition.ts';
import { labelsOf } from '../election/labels-of.ts';
import { type Line, lineOf } from '../election/rule.ts';
import { blocsOf } from './blocs-of.ts';
import { type Field, fieldOf, type Terms, totalOf, votesAt } from './field.ts';
import { judgedCalls } from './judged-calls.ts';
import { clears, votesToClear } from './line-of-votes.ts';
import { offsetTime } from './offset-time.ts';
import { outcomeFrom, proofOf } from './outcome-of.ts';
import { ballotsOut, outstandingOf } from './outstanding-of.ts';
import type { Proof } from './proof.ts';
import { needsOf, rangeOf } from './ranges.ts';
import { subjectOf } from './ranking.ts';
import { mayBeRecounted } from './recount-of.ts';
import { reportingOf } from './reporting-of.ts';
import { sentenceOf } from './sentence-of.ts';
import { shareTexts } from './share-texts.ts';
import type { ChoiceStanding, LineStanding, Standing } from './standing.ts';

/** Where in the record a tally stands. */
export interface Place {
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
}

/** Everything that follows from a definition and a tally, in the contract's names and in votes. */
export function standingOf(definition: Definition, tally: Tally, place: Place): Standing {
  const { contest, election } = definition;
  const out = ballotsOut(contest, tally);
  const proof = proofOf(contest, tally, out);
  const counted = totalOf(contest, tally.votes);
  const outcome = outcomeFrom(contest, tally, proof, out);
  const calls = judgedCalls(contest, tally.calls, proof);
  const outstanding = outstandingOf(contest, out, counted);
  return {
    contest: contest.id,
    definitionVersion: definition.version,
    seq: place.seq,
    at: place.at,
    nightAt: offsetTime(place.nightAt, election.timeZone),
    asOf: tally.asOf === null ? null : offsetTime(tally.asOf, election.timeZone),
    open: tally.open,
    counted,
    choices: choicesOf(contest, tally, proof, { bound: out.bound, expected: out.expected }),
    line: lineStanding(contest, tally, counted),
    reporting: reportingOf(tally.units),
    outstanding,
    outcome,
    blocs: blocsOf(contest, tally.votes),
    sentence: sentenceOf({ definition, tally, counted, calls, outcome, outstanding }),
    calls,
    notices: tally.notices,
    corrections: tally.corrections,
    amendments: tally.amendments ?? [],
    holds: tally.holds,
    locked: tally.locked,
    recount: mayBeRecounted(contest, tally),
    certified: contest.certified,
    stage: election.stage,
    labels: labelsOf(election),
  };
}

/** `ballots`: that can still come, at most and as expected. */
function choicesOf(
  terms: Terms,
  { votes }: Tally,
  { statuses }: Proof,
  ballots: { readonly bound: number | null; readonly expected: number | null },
): readonly ChoiceStanding[] {
  const now = fieldOf(terms, votes, 0);
  const bounded = ballots.bound === null ? null : { ...now, ballots: ballots.bound };
  const expected = ballots.expected === null ? null : { ...now, ballots: ballots.expected };
  const texts = shareTexts(terms, votes);
  const line = lineOf(terms.rule);
  return terms.choices.map(({ id, name, party, passes }, at) => {
    const asked = terms.kind === 'candidate' || passes ? line : null;
    const own = votes[id] ?? 0;
    const isVoid = now.parts[at] === 'void';
    return {
      id,
      name,
      party,
      votes: own,
      share: isVoid || now.total === 0 ? null : own / now.total,
      shareText: texts[at] ?? '',
      rank: rankOf(now, at),
      overLine: !isVoid && line !== null && now.total > 0 && clears(own, now.total, line),
      bounds: bounded && rangeOf(bounded, at),
      needs: bounded && asked && needsOf(bounded, at, asked),
      ifExpected: expected && ifExpected(expected, at, asked),
      status: statuses[at] ?? 'open',
    };
  });
}

function ifExpected(field: Field, at: number, line: Line | null): ChoiceStanding['ifExpected'] {
  const range = rangeOf(field, at);
  const needs = line && needsOf(field, at, line);
  return range && { min: range.min, max: range.max, needs };
}

/** By votes, equal votes sharing a rank; behind all others where votes do not count. */
function rankOf(field: Field, at: number): number {
  const isVoid = field.parts[at] === 'void';
  const own = votesAt(field, at);
  return (
    1 +
    field.votes.filter((votes, other) => field.parts[other] !== 'void' && (isVoid || votes > own))
      .length
  );
}

function lineStanding(terms: Terms, { votes }: Tally, counted: number): LineStanding | null {
  const line = lineOf(terms.rule);
  if (line === null) return null;
  const toClear = votesToClear(counted, line);
  const leader = subjectOf(terms, votes)?.votes ?? 0;
  return { ...line, votesToClear: toClear, leaderShortBy: toClear - leader };
}
