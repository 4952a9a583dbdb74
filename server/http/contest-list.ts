import type { ContestState } from '../../shared/night/board.ts';
import type { Standing } from '../../shared/results/standing.ts';

const LEADERS = 3;

/** A contest in a list: enough to say how it stands. */
export function listedContest(state: ContestState, now: Standing) {
  return {
    id: now.contest,
    name: state.contest.name,
    election: state.election,
    seq: now.seq,
    definitionVersion: now.definitionVersion,
    nightAt: now.nightAt,
    asOf: now.asOf,
    open: now.open,
    counted: now.counted,
    leaders: leadersOf(now),
    line: now.line,
    reporting: now.reporting,
    outcome: now.outcome,
    calls: now.calls,
    holds: now.holds,
    certified: now.certified,
    stage: now.stage,
    locked: now.locked,
    labels: now.labels,
  };
}

/** The first few with votes, best first; equal votes in ballot order. */
function leadersOf({ choices }: Standing) {
  return choices
    .filter(({ votes }) => votes > 0)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, LEADERS)
    .map(({ id, name, party, votes, share, shareText, rank, status }) => ({
      id,
      name,
      party,
      votes,
      share,
      shareText,
      rank,
      status,
    }));
}
