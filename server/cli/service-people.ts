import { present } from '../../shared/basics/assert.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { Access } from '../access/access.ts';

/** Tokens of the two who play a night: one reports and proposes, the other confirms. */
export interface ServicePeople {
  readonly first: string;
  readonly second: string;
}

/** Makes the two where they are not there yet; the tokens are new each time. */
export async function openServicePeople(access: Access): Promise<ServicePeople> {
  return {
    first: await tokenOf(access, 'replay', 'admin'),
    second: await tokenOf(access, 'replay (second person)', 'editor'),
  };
}

async function tokenOf(access: Access, name: string, role: Role): Promise<string> {
  await access.addAccount(name, role, 'machine');
  const token = await access.newToken(name);
  return present(token.ok ? token.value : null, `token of ${name}`).secret;
}
