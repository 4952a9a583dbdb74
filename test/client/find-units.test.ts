import { expect, it } from 'vitest';
import { findUnits } from '../../client/desk/find-units.ts';

const units = [
  { unit: 'fulton/jc01', name: 'JC01', parent: 'Fulton' },
  { unit: 'fulton/rw01', name: 'RW01', parent: 'Fulton' },
  { unit: 'fulton/rw12', name: 'RW12', parent: 'Fulton' },
  { unit: 'cobb/mount-bethel-03', name: 'Mount Bethel 03', parent: 'Cobb' },
  { unit: 'x/canada', name: 'La Cañada', parent: null },
];

function found(typed: string): string[] {
  return findUnits(units, typed).map((unit) => unit.name);
}

it('shows every unit while nothing is typed', () => {
  expect(found('')).toHaveLength(5);
});

it('finds a unit by the start of its name, without case or accents', () => {
  expect(found('rw1')).toEqual(['RW12']);
  expect(found('canada')).toEqual(['La Cañada']);
});

it('needs every word, in any order, the county among them', () => {
  expect(found('bethel cobb 03')).toEqual(['Mount Bethel 03']);
  expect(found('bethel fulton')).toEqual([]);
});

it('puts names that start with what was typed first', () => {
  expect(found('fulton rw')).toEqual(['RW01', 'RW12']);
  expect(found('m')[0]).toBe('Mount Bethel 03');
});
