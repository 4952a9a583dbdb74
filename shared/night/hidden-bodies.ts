import type { Board } from './board.ts';

/**
 * Whether an entry's body is kept from the public: a report that is held, was rejected or came before
 * the polls closed, a call or amendment that nobody has confirmed. That there is such an entry is public.
 */
export function isHidden(board: Board, seq: number): boolean {
  return board.hidden.has(seq);
}
