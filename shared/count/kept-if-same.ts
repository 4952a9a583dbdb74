/** The old object where every field of the new one is the very same, so that what did not change keeps its identity. */
export function keptIfSame<Part extends object>(old: Part, now: Part): Part {
  const before = new Map(Object.entries(old));
  const after = Object.entries(now);
  const same =
    after.length === before.size && after.every(([key, value]) => before.get(key) === value);
  return same ? old : now;
}
