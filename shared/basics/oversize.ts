import type { Fault, PathPart } from './fault.ts';

export interface SizeLimits {
  /** The most members of one list or object. */
  readonly members: number;
  /** The most values in all. */
  readonly values: number;
}

interface Place {
  readonly value: object;
  /** Null: the whole. */
  readonly within: Place | null;
  /** Which of its members. */
  readonly at: number;
}

/**
 * Where a JSON value is larger than anyone needs; null where it is not. To be asked before a schema is,
 * which would look at every member and keep a fault for each. Nesting may be of any depth.
 */
export function oversize(value: unknown, limits: SizeLimits): Fault | null {
  const waiting: Place[] = [];
  let values = 0;

  function wait(child: unknown, within: Place | null, at: number): void {
    if (typeof child === 'object' && child !== null) waiting.push({ value: child, within, at });
  }

  wait(value, null, 0);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const children = childrenOf(place.value);
    values += children.length;
    if (children.length > limits.members)
      return fault(
        pathOf(place),
        `Expected at most ${limits.members} here, not ${children.length}.`,
      );
    if (values > limits.values)
      return fault([], `Expected at most ${limits.values} values in all: send them in parts.`);
    for (const [at, child] of children.entries()) wait(child, place, at);
  }
  return null;
}

/** Names are looked up only for what is named. */
function childrenOf(value: object): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(value);
}

function partOf({ value }: Place, at: number): PathPart {
  return Array.isArray(value) ? at : (Object.keys(value)[at] ?? '');
}

function pathOf(place: Place): readonly PathPart[] {
  const path: PathPart[] = [];
  for (let { at, within } = place; within !== null; { at, within } = within)
    path.push(partOf(within, at));
  return path.reverse();
}

function fault(path: readonly PathPart[], message: string): Fault {
  return { code: 'too-large', path, message };
}
