import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Line } from '../../shared/election/rule.ts';
import { barEnd, type Span, TRACK } from './track-layout.ts';

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
  const [left, right, ...between] = [...blocs].sort((one, other) => other.votes - one.votes);
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
  const votes = blocs.reduce((sum, bloc) => sum + bloc.votes, 0);
  let at = start;
  return blocs.flatMap((bloc) => {
    const from = at;
    at += votes === 0 ? 0 : ((end - start) * bloc.votes) / votes;
    return segmentsIn(bloc, from, at);
  });
}

/** A bloc's choices from one edge to the other, in proportion; the edge may be on the right. */
function segmentsIn(bloc: BlocInput, edge: number, inner: number): Segment[] {
  const order = [...bloc.choices].sort((one, other) => other.votes - one.votes);
  let votes = 0;
  const place = () => (bloc.votes === 0 ? edge : edge + ((inner - edge) * votes) / bloc.votes);
  return order.map(({ id, votes: own }, at) => {
    const from = place();
    votes += own;
    const to = place();
    return {
      choice: id,
      bloc: bloc.id,
      first: at === 0,
      start: Math.min(from, to),
      end: Math.max(from, to),
    };
  });
}
