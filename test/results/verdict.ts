import type { SmallContest } from './small-contest.ts';

/** What became of a choice in one ending. */
export type Fate = 'won' | 'advanced' | 'tied' | 'out';

export interface Verdict {
  /** How it was decided. */
  readonly by: 'nothing' | 'win' | 'second-round' | 'nobody';
  readonly fates: readonly Fate[];
}

/**
 * How a contest ends with these votes, straight from the rule and in BigInt. `poolIsSomeone`: whether
 * all votes of a write-in line are for one person who can win.
 */
export function verdictOf(
  contest: SmallContest,
  votes: readonly number[],
  poolIsSomeone: boolean,
): Verdict {
  const { parts, rule } = contest;
  const total = votes.reduce((sum, own) => sum + BigInt(own), 0n);
  const able = parts.flatMap((part, at) =>
    part === 'named' || (part === 'pool' && poolIsSomeone) ? [at] : [],
  );
  if (total === 0n) return { by: 'nothing', fates: parts.map(() => 'tied') };
  if (rule.type === 'plurality')
    return { by: 'win', fates: byPlaces(contest, votes, able, rule.seats, 'won') };
  if (rule.type === 'top-n')
    return { by: 'second-round', fates: byPlaces(contest, votes, able, rule.advance, 'advanced') };
  const over = (at: number) => isOver(rule, BigInt(votes[at] ?? 0), total);
  if (contest.isMeasure) {
    const isPassed = over(0);
    return {
      by: isPassed ? 'win' : 'nobody',
      fates: parts.map((_, at) => (at === 0 && isPassed ? 'won' : 'out')),
    };
  }
  const clearing = able.filter(over);
  if (clearing.length > 0)
    return { by: 'win', fates: byPlaces(contest, votes, clearing, 1, 'won') };
  const places = rule.advance ?? 0;
  if (places === 0) return { by: 'nobody', fates: parts.map(() => 'out') };
  return { by: 'second-round', fates: byPlaces(contest, votes, able, places, 'advanced') };
}

type LineRule = Extract<SmallContest['rule'], { type: 'majority' | 'share' }>;

function isOver(rule: LineRule, votes: bigint, total: bigint): boolean {
  if (rule.type === 'majority') return 2n * votes > total;
  const [left, right] = [BigInt(rule.den) * votes, BigInt(rule.num) * total];
  return rule.strict ? left > right : left >= right;
}

/** The first so many of these; who is level with others across the last place is tied. */
function byPlaces(
  { parts }: SmallContest,
  votes: readonly number[],
  those: readonly number[],
  places: number,
  inside: Fate,
): readonly Fate[] {
  return parts.map((_, at) => {
    if (!those.includes(at)) return 'out';
    const own = votes[at] ?? 0;
    const others = those.filter((other) => other !== at).map((other) => votes[other] ?? 0);
    if (others.filter((other) => other > own).length >= places) return 'out';
    return others.filter((other) => other >= own).length < places ? inside : 'tied';
  });
}
