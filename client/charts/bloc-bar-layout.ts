import { cumsum, descending, sort } from 'd3';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Line } from '../../shared/election/rule.ts';
import { barEnd, type Span, TRACK } from './track-layout.ts';

interface Voted {
  readonly votes: number;
}

export interface BlocInput {
  readonly id: string;
  readonly votes: number;
  readonly choices: readonly { readonly id: ChoiceId; readonly votes: number }[];
}

export interface Segment extends Span {
  readonly choice: ChoiceId;
  readonly bloc: string;
  /** The choice with the most votes of its bloc. */
  readonly first: boolean;
}

/**
 * One bar of all votes: the largest bloc from the left edge, the second from the right, others
 * between them; in a bloc the largest choice is at the edge. A bloc is on its side of the line as
 * whole numbers say.
 */
export function blocSegments(
  blocs: readonly BlocInput[],
  total: number,
  line: Line | null,
): readonly Segment[] {
  if (total === 0) return [];
  const [left, right, ...between] = sort(blocs, byVotes);
  const leftEnd = left === undefined ? 0 : barEnd({ num: left.votes, den: total }, line);
  const rightVotes = right?.votes ?? 0;
  const rightStart =
    right === undefined ? leftEnd : barEnd({ num: total - rightVotes, den: total }, line);
  return [
    ...(left === undefined ? [] : segmentsIn(left, 0, leftEnd)),
    ...betweenSegments(between, leftEnd, Math.max(leftEnd, rightStart)),
    ...(right === undefined ? [] : segmentsIn(right, TRACK, Math.max(leftEnd, rightStart))),
  ];
}

function betweenSegments(blocs: readonly BlocInput[], start: number, end: number): Segment[] {
  const ends = placesBetween(blocs, start, end);
  return blocs.flatMap((bloc, at) => segmentsIn(bloc, ends[at - 1] ?? start, ends[at] ?? start));
}

/** A bloc's choices from one edge to the other, in proportion; the edge may be on the right. */
function segmentsIn(bloc: BlocInput, edge: number, inner: number): Segment[] {
  const order = sort(bloc.choices, byVotes);
  const ends = placesBetween(order, edge, inner);
  return order.map(({ id }, at) => {
    const [from, to] = [ends[at - 1] ?? edge, ends[at] ?? edge];
    return {
      choice: id,
      bloc: bloc.id,
      first: at === 0,
      start: Math.min(from, to),
      end: Math.max(from, to),
    };
  });
}

/** Where each of several ends, laid one after the other from `from` to `to` in proportion to their votes. */
function placesBetween(of: readonly Voted[], from: number, to: number): readonly number[] {
  const sums = cumsum(of, ({ votes }) => votes);
  const all = sums.at(-1) ?? 0;
  // The last one ends at the edge itself, not a rounding error beside it.
  return Array.from(sums, (sum) => (sum === all ? to : from + ((to - from) * sum) / all));
}

function byVotes(one: Voted, other: Voted): number {
  return descending(one.votes, other.votes);
}
