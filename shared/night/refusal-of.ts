import { type Fault, pathText } from '../basics/fault.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** What a schema found wrong, in the contract's codes: what it has no code for is `invalid`. */
export function refusalOf({ code, path, message }: Fault): Refusal {
  return { code: isContractCode(code) ? code : 'invalid', path: pathText(path), message };
}

const CODES: readonly string[] = [
  'negative',
  'not-an-integer',
  'unknown-choice',
  'unknown-method',
  'too-large',
] satisfies readonly RefusalCode[];

function isContractCode(code: string): code is RefusalCode {
  return CODES.includes(code);
}
