import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A file of one line of always the same length, so that writing it anew leaves no rest of the old one. */
export interface LineFile {
  /** In one piece as far as a dying process goes; a power cut may bring back an older line. */
  write(line: string): void;
  close(): void;
}

/** Makes the file where there is none, readable to its owner only, and writes its first line to the disk. */
export function openLineFile(path: string, line: string): LineFile {
  // 'a' makes the file; 'r+' writes over what is there instead of after it.
  closeSync(openSync(path, 'a', 0o600));
  const file = openSync(path, 'r+');
  const write = (next: string) => void writeSync(file, next, 0, 'latin1');
  write(line);
  fsyncSync(file);
  return { write, close: () => closeSync(file) };
}
