import { existsSync } from 'node:fs';
import type { Result } from '../../shared/basics/result.ts';
import type { Access } from '../access/access.ts';
import type { AccessRefusal } from '../access/access-refusal.ts';
import { openSystemAccess } from '../main.ts';
import { Said } from './said.ts';

/** Adds to the accounts of a data folder, which is made where it is not there; a server may run on it. */
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

/** Does something to the accounts of a data folder that is there. */
export async function withKeptAccounts(
  data: string,
  act: (access: Access) => Promise<void>,
): Promise<void> {
  if (!existsSync(data))
    throw new Said(`There is no folder ${data}. Say with --data which one the server keeps.`);
  await withAccounts(data, act);
}

/** What was asked for, or a line for the person at the command line. */
export function want<Value>(result: Result<Value, AccessRefusal>): Value {
  if (result.ok) return result.value;
  throw new Said(result.reason.message);
}
