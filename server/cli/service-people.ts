import type { Access } from '../access/access.ts';

/** Tokens of the two who play a night: one reports and proposes, the other confirms. */
export interface ServicePeople {
  readonly first: string;
  readonly second: string;
}

/** Makes the two where they are not there yet; the tokens are new each time. */
export async function openServicePeople(access: Access): Promise<ServicePeople> {
  return {
    first: await access.serviceToken('replay', 'admin'),
    second: await access.serviceToken('replay (second person)', 'editor'),
  };
}
