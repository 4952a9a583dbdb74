import type { AccountId } from '../../shared/basics/ids.ts';
import type { Actor } from '../../shared/night/actor.ts';

/** Who gives the commands that the writer gives itself: the closing of the polls. */
export const WRITER: Actor = { account: 'fiftyline' as AccountId, role: 'admin', from: null };
