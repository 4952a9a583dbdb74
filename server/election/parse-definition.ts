import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { pathText } from '../../shared/basics/fault.ts';
import { oversize } from '../../shared/basics/oversize.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import type { Election } from '../../shared/election/contest.ts';
import { type Mistake, mistake, type Path } from '../../shared/election/mistake.ts';
import { readDefinition } from '../../shared/election/read-definition.ts';

/** A mistake at its place in the text. */
export interface LocatedMistake {
  readonly code: string;
  /** Such as `contests[0].units[3].id`; '' for the whole. */
  readonly path: string;
  readonly message: string;
  /** From 1; of the nearest thing that is there, where what is wrong is that something is missing. */
  readonly line: number;
}

/**
 * An election out of a definition's text (JSON; comments and trailing commas allowed), or every mistake
 * in it in the order of lines. Where the text is no JSON, only what is wrong with that.
 */
export function parseDefinition(text: string): Result<Election, readonly LocatedMistake[]> {
  try {
    return parse(text);
  } catch (error) {
    // The parser, and what looks through its tree, call themselves for every list within a list.
    if (!(error instanceof RangeError)) throw error;
    return err(located(text, [noJson('nested too deep', 0)]));
  }
}

function parse(text: string): Result<Election, readonly LocatedMistake[]> {
  const parsed = treeOf(text);
  if (!parsed.ok) return err(located(text, parsed.reason));
  const tree = parsed.value;
  const value: unknown = getNodeValue(tree);
  const tooLarge = oversize(value, DEFINITION_SIZE);
  const read = tooLarge === null ? readDefinition(value) : err([tooLarge]);
  const mistakes = [...repeatedFields(tree, []), ...(read.ok ? [] : read.reason)];
  if (read.ok && mistakes.length === 0) return ok(read.value);
  const placed = mistakes.map((found) => ({ found, offset: nearest(tree, found.path).offset }));
  return err(located(text, placed));
}

/** The precincts of any state; a dozen contests with their baselines. */
const DEFINITION_SIZE = { members: 100_000, values: 5_000_000 };

/** What is no JSON at all is wrong at every word. */
const MOST_ERRORS = 100;

/** A refusal of what the text says, such as a contest id that another election has, with its line. */
export function locatedRefusal(
  text: string,
  { code, path, message }: Omit<LocatedMistake, 'line'>,
): LocatedMistake {
  const parts = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, field]) =>
    index === undefined ? (field ?? '') : Number(index),
  );
  const tree = parseTree(text);
  const offset = tree === undefined ? 0 : nearest(tree, parts).offset;
  return { code, path, message, line: text.slice(0, offset).split('\n').length };
}

interface Placed {
  readonly found: Mistake;
  readonly offset: number;
}

function treeOf(text: string): Result<Node, readonly Placed[]> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (tree !== undefined && errors.length === 0) return ok(tree);
  const some = errors.slice(0, MOST_ERRORS);
  return err(some.map(({ error, offset }) => noJson(printParseErrorCode(error), offset)));
}

function noJson(what: string, offset: number): Placed {
  return { found: { code: 'malformed', path: [], message: `This is not JSON: ${what}.` }, offset };
}

/** JSON lets a field stand twice and the last one win, so that the first would be lost without a word. */
function repeatedFields(node: Node, path: Path): readonly Mistake[] {
  const children = node.children ?? [];
  if (node.type === 'array')
    return children.flatMap((child, at) => repeatedFields(child, [...path, at]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    const again = seen.has(name)
      ? [mistake('duplicate', [...path, name], `The field "${name}" is there twice.`)]
      : [];
    seen.add(name);
    return [...again, ...repeatedFields(value, [...path, name])];
  });
}

/** What is at the path, or the innermost thing around it that is there. */
function nearest(tree: Node, path: Path): Node {
  const node = findNodeAtLocation(tree, [...path]);
  if (node !== undefined || path.length === 0) return node ?? tree;
  return nearest(tree, path.slice(0, -1));
}

/** In the order of lines, which are counted in one pass over the text. */
function located(text: string, placed: readonly Placed[]): readonly LocatedMistake[] {
  let line = 1;
  let counted = 0;
  return [...placed]
    .sort((one, other) => one.offset - other.offset)
    .map(({ found, offset }) => {
      for (; counted < offset; counted += 1) if (text[counted] === '\n') line += 1;
      return { code: found.code, path: pathText(found.path), message: found.message, line };
    });
}
