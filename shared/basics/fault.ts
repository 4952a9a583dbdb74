import type { z } from 'zod';
import { present } from './assert.ts';

export type PathPart = string | number;

/** What a schema found wrong, and where. */
export interface Fault {
  readonly code: string;
  readonly path: readonly PathPart[];
  /** One sentence: what would be right, and what is there. */
  readonly message: string;
}

/** How schemas are run: with what was there kept in each issue, so that the message can show it. */
export const WITH_INPUT = { reportInput: true } as const;

/**
 * Every fault of a schema's error. The schemas' own messages are noun phrases of what would be right
 * (`a whole number from 0`), from which sentences are made here.
 */
export function faultsOf(error: z.ZodError): readonly Fault[] {
  return error.issues.flatMap(faultsOfIssue);
}

/** The first of them, without the cost of the others. */
export function firstFaultOf(error: z.ZodError): Fault {
  return present(error.issues.slice(0, 1).flatMap(faultsOfIssue)[0], 'issue');
}

/** `contests[0].units[3].id`, as a person would look for it; '' for the whole. */
export function pathText(path: readonly PathPart[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function faultsOfIssue(issue: z.core.$ZodIssue): readonly Fault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'unknown-field',
      path: [...path, key],
      message: `There is no field "${key}" here.`,
    }));
  return [{ code: codeOf(issue), path, message: sentence(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  if (issue.input === undefined) return 'missing';
  if (issue.code === 'invalid_format') return 'malformed';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'too-few';
  if (issue.code === 'too_big' && issue.origin === 'array') return 'too-large';
  if (issue.code === 'too_small' && issue.minimum === 0) return 'negative';
  if (issue.code === 'invalid_type' && issue.message.startsWith(WHOLE_NUMBER))
    return 'not-an-integer';
  return 'invalid';
}

/** How a schema begins to say that it wants a count: zod tells a text from a number, not from a count. */
export const WHOLE_NUMBER = 'a whole number';

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.input === undefined) return `Missing: expected ${issue.message}.`;
  return `Expected ${issue.message}, not ${shown(issue.input)}.`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  const text = typeof input === 'string' ? JSON.stringify(input) : String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
