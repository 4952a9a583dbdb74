import type { ChoiceId } from '../basics/ids.ts';
import type { Bloc, Choice, Contest, Election, LateBallots, Party, Unit } from './contest.ts';
import type {
  WrittenChoice,
  WrittenContest,
  WrittenElection,
  WrittenLate,
  WrittenParty,
  WrittenUnit,
} from './definition-schema.ts';
import type { Method } from './method.ts';
import type { Rule } from './rule.ts';

/** The election that a right definition means: every default filled in, as the contract has them. */
export function electionOf(written: WrittenElection): Election {
  const parties = (written.parties ?? []).map(partyOf);
  return {
    id: written.id,
    name: written.name,
    date: written.date,
    timeZone: written.timeZone,
    stage: written.stage ?? 'live',
    labels: written.labels ?? [],
    releaseOwn: written.releaseOwn ?? false,
    parties,
    contests: written.contests.map((contest) => contestOf(contest, parties)),
    ...sourceOf(written),
  };
}

function sourceOf({ sourceId }: { sourceId?: string | null | undefined }): { sourceId?: string } {
  return typeof sourceId === 'string' ? { sourceId } : {};
}

function partyOf(written: WrittenParty): Party {
  return { id: written.id, name: written.name, color: written.color ?? null, ...sourceOf(written) };
}

function contestOf(written: WrittenContest, parties: readonly Party[]): Contest {
  const methods = written.methods ?? ['total'];
  const choices = written.choices.map(choiceOf);
  const late = written.late?.map(lateOf) ?? SILENT;
  return {
    id: written.id,
    name: written.name,
    kind: written.kind,
    rule: ruleOf(written.rule),
    choices,
    votesAllowed: written.votesAllowed ?? 1,
    blocs: written.blocs ?? blocsByParty(choices, parties),
    methods,
    reportingBy: written.reportingBy ?? reportingBy(methods, late),
    registration: registrationOf(written.registration),
    uncontested: written.uncontested ?? false,
    recount: written.recount ?? null,
    late: written.lateNone ? [] : late,
    lateNone: written.lateNone ?? null,
    expectedBy: written.expectedBy ?? null,
    pollsClose: written.pollsClose ?? null,
    publishFrom: written.publishFrom ?? 'last',
    next: nextOf(written.next),
    certified: written.certified ?? null,
    baselines: written.baselines ?? [],
    units: written.units.map((unit) => unitOf(unit, methods)),
    ...sourceOf(written),
  };
}

/** A definition that says nothing of late ballots has some without a bound, of a method nobody named. */
const SILENT: readonly LateBallots[] = [{ method: null, bound: null, source: null, until: null }];

/** A measure's "majority" is the share of one half, with nobody to advance. */
function ruleOf(written: WrittenContest['rule']): Rule {
  if (written.type === 'plurality' || written.type === 'top-n') return written;
  const onRequest = written.onRequest ?? false;
  const advance = written.advance ?? null;
  if (written.type === 'share') return { ...written, advance, onRequest };
  if (advance === null) return { type: 'share', num: 1, den: 2, strict: true, advance, onRequest };
  return { type: 'majority', advance, onRequest };
}

function choiceOf(written: WrittenChoice): Choice {
  const writeIn = written.writeIn ?? false;
  const counts = written.counts ?? true;
  return {
    id: written.id,
    name: written.name,
    party: written.party ?? null,
    incumbent: written.incumbent ?? false,
    writeIn,
    withdrawn: written.withdrawn ?? false,
    eligible: written.eligible ?? (counts && !writeIn),
    counts,
    passes: written.passes ?? false,
    ...sourceOf(written),
  };
}

/** One for each party that somebody stands for, in the election's order. */
function blocsByParty(choices: readonly Choice[], parties: readonly Party[]): readonly Bloc[] {
  return parties.flatMap(({ id, name }) => {
    const own: readonly ChoiceId[] = choices.filter(({ party }) => party === id).map((c) => c.id);
    return own.length === 0 ? [] : [{ id, name, choices: own }];
  });
}

/** A precinct reports by its election day; where there is none, by all that is not late. */
function reportingBy(methods: readonly Method[], late: readonly LateBallots[]): readonly Method[] {
  if (methods.includes('election-day')) return ['election-day'];
  const own = methods.filter((method) => !late.some((entry) => entry.method === method));
  return own.length === 0 ? methods : own;
}

function registrationOf(written: WrittenContest['registration']): Contest['registration'] {
  if (!written) return null;
  return { is: written.is, all: written.all ?? null, source: written.source ?? null };
}

export function lateOf(written: WrittenLate): LateBallots {
  return {
    method: written.method,
    bound: written.bound ?? null,
    source: written.source ?? null,
    until: written.until ?? null,
  };
}

export function nextOf(written: WrittenContest['next']): Contest['next'] {
  if (!written) return null;
  return { contest: written.contest ?? null, name: written.name, date: written.date ?? null };
}

function unitOf(written: WrittenUnit, methods: readonly Method[]): Unit {
  return {
    id: written.id,
    name: written.name,
    parent: written.parent ?? null,
    kind: written.kind ?? 'precinct',
    methods: written.methods ?? methods,
    registered: written.registered ?? null,
    expected: written.expected ?? null,
    turnout: written.turnout ?? {},
    pollsClose: written.pollsClose ?? null,
    lon: written.lon ?? null,
    lat: written.lat ?? null,
    ...sourceOf(written),
  };
}
