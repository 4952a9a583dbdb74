import type { ElectionId } from '../../shared/basics/ids.ts';
import type { Access } from '../access/access.ts';

/** Tokens of the two who play a night: one reports and proposes, the other confirms. */
export interface ServicePeople {
  readonly first: string;
  readonly second: string;
}

/**
 * Makes the two of an election where they are not there yet. Their tokens are new each time, so that who
 * plays a night that is playing already takes it over; another night goes on beside it.
 */
export async function openServicePeople(
  access: Access,
  election: ElectionId,
): Promise<ServicePeople> {
  return {
    first: await access.serviceToken(`replay ${election}`, 'admin'),
    second: await access.serviceToken(`replay ${election} (second person)`, 'editor'),
  };
}
