import type { ElectionChange } from '../../shared/night/election-changes.ts';

/** What the server answers to a definition. */
export interface Loaded {
  readonly id: string;
  readonly state: string;
  readonly repeated: boolean;
  /** Where there was an election of that id before. */
  readonly changes?: readonly ElectionChange[];
}

/** Things of one kind that the same happened to: so many are named, the others counted. */
const MOST_NAMED = 5;

/** What loading a definition did, in words, line by line. */
export function loadWords({ id, state, repeated, changes }: Loaded): readonly string[] {
  if (repeated) return [`${id}: is loaded already; nothing has changed`];
  const emptied = state === 'reset' ? 'emptied, and loaded anew' : null;
  if (changes === undefined) return [`${id}: loaded`];
  return [`${id}: ${emptied ?? 'loaded again'}`, ...groupsOf(changes).flatMap(groupLines)];
}

type Group = readonly [ElectionChange, ...ElectionChange[]];

function groupsOf(changes: readonly ElectionChange[]): readonly Group[] {
  const groups = new Map<string, [ElectionChange, ...ElectionChange[]]>();
  for (const one of changes) {
    const key = JSON.stringify([one.change, one.what, one.contest]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function groupLines(group: Group): readonly string[] {
  if (group.length <= MOST_NAMED) return group.map(lineOf);
  const [{ change, what, contest }] = group;
  const ids = group.slice(0, MOST_NAMED).map(({ id }) => id);
  const others = `and ${group.length - MOST_NAMED} more`;
  const things = what === 'party' ? 'parties' : `${what}s`;
  return [
    `  ${change}: ${group.length} ${things}${placeOf(contest)}: ${ids.join(', ')} ${others}${whyKept(change)}`,
  ];
}

function lineOf(one: ElectionChange): string {
  const { change, what, contest, id } = one;
  return `  ${change}: ${what} ${id}${placeOf(contest)}${detailOf(one)}${whyKept(change)}`;
}

function detailOf({ change, name, was, fields }: ElectionChange): string {
  if (change === 'renamed') return `, now “${name}”, before “${was}”`;
  return change === 'amended' ? ` (${fields.join(', ')})` : `, “${name}”`;
}

function placeOf(contest: string | null): string {
  return contest === null ? '' : ` of ${contest}`;
}

function whyKept(change: ElectionChange['change']): string {
  return change === 'kept' ? '; the file leaves this out, but what has votes is never dropped' : '';
}
