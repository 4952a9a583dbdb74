import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';

/** What the server showed at a position: what any viewer at that position must show. */
export interface Truth {
  readonly definitionVersion: number;
  readonly tally: Tally;
  /** As JSON. */
  readonly text: string;
}

export function truthOf({ definitionVersion, tally }: ContestState): Truth {
  return { definitionVersion, tally, text: JSON.stringify(tally) };
}

/** Whether a tally is the very one. Most have even their keys in the same order, which is soon seen. */
export function isTold(truth: Truth, tally: Tally): boolean {
  return truth.text === JSON.stringify(tally) || tallyText(truth.tally) === tallyText(tally);
}

/** The server as viewers know it: it may be down, and another process when it is back. */
export interface NightHost {
  readonly url: string;
  readonly epoch: string;
  /** All that is durable. */
  readonly board: Board;
  /** What a page would have been given now. */
  boot(): Boot;
  truthAt(contest: ContestId, epoch: string, seq: number): Truth | null;
  /** Rejects while it is down. */
  fetchDefinition(contest: ContestId, version: number, epoch: string): Promise<Definition>;
}
