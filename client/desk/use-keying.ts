import { useMemo, useState } from 'react';
import { present } from '../../shared/basics/assert.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import { contestIndex } from '../../shared/count/contest-index.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Contest, Unit } from '../../shared/election/contest.ts';
import { useDeskTools } from './desk-tools.tsx';
import type { DeskView } from './desk-view.ts';
import { type Draft, type DraftPlace, freshDraft, isSamePlace, placeKey } from './draft.ts';
import { cellsOf, type ListedCells, type ListedUnit } from './listed-unit.ts';
import type { OutboxState } from './outbox.ts';
import { type PublishEffect, publishEffect } from './publish-effect.ts';
import { type Review, reviewDraft } from './review.ts';

/** One unit and method being keyed, and what can be done with it. */
export interface Keying {
  readonly unit: Unit;
  readonly cells: ListedCells;
  readonly draft: Draft;
  /** Whether there is anything that would be lost. */
  readonly isTouched: boolean;
  readonly review: Review;
  /** null before the polls close, when nothing is public, and where nobody can win. */
  readonly effect: PublishEffect | null;
  readonly willHold: boolean;
  /** Waits for the server's answer: nothing can be changed. */
  readonly isSending: boolean;
  /** Pressed once: it crosses the line, which takes a second press. */
  readonly isArmed: boolean;
  change(part: Partial<Draft>): void;
  discard(): void;
  /** Whether it is on its way. */
  publish(): boolean;
}

export interface KeyingParts extends DeskView {
  readonly contest: Contest;
  readonly listed: ListedUnit;
  readonly place: DraftPlace;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly outbox: OutboxState;
  /** The night's time now. */
  readonly nightAt: () => Instant;
}

export function useKeying(parts: KeyingParts): Keying {
  const { contest, listed, place, tally, person, outbox } = parts;
  const tools = useDeskTools();
  const [armed, setArmed] = useState<Draft | null>(null);
  const kept = parts.drafts.get(placeKey(place));
  const unit = present(contestIndex(contest).units.get(listed.unit), 'unit of the list');
  const cells = useMemo(() => cellsOf(listed), [listed]);
  const draft = kept ?? freshDraft(place, cells.get(place.method), tally.open);
  const review = reviewDraft(contest, unit, cells, draft);
  const effect = effectOf(contest, tally, cells, review);
  const isSending = outbox.waiting.some(({ report }) => isSamePlace(report, place));
  const holding = review.checks.filter(({ code }) => code !== 'drop' || person.role === 'entry');
  const willHold = holding.length > 0 || tally.locked;
  const crosses = !willHold && effect !== null && effect.crossings.length > 0;
  const isArmed = crosses && armed === draft;

  function publish(): boolean {
    if (isSending || review.stops.length > 0) return false;
    if (crosses && !isArmed) {
      setArmed(draft);
      return false;
    }
    const report = { reportId: tools.newId(), ...review.body };
    tools.outbox.put({ report, by: person.id, label: unit.name, nightAt: parts.nightAt() });
    void tools.outbox.flush(person.id);
    return true;
  }

  return {
    unit,
    cells,
    draft,
    isTouched: kept !== undefined,
    review,
    effect,
    willHold,
    isSending,
    isArmed,
    change(part) {
      if (!isSending) tools.drafts.keep({ ...draft, ...part });
    },
    discard: () => tools.drafts.drop(place),
    publish,
  };
}

function effectOf(
  contest: Contest,
  tally: Tally,
  cells: ListedCells,
  { cellsAfter, stops }: Review,
): PublishEffect | null {
  const saysNothing = stops.includes('nothing-keyed') || stops.includes('nothing-new');
  return tally.open && !saysNothing ? publishEffect(contest, tally.votes, cells, cellsAfter) : null;
}
