import { type Mistake, type MistakeCode, mistake, type Path } from './mistake.ts';

/** Names as far as they could be made out. */
export type Names = readonly (string | undefined)[] | undefined;

type Things = readonly ({ readonly id?: string | undefined } | undefined)[] | undefined;

export function idsOf(things: Things): readonly (string | undefined)[] {
  return (things ?? []).map((thing) => thing?.id);
}

/** Each thing whose id another before it has. */
export function duplicateIds(path: Path, things: Things, what: string): readonly Mistake[] {
  return repeats(idsOf(things)).map(({ name, at }) =>
    mistake('duplicate', [...path, at, 'id'], `The ${what} "${name}" is there twice.`),
  );
}

/** Each name that the list has had before. */
export function duplicateNames(path: Path, names: Names): readonly Mistake[] {
  return repeats(names).map(({ name, at }) =>
    mistake('duplicate', [...path, at], `"${name}" is there twice.`),
  );
}

/** Each name that is not among the known ones. */
export function unknownNames(
  code: MistakeCode,
  path: Path,
  names: Names,
  known: ReadonlySet<string | undefined>,
  right: string,
): readonly Mistake[] {
  return (names ?? []).flatMap((name, at) =>
    name === undefined || known.has(name)
      ? []
      : [mistake(code, [...path, at], `"${name}" is not ${right}.`)],
  );
}

function repeats(names: Names): readonly { name: string; at: number }[] {
  const seen = new Set<string>();
  return (names ?? []).flatMap((name, at) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [{ name, at }];
    seen.add(name);
    return [];
  });
}
