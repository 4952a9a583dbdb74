import { faultsOf, WITH_INPUT } from '../basics/fault.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Election } from './contest.ts';
import { definitionSchema } from './definition-schema.ts';
import { electionOf } from './election-of.ts';
import { findMistakes } from './find-mistakes.ts';
import type { Mistake } from './mistake.ts';
import { outlineOf } from './outline.ts';

/**
 * An election out of JSON, with every default filled in; or every mistake in it, at once, in the order
 * of their places. Never throws, whatever the value.
 */
export function readDefinition(value: unknown): Result<Election, readonly Mistake[]> {
  const written = parse(value);
  if (written === null) return err([TOO_MANY]);
  const malformed = written.success ? [] : faultsOf(written.error).map(ofRule);
  const mistakes = malformed.concat(findMistakes(outlineOf(value)));
  if (!written.success || mistakes.length > 0) return err(mistakes);
  return ok(electionOf(written.data));
}

const TOO_MANY: Mistake = {
  code: 'too-large',
  path: [],
  message: 'More is wrong than can be listed: this is no definition.',
};

/** Null where more is wrong than the schema library can list: it hands its faults on as arguments. */
function parse(value: unknown) {
  try {
    return definitionSchema.safeParse(value, WITH_INPUT);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A rule that says more than its type can (a share "of" the registered) is another rule, refused as such. */
function ofRule(found: Mistake): Mistake {
  if (found.code !== 'unknown-field' || found.path.at(-2) !== 'rule') return found;
  const message = `A rule with "${String(found.path.at(-1))}" is not supported.`;
  return { ...found, code: 'unsupported-rule', message };
}
