import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import { ROOT } from '../root.ts';
import { parseTimeline } from './parse-timeline.ts';
import type { Timeline } from './timeline.ts';

/** A night that can be played: what is decided, and what happened when. */
export interface Night {
  /** The text of the election's definition. */
  readonly definition: string;
  readonly timeline: Timeline;
}

/** The night that `npm start` plays. */
export const DEMO_NIGHT = 'ga-06-2017-04-18';

/**
 * Reads a night: a folder with election.json and timeline.jsonl.
 * @param place the folder, or the name of one that ships with the product
 * @returns or one sentence: what cannot be read
 */
export function readNight(place: string): Result<Night, string> {
  const folder = [place, join(ROOT, 'data', place)].find((path) =>
    existsSync(join(path, 'timeline.jsonl')),
  );
  if (folder === undefined)
    return err(
      `There is no night "${place}": name a folder with election.json and timeline.jsonl, or ${DEMO_NIGHT}.`,
    );
  const file = join(folder, 'timeline.jsonl');
  const timeline = parseTimeline(readFileSync(file, 'utf8'));
  if (!timeline.ok) return err(`${file}, ${timeline.reason}`);
  const definition = readFileSync(join(folder, 'election.json'), 'utf8');
  return ok({ definition, timeline: timeline.value });
}
