import type { AccountId } from '../../shared/basics/ids.ts';
import { type AmendmentEffect, amendmentEffect } from '../../shared/night/amendment-effect.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Claims } from '../../shared/night/claims-of.ts';
import { nextClosing } from '../../shared/night/public-units.ts';
import type {
  DeskAmendment,
  DeskCall,
  DeskDecisions,
  DeskProof,
  DeskReview,
  DoubtedClosing,
} from '../../shared/wire/desk-messages.ts';
import type { NameOf } from './desk-holds.ts';

/** What waits for an editor's word, as editors are shown it. */
export async function deskDecisions(board: Board, nameOf: NameOf): Promise<DeskDecisions> {
  // Read before the first wait: the board moves on meanwhile.
  const { seq } = board;
  const closings = doubtedClosings(board);
  const named = <Nameless extends { readonly by: AccountId }>(all: readonly Nameless[]) =>
    Promise.all(
      all.map(async (one) => ({ ...one, by: { id: one.by, name: await nameOf(one.by) } })),
    );
  const [calls, reviews, amendments] = await Promise.all([
    named(proposedCalls(board)),
    named(reviewsOf(board)),
    named(proposedAmendments(board)),
  ]);
  return { seq, closings, calls, reviews, amendments };
}

function doubtedClosings({ contests }: Board): readonly DoubtedClosing[] {
  return [...contests.values()]
    .filter(({ closingDoubted }) => closingDoubted)
    .map((state) => ({ contest: state.contest.id, pollsClose: nextClosing(state) }));
}

type Nameless<One> = Omit<One, 'by'> & { readonly by: AccountId };

function proposedCalls({ proposals, contests }: Board): readonly Nameless<DeskCall>[] {
  return [...proposals.values()]
    .filter(({ state }) => state === 'proposed')
    .map(({ state: _, ...call }) => ({
      ...call,
      leadChanged: (contests.get(call.contest)?.leaderSince ?? 0) > call.seq,
    }));
}

function reviewsOf({ retractions }: Board): readonly Nameless<DeskReview>[] {
  return [...retractions.values()]
    .filter(({ state }) => state === 'suspended')
    .map(({ state: _, ...review }) => review);
}

function proposedAmendments(board: Board): readonly Nameless<DeskAmendment>[] {
  return [...board.amendments.values()]
    .filter(({ state }) => state === 'proposed')
    .map((proposed) => {
      const { state: _, ...amendment } = proposed;
      return { ...amendment, effect: plainEffect(amendmentEffect(board, proposed)) };
    });
}

function plainEffect(effect: AmendmentEffect | null): DeskAmendment['effect'] {
  return effect && { before: proofOf(effect.before), after: proofOf(effect.after) };
}

function proofOf({ state, statuses }: Claims): DeskProof {
  return { state, statuses: Object.fromEntries(statuses) };
}
