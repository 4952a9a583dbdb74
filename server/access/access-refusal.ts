import { err, type Result } from '../../shared/basics/result.ts';

/** Why something was not done to an account. */
export interface AccessRefusal {
  readonly code: 'name-taken' | 'unknown-account' | 'invalid';
  readonly message: string;
}

export function refuse(code: AccessRefusal['code'], message: string): Result<never, AccessRefusal> {
  return err({ code, message });
}
