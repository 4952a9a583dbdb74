import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant } from '../../shared/basics/instant.ts';
import { type LineFile, openLineFile } from '../journal/line-file.ts';
import type { ClockMark } from './clock-mark.ts';

/** A mark in the data folder. One that is lost or damaged costs a person's confirmation, nothing more. */
export function clockMarkIn(directory: string): ClockMark {
  const path = join(directory, 'clock-mark');
  let file: LineFile | null = null;
  return {
    read() {
      try {
        return parseInstant(readFileSync(path, 'utf8').trim());
      } catch {
        return null;
      }
    },
    write(sure) {
      const line = `${sure}\n`;
      if (file === null) file = openLineFile(path, line);
      else file.write(line);
    },
    close() {
      file?.close();
      file = null;
    },
  };
}
