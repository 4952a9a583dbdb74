import type { SmallContest } from './small-contest.ts';

/**
 * Every count that a contest can end with: all ways to mark at most so many more ballots, each for no
 * more choices than is allowed. Reckoned ballot by ballot, so that nothing is taken from the formulas
 * that it checks.
 */
export function endings(contest: SmallContest): readonly (readonly number[])[] {
  const marks = waysToMark(contest.parts.length, contest.votesAllowed);
  let reached = new Map([[contest.votes.join(), contest.votes]]);
  for (let ballot = 0; ballot < contest.ballots; ballot += 1) {
    const next = new Map(reached);
    for (const votes of reached.values())
      for (const mark of marks) {
        const after = votes.map((own, at) =>
          contest.parts[at] === 'void' ? 0 : own + (mark.includes(at) ? 1 : 0),
        );
        next.set(after.join(), after);
      }
    reached = next;
  }
  return [...reached.values()];
}

/** Sets of at most `allowed` of the choices. */
function waysToMark(choices: number, allowed: number): readonly (readonly number[])[] {
  const all = Array.from({ length: 2 ** choices }, (_, bits) =>
    Array.from({ length: choices }, (_, at) => at).filter((at) => (bits >> at) & 1),
  );
  return all.filter((mark) => mark.length <= allowed);
}
