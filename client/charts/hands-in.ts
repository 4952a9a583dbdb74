import type { ChoiceId } from '../../shared/basics/ids.ts';
import { type Frame, stepped, votesOf } from './frame.ts';

/** Votes in hand in a frame, all in the same parts of a vote: the leader's, everyone else's, and all there will be. */
export function handsIn(frame: Frame, leader: ChoiceId) {
  const inHand = stepped(frame, (figures) => votesOf(figures, leader));
  return {
    leader: inHand,
    rest: stepped(frame, ({ counted }) => counted) - inHand,
    total: stepped(frame, ({ total }) => total),
  };
}
