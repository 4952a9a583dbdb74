import { assert, present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { ContestState } from '../../shared/night/board.ts';
import { tallyChange } from '../../shared/wire/tally-change.ts';
import type { Journal, KeptTally } from '../journal/journal.ts';
import { keepFew } from '../kept-few.ts';
import { ContestPast, type Step } from './contest-past.ts';
import type { HistoryPoint } from './history-points.ts';
import { type KeptChange, keptChangeText, parseKeptChange, tallyAfter } from './kept-change.ts';
import type { Published } from './published.ts';

/**
 * Every contest as it was, at any moment of its record: a look-up and a bounded number of merges,
 * never a replay. What was hidden at a moment is not in it: only what was public then was kept.
 */
export interface Past {
  /** The last public change at or before an entry; null where the contest had not begun. */
  atSeq(contest: ContestId, seq: number): Step | null;
  /** The last public change at or before a time of the night; null where the contest had not begun. */
  atTime(contest: ContestId, nightAt: Instant): Step | null;
  /** Where the contest began: by the order of the record, and by the night's time. */
  beginning(contest: ContestId): { readonly first: Step; readonly earliest: Step };
  around(contest: ContestId, seq: number): { before: Step | null; after: Step | null };
  /** At most 1,000, oldest first. */
  points(contest: ContestId): readonly HistoryPoint[];
  /** The contest as it was published with the change at `seq`, which must be one. */
  published(contest: ContestId, seq: number): Promise<Published>;
  /** A version of the definition; null where the contest had none such since it began. */
  definition(contest: ContestId, version: number): Promise<Definition | null>;
}

/** The past as it is being written, by whoever applies the entries. */
export interface GrowingPast extends Past {
  /** A contest changed; `before` is null where it began, or began anew. */
  note(before: ContestState | null, after: ContestState, definition: Definition): void;
  /** A contest is no more. */
  forget(contest: ContestId): void;
  /** Writes what was noted since the last time. */
  keep(): void;
}

const MOST_KEPT = 100;

/**
 * @param pasts what was loaded; goes on from there
 * @param fail told of a write that failed: the process must end
 */
export function openPast(
  journal: Pick<Journal, 'keepTallies' | 'readTallies'>,
  pasts: Map<ContestId, ContestPast>,
  fail: (error: unknown) => void,
): GrowingPast {
  const moments = keepFew<Published>(MOST_KEPT);
  const definitions = keepFew<Definition>(MOST_KEPT);
  let noted: KeptTally[] = [];
  let written: Promise<void> = Promise.resolve();

  const pastOf = (contest: ContestId) => present(pasts.get(contest), `past of ${contest}`);

  async function readSteps(contest: ContestId, steps: readonly Step[]): Promise<KeptChange[]> {
    const first = present(steps[0], 'step');
    await written;
    const rows = await journal.readTallies(contest, first.seq - 1, steps.length);
    assert(
      steps.every(({ seq }, at) => rows[at]?.seq === seq),
      `the tallies kept of ${contest} from entry ${first.seq} are whole; a start makes them again`,
    );
    return rows.map((row) => present(parseKeptChange(row), 'kept change'));
  }

  async function readMoment(contest: ContestId, seq: number): Promise<Published> {
    const steps = pastOf(contest).stepsTo(seq);
    const changes = await readSteps(contest, steps);
    const tally = changes.reduce<Tally | null>(tallyAfter, null);
    const { version, at, nightAt } = present(steps.at(-1), 'step');
    const definition = present(await readDefinition(contest, version), `version ${version}`);
    return { contest, definition, tally: present(tally, 'tally'), seq, at, nightAt };
  }

  async function readDefinition(contest: ContestId, version: number): Promise<Definition | null> {
    const step = pasts.get(contest)?.stepOfVersion(version) ?? null;
    if (step === null) return null;
    return definitions(`${contest} ${step.seq}`, async () => {
      const [kept] = await readSteps(contest, [step]);
      return present(kept?.definition, 'definition');
    });
  }

  function note(before: ContestState | null, after: ContestState, definition: Definition): void {
    const { contest, seq, at, nightAt, tally } = after;
    const past = before === null ? new ContestPast() : pastOf(contest.id);
    pasts.set(contest.id, past);
    const kept = keptChangeOf(past, before, after, definition);
    past.add(after, kept, tally, definition.contest);
    noted.push({ contest: contest.id, seq, at, nightAt, tally: keptChangeText(kept) });
  }

  return {
    atSeq: (contest, seq) => pastOf(contest).atSeq(seq),
    atTime: (contest, nightAt) => pastOf(contest).atTime(nightAt),
    beginning(contest) {
      const { first, earliest } = pastOf(contest);
      return { first: present(first, 'beginning'), earliest: present(earliest, 'beginning') };
    },
    around: (contest, seq) => pastOf(contest).around(seq),
    points: (contest) => pastOf(contest).points,
    published: (contest, seq) => moments(`${contest} ${seq}`, () => readMoment(contest, seq)),
    definition: readDefinition,
    note,
    forget: (contest) => void pasts.delete(contest),
    keep() {
      if (noted.length === 0) return;
      written = journal.keepTallies(noted);
      written.catch(fail);
      noted = [];
    },
  };
}

function keptChangeOf(
  past: ContestPast,
  before: ContestState | null,
  { tally, definitionVersion: version }: ContestState,
  definition: Definition,
): KeptChange {
  const isNew = before?.definitionVersion !== version;
  const kept = { version, since: past.latest?.seq ?? null, definition: isNew ? definition : null };
  const change = before === null || past.wholeIsDue ? null : tallyChange(before.tally, tally);
  return change === null ? { ...kept, tally } : { ...kept, change };
}
