import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const DATA = join(ROOT, 'data');

/** The nights that ship with the product. */
const SHIPPED = readdirSync(DATA).filter((name) => existsSync(join(DATA, name, 'timeline.jsonl')));

/**
 * Reads a night: a folder with election.json and timeline.jsonl.
 * @param place the folder, or the name of one that ships with the product, with or without its date
 * @returns or one sentence: what cannot be read
 */
export function readNight(place: string): Result<Night, string> {
  const folder = [place, ...shippedAs(place)].find((path) =>
    existsSync(join(path, 'timeline.jsonl')),
  );
  if (folder === undefined)
    return err(
      `There is no night "${place}": name a folder with election.json and timeline.jsonl, or ${SHIPPED.join(', ')}.`,
    );
  const file = join(folder, 'timeline.jsonl');
  const timeline = parseTimeline(readFileSync(file, 'utf8'));
  if (!timeline.ok) return err(`${file}, ${timeline.reason}`);
  const definition = readFileSync(join(folder, 'election.json'), 'utf8');
  return ok({ definition, timeline: timeline.value });
}

/** `ga-06-runoff` is the night of that name, whenever it was. */
function shippedAs(name: string): readonly string[] {
  const isMeant = (night: string) =>
    night === name || night.replace(/-\d{4}-\d{2}-\d{2}$/, '') === name;
  return SHIPPED.filter(isMeant).map((night) => join(DATA, night));
}
