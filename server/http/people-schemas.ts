import { z } from 'zod';
import { textSchema } from '../../shared/basics/schemas.ts';
import { ROLES } from '../../shared/night/actor.ts';

/** The bodies of the requests that manage people and machines. */

const role = z.enum(ROLES, { error: '"entry", "editor" or "admin"' });

export const newPersonSchema = z.strictObject(
  {
    name: textSchema('a name', 80),
    kind: z.enum(['person', 'machine'], { error: '"person" or "machine"' }),
    role,
  },
  { error: 'an object with "name", "kind" and "role"' },
);

export const roleSchema = z.strictObject({ role }, { error: 'an object with "role"' });
