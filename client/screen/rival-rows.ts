import type { ChoiceStanding } from '../../shared/results/standing.ts';
import { TRACK } from '../charts/track-layout.ts';

/** Rows under the leader's bar, before the closing bar begins. */
const ROWS = 4;
/** All in thousandths of the track. Right of it stand the line and what is said beside the rivals. */
const ROOM = 490;
const SHARE_AND_CHIP = 130;
const LETTER = 13.4;

export interface RivalRow {
  readonly rival: ChoiceStanding;
  /** Its share and name stand in a row of their own: behind its bar they would run over the line. */
  readonly isLong: boolean;
}

/**
 * Those who come next on the screen, as many as there are rows for.
 * @param rivals best first
 * @param nameOf a rival's name as it is shown
 */
export function rivalRows(
  rivals: readonly ChoiceStanding[],
  nameOf: (rival: ChoiceStanding) => string,
): readonly RivalRow[] {
  const rows = rivals.slice(0, ROWS).map((rival) => ({
    rival,
    isLong: TRACK * (rival.share ?? 0) + SHARE_AND_CHIP + LETTER * nameOf(rival).length > ROOM,
  }));
  return rows.filter((_, at) => taken(rows.slice(0, at + 1)) <= ROWS);
}

function taken(rows: readonly RivalRow[]): number {
  return rows.reduce((sum, { isLong }) => sum + (isLong ? 2 : 1), 0);
}
