import { expect, it } from 'vitest';
import { COMMAND_ROLES, mayCommand } from '../../server/access/permissions.ts';
import { ROLES } from '../../shared/night/actor.ts';
import type { CommandType } from '../../shared/night/command.ts';

const TYPES = Object.keys(COMMAND_ROLES) as CommandType[];
const allowed = (role: (typeof ROLES)[number]) => TYPES.filter((type) => mayCommand(role, type));

it('lets entry send reports and nothing else', () => {
  expect(allowed('entry')).toEqual(['report']);
});

it('lets an editor do all but load elections and set clocks', () => {
  expect(TYPES.filter((type) => !allowed('editor').includes(type)).toSorted()).toEqual([
    'close-polls',
    'load-election',
    'set-clock',
  ]);
});

it('lets an admin do all but the server’s own', () => {
  expect(TYPES.filter((type) => !allowed('admin').includes(type))).toEqual(['close-polls']);
});

it('lets each role do all that the one before it may', () => {
  for (const [at, role] of ROLES.entries())
    for (const lower of ROLES.slice(0, at))
      expect(allowed(role)).toEqual(expect.arrayContaining(allowed(lower)));
});
