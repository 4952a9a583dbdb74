import type { ChoiceId } from '../basics/ids.ts';
import type { Votes } from '../count/tally.ts';
import type { Contest } from '../election/contest.ts';
import { lineOf } from '../election/rule.ts';
import { clears } from '../results/line-of-votes.ts';

/** Who leads, all of them where several are level, and on which side of the line. */
export interface Lead {
  readonly leaders: readonly ChoiceId[];
  /** Of a measure: whether the answer that passes it is. False too where the rule has no line. */
  readonly overLine: boolean;
}

/** The lead as the votes have it; nobody leads while nothing is counted. */
export function leadOf(contest: Contest, votes: Votes): Lead {
  const counted = contest.choices.filter((choice) => choice.counts);
  const votesOf = (id: ChoiceId) => (Object.hasOwn(votes, id) ? (votes[id] ?? 0) : 0);
  const total = counted.reduce((sum, choice) => sum + votesOf(choice.id), 0);
  const most = counted.reduce((max, choice) => Math.max(max, votesOf(choice.id)), 0);
  if (most === 0) return { leaders: [], overLine: false };
  const leaders = counted.filter((choice) => votesOf(choice.id) === most);
  const line = lineOf(contest.rule);
  const passing = counted.find((choice) => choice.passes);
  const judged = contest.kind === 'measure' && passing ? votesOf(passing.id) : most;
  const overLine = line !== null && clears(judged, total, line);
  return { leaders: leaders.map((choice) => choice.id), overLine };
}

export function sameLead(one: Lead, other: Lead): boolean {
  return one.overLine === other.overLine && one.leaders.join(' ') === other.leaders.join(' ');
}
