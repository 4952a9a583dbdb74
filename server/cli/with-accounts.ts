import type { Result } from '../../shared/basics/result.ts';
import type { Access } from '../access/access.ts';
import type { AccessRefusal } from '../access/people.ts';
import { openSystemAccess } from '../main.ts';
import { Said } from './said.ts';

/** Does something to the accounts of a data folder, with or without a server running on it. */
export async function withAccounts(
  data: string,
  act: (access: Access) => Promise<void>,
): Promise<void> {
  const access = openSystemAccess(data);
  try {
    await act(access);
  } finally {
    await access.close();
  }
}

/** What was asked for, or a line for the person at the command line. */
export function want<Value>(result: Result<Value, AccessRefusal>): Value {
  if (result.ok) return result.value;
  throw new Said(result.reason.message);
}
