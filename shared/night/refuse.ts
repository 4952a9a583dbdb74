import { err, type Result } from '../basics/result.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** @param path where in what was sent; '' for the whole */
export function refuse(code: RefusalCode, message: string, path = ''): Result<never, Refusal> {
  return err({ code, message, path });
}
