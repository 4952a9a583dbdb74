import { canonicalText } from '../basics/canonical-text.ts';
import type { ContestId } from '../basics/ids.ts';
import type { Contest, Election } from '../election/contest.ts';

/** What loading a definition again did to one thing of it, for whoever loaded it. */
export interface ElectionChange {
  /** `kept`: the file leaves it out, but it has votes, or is used by what has. */
  readonly change: 'added' | 'renamed' | 'amended' | 'dropped' | 'kept';
  readonly what: 'election' | 'party' | 'contest' | 'choice' | 'unit';
  /** Of a choice or a unit. */
  readonly contest: ContestId | null;
  readonly id: string;
  readonly name: string;
  /** The name before, of what was renamed. */
  readonly was: string | null;
  /** Of what was amended: the fields that say something else now. */
  readonly fields: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

type Thing = Pick<ElectionChange, 'what' | 'contest'>;

/**
 * What is other than before, in the order of the definition: the election itself, its parties, its
 * contests, each with its choices and units.
 *
 * @param file what was loaded
 * @param after the file with all that it left out and that had to stay
 */
export function electionChanges(
  before: Election,
  file: Election,
  after: Election,
): readonly ElectionChange[] {
  const whole: Thing = { what: 'election', contest: null };
  return [
    ...changesOfOne(whole, withoutParts(before), withoutParts(after)),
    ...listChanges({ what: 'party', contest: null }, before.parties, file.parties, after.parties),
    ...contestChanges(before, file, after),
  ];
}

function contestChanges(
  before: Election,
  file: Election,
  after: Election,
): readonly ElectionChange[] {
  const lists = [before, file, after].map(({ contests }) => contests.map(withoutLists));
  const [was = [], filed = [], is = []] = lists;
  const ofContests = listChanges({ what: 'contest', contest: null }, was, filed, is);
  const ofParts = after.contests.flatMap((contest) => {
    const old = before.contests.find(({ id }) => id === contest.id);
    const sent = file.contests.find(({ id }) => id === contest.id);
    return old && sent ? partChanges(old, sent, contest) : [];
  });
  return [...ofContests, ...ofParts];
}

function partChanges(before: Contest, file: Contest, after: Contest): readonly ElectionChange[] {
  const contest = after.id;
  return [
    ...listChanges({ what: 'choice', contest }, before.choices, file.choices, after.choices),
    ...listChanges({ what: 'unit', contest }, before.units, file.units, after.units),
  ];
}

function listChanges(
  thing: Thing,
  before: readonly Named[],
  file: readonly Named[],
  after: readonly Named[],
): readonly ElectionChange[] {
  const old = byId(before);
  const filed = byId(file);
  const now = byId(after);
  const is = after.flatMap((one) => {
    const was = old.get(one.id);
    if (was === undefined) return [changeOf('added', thing, one)];
    if (!filed.has(one.id)) return [changeOf('kept', thing, one)];
    return changesOfOne(thing, was, one);
  });
  const gone = before.filter(({ id }) => !now.has(id));
  return [...is, ...gone.map((one) => changeOf('dropped', thing, one))];
}

function changesOfOne(thing: Thing, before: Named, after: Named): readonly ElectionChange[] {
  const fields = fieldsOtherThan(before, after);
  return [
    ...(before.name === after.name
      ? []
      : [{ ...changeOf('renamed', thing, after), was: before.name }]),
    ...(fields.length === 0 ? [] : [{ ...changeOf('amended', thing, after), fields }]),
  ];
}

function fieldsOtherThan(before: object, after: object): readonly string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => key !== 'name' && canonicalText(was.get(key)) !== canonicalText(is.get(key)),
  );
}

function changeOf(change: ElectionChange['change'], thing: Thing, { id, name }: Named) {
  return { change, ...thing, id, name, was: null, fields: [] };
}

function withoutParts({ contests: _, parties: __, ...election }: Election) {
  return election;
}

function withoutLists({ choices: _, units: __, ...contest }: Contest) {
  return contest;
}

function byId(things: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
