import { visit } from 'jsonc-parser';
import type { PathPart } from '../../shared/basics/fault.ts';

/**
 * Where a field stands twice in one object of a JSON text: JSON lets the last one win, so that what the
 * first says would be lost without a word. Null where none does.
 */
export function repeatedField(text: string): readonly PathPart[] | null {
  const open: Set<string>[] = [];
  let found: readonly PathPart[] | null = null;
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty(name, _offset, _length, _line, _character, path) {
        const names = open.at(-1);
        if (found === null && names?.has(name)) found = [...path(), name];
        names?.add(name);
      },
    });
  } catch (error) {
    // It calls itself for every list within a list; what is nested so deep no schema takes.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}
