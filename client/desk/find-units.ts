/** What of a unit can be looked for. */
export interface Findable {
  readonly unit: string;
  readonly name: string;
  readonly parent: string | null;
}

/**
 * The units whose name, county or id has every word of what was typed, those whose name starts with
 * it first, else in the order given. Nothing typed: all of them.
 */
export function findUnits<U extends Findable>(units: readonly U[], typed: string): readonly U[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (words.length === 0) return units;
  const found = units.filter((unit) => {
    const text = plain(`${unit.name} ${unit.parent ?? ''} ${unit.unit}`);
    return words.every((word) => text.includes(word));
  });
  const start = plain(typed).trim();
  const [first, rest] = [true, false].map((is) =>
    found.filter((unit) => plain(unit.name).startsWith(start) === is),
  );
  return [...(first ?? []), ...(rest ?? [])];
}

/** Without accents and case, so that `canada` finds `Cañada`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
