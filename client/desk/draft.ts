import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import type { Method } from '../../shared/election/method.ts';
import type { ListedCell } from './listed-unit.ts';

/** Where a report belongs. */
export interface DraftPlace {
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly method: Method;
}

/** What a person is keying for one unit and method, as text: nothing is lost, not even a slip. */
export interface Draft extends DraftPlace {
  readonly votes: Readonly<Record<ChoiceId, string>>;
  readonly ballotsCast: string;
  readonly complete: boolean;
  readonly reason: string;
  /** The version that was on the desk when the keying began, 0 where there was none; null: not known. */
  readonly basedOn: number | null;
}

/**
 * What a person finds to key over: what the place has, or nothing yet.
 * @param isOpen whether the polls have closed: before, nobody is shown what is counted
 */
export function freshDraft(
  place: DraftPlace,
  cell: ListedCell | undefined,
  isOpen: boolean,
): Draft {
  return {
    ...place,
    votes: Object.fromEntries(
      Object.entries(cell?.votes ?? {}).map(([id, votes]) => [id, String(votes)]),
    ),
    ballotsCast: String(cell?.ballotsCast ?? ''),
    complete: cell === undefined || cell.status === 'complete',
    reason: '',
    basedOn: isOpen ? (cell?.version ?? 0) : null,
  };
}

/** The text of one choice's field. */
export function keyedVotes({ votes }: Pick<Draft, 'votes'>, choice: ChoiceId): string {
  return Object.hasOwn(votes, choice) ? (votes[choice] ?? '') : '';
}

export function placeKey({ contest, unit, method }: DraftPlace): string {
  return `${contest}:${unit}:${method}`;
}

export function isSamePlace(one: DraftPlace, other: DraftPlace): boolean {
  return placeKey(one) === placeKey(other);
}
