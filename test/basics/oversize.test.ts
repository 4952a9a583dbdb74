import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oversize } from '../../shared/basics/oversize.ts';

const ROOMY = { members: 3, values: 10 };

it('lets through what is small enough', () => {
  for (const value of [null, 7, 'text', [], {}, [1, 2, 3], { a: [1, 2, 3], b: { c: 1 } }])
    expect(oversize(value, ROOMY)).toBeNull();
});

it.each([
  ['a list', { a: [{ b: [1, 2, 3, 4] }] }, ['a', 0, 'b']],
  ['an object', [0, { w: 1, x: 2, y: 3, z: 4 }], [1]],
  ['the whole', [1, 2, 3, 4], []],
])('names the place where %s has too many members', (_name, value, path) => {
  expect(oversize(value, ROOMY)).toEqual({
    code: 'too-large',
    path,
    message: 'Expected at most 3 here, not 4.',
  });
});

it('counts what is in many small parts', () => {
  const parts = [1, 2, 3].map(() => ({ a: 1, b: 2, c: 3 }));
  expect(oversize(parts, ROOMY)).toMatchObject({ code: 'too-large', path: [] });
});

it('looks into the deepest nesting', () => {
  let value: unknown = [1, 2, 3, 4];
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  expect(oversize(value, { members: 3, values: 1_000_000 })?.path).toHaveLength(100_000);
  expect(oversize(value, { members: 4, values: 1_000 })?.message).toMatch(/1000 values in all/);
});

it('finds a place that is there, or counts as many values as there are', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(6), fc.nat(60), (value, members, values) => {
      const found = oversize(value, { members, values });
      const sizes = sizesIn(value);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const isTooLarge = sizes.some((size) => size > members) || total > values;
      expect(found !== null).toBe(isTooLarge);
      if (found === null || found.path.length === 0) return;
      const at = found.path.reduce<unknown>(
        (inner, part) => Reflect.get(Object(inner), part),
        value,
      );
      expect(Object.keys(Object(at)).length).toBeGreaterThan(members);
    }),
  );
});

function sizesIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.values(value);
  return [children.length, ...children.flatMap(sizesIn)];
}
