import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Standing } from '../../shared/results/standing.ts';

/** The whole numbers of one moment that pictures draw and print. */
export interface Figures {
  /** Choices whose votes count. */
  readonly votes: ReadonlyMap<ChoiceId, number>;
  /** The denominator of every share. */
  readonly counted: number;
  /** Counted and still out: what the closing bar is measured by. */
  readonly total: number;
}

export function figuresOf(standing: Standing): Figures {
  const counting = standing.choices.filter(({ share }) => share !== null || standing.counted === 0);
  return {
    votes: new Map(counting.map(({ id, votes }) => [id, votes])),
    counted: standing.counted,
    total: closingTotal(standing) ?? standing.counted,
  };
}

/** The votes that there will be in all: by the estimate, else at most; null where neither is known. */
function closingTotal({ outstanding, counted }: Standing): number | null {
  if (outstanding.expectedTotal !== null) return outstanding.expectedTotal;
  return outstanding.bound === null ? null : counted + outstanding.bound;
}

/** Whether a picture of both is the same picture. */
export function sameFigures(one: Figures, other: Figures): boolean {
  if (one.counted !== other.counted || one.total !== other.total) return false;
  if (one.votes.size !== other.votes.size) return false;
  return [...one.votes].every(([choice, votes]) => other.votes.get(choice) === votes);
}
