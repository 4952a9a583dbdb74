// Written from docs/journal.md alone: nothing is imported, so that what the server says of its own
// record is checked by somebody else.

export interface RecordEntry {
  readonly seq: number;
  readonly nightAt: string;
  readonly kind: string;
  readonly election: string;
  readonly contest: string | null;
  readonly body: string | null;
}

export interface Recounted {
  readonly votes: Readonly<Record<string, number>>;
  readonly counted: number;
  /** Votes by choice, by method and by county. */
  readonly methods: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly counties: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly precincts: {
    readonly complete: number;
    readonly partial: number;
    readonly none: number;
  };
}

interface Choice {
  readonly id: string;
  counts: boolean;
}

interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly methods: readonly string[];
  pollsClose: string | null;
}

interface Contest {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly units: readonly Unit[];
  readonly reportingBy: readonly string[];
  late: readonly { readonly method: string }[] | null;
  pollsClose: string | null;
  readonly publishFrom: string;
}

interface Count {
  readonly votes: Readonly<Record<string, number>>;
  readonly status: string;
}

interface Kept {
  contest: Contest;
  /** Units whose results are public. */
  closed: 'all' | ReadonlySet<string>;
  /** By unit, then by method. */
  readonly cells: Map<string, Map<string, Count>>;
}

interface Reports {
  readonly reports: readonly { unit: string; method: string; count: Count }[];
  readonly removed: readonly string[];
}

/** Adds a public record up, entry by entry. */
export class Recount {
  readonly #contests = new Map<string, Kept>();
  readonly #elections = new Map<string, readonly Contest[]>();

  take({ nightAt, kind, election, contest, body }: RecordEntry): void {
    if (body === null) return;
    const said = JSON.parse(body);
    const kept = contest === null ? undefined : this.#contests.get(contest);
    if (kind === 'election-loaded') this.#load(election, said.election.contests, nightAt);
    else if (kind === 'election-reset') this.#reset(election);
    else if (kept === undefined) return;
    else if (kind === 'polls-closed') close(kept, said.units);
    else if (kind === 'reports-accepted' || kind === 'hold-released') count(kept, said);
    else if (kind === 'amended') amend(kept, said.changes, nightAt);
  }

  /** null where there is no such contest. */
  of(contest: string): Recounted | null {
    const kept = this.#contests.get(contest);
    return kept === undefined ? null : totalsOf(kept);
  }

  #load(election: string, contests: readonly Contest[], nightAt: string): void {
    this.#elections.set(election, contests);
    for (const contest of contests) {
      const before = this.#contests.get(contest.id);
      if (before === undefined) this.#contests.set(contest.id, begun(contest));
      else redefine(before, structuredClone(contest), nightAt);
    }
  }

  #reset(election: string): void {
    for (const contest of this.#elections.get(election) ?? [])
      this.#contests.set(contest.id, begun(contest));
  }
}

function begun(contest: Contest): Kept {
  const open = contest.units.filter((unit) => timeOf(contest, unit) === null);
  const closed = lastOf(contest) === null ? 'all' : new Set(open.map(({ id }) => id));
  return { contest: structuredClone(contest), closed, cells: new Map() };
}

function lastOf(contest: Contest): string | null {
  const times = [contest, ...contest.units].flatMap(({ pollsClose }) => pollsClose ?? []);
  return times.sort().at(-1) ?? null;
}

function timeOf(contest: Contest, unit: Unit): string | null {
  return contest.publishFrom === 'own' ? (unit.pollsClose ?? contest.pollsClose) : lastOf(contest);
}

function redefine(kept: Kept, contest: Contest, nightAt: string): void {
  const { closed, cells } = kept;
  kept.contest = contest;
  const last = lastOf(contest);
  const shown = contest.units.filter((unit) => {
    const time = timeOf(contest, unit);
    if (time === null) return true;
    return (closed === 'all' || closed.has(unit.id)) && (time <= nightAt || cells.has(unit.id));
  });
  const isOver = last === null || (closed === 'all' && last <= nightAt);
  kept.closed = isOver ? 'all' : new Set(shown.map(({ id }) => id));
}

function close(kept: Kept, units: 'all' | readonly string[]): void {
  if (kept.closed === 'all' || units === 'all') kept.closed = 'all';
  else kept.closed = new Set([...kept.closed, ...units]);
}

function count({ cells }: Kept, { reports, removed }: Reports): void {
  for (const { unit, method, count } of reports) {
    const own = cells.get(unit) ?? new Map<string, Count>();
    for (const gone of removed) own.delete(gone);
    cells.set(unit, own.set(method, count));
  }
}

interface Changes {
  readonly choices?: Readonly<Record<string, { counts?: boolean }>>;
  readonly units?: Readonly<Record<string, { pollsClose?: string }>>;
  readonly late?: Contest['late'];
  readonly pollsClose?: string;
}

function amend(kept: Kept, changes: Changes, nightAt: string): void {
  const { contest } = kept;
  const choices = new Map(Object.entries(changes.choices ?? {}));
  for (const choice of contest.choices)
    choice.counts = choices.get(choice.id)?.counts ?? choice.counts;
  if (changes.late !== undefined) contest.late = changes.late;
  contest.pollsClose = changes.pollsClose ?? contest.pollsClose;
  const units = new Map(Object.entries(changes.units ?? {}));
  for (const unit of contest.units)
    unit.pollsClose = units.get(unit.id)?.pollsClose ?? unit.pollsClose;
  redefine(kept, contest, nightAt);
}

function totalsOf({ contest, closed, cells }: Kept): Recounted {
  const shown = new Map([...cells].filter(([unit]) => closed === 'all' || closed.has(unit)));
  const counts = contest.units.flatMap((unit) =>
    [...(shown.get(unit.id) ?? [])].map(([method, { votes }]) => ({
      method,
      county: unit.parent ?? '',
      votes,
    })),
  );
  const sum = (own: typeof counts) =>
    Object.fromEntries(
      contest.choices.map(({ id }) => [
        id,
        own.reduce((total, { votes }) => total + (votes[id] ?? 0), 0),
      ]),
    );
  const by = (part: 'method' | 'county') =>
    Object.fromEntries(
      [...new Set(counts.map((own) => own[part]))].map((name) => [
        name,
        sum(counts.filter((own) => own[part] === name)),
      ]),
    );
  const votes = sum(counts);
  const counted = contest.choices
    .filter(({ counts }) => counts)
    .reduce((total, { id }) => total + (votes[id] ?? 0), 0);
  const precincts = precinctsOf(contest, shown);
  return { votes, counted, methods: by('method'), counties: by('county'), precincts };
}

function precinctsOf(contest: Contest, cells: Kept['cells']): Recounted['precincts'] {
  const found = { complete: 0, partial: 0, none: 0 };
  for (const unit of contest.units)
    if (unit.kind === 'precinct') found[statusOf(contest, unit, cells.get(unit.id))] += 1;
  return found;
}

function statusOf(
  contest: Contest,
  unit: Unit,
  cells: ReadonlyMap<string, Count> = new Map(),
): keyof Recounted['precincts'] {
  const late = new Set((contest.late ?? []).map(({ method }) => method));
  const reporting = unit.methods.filter((method) => contest.reportingBy.includes(method));
  const own = unit.methods.filter((method) => !late.has(method));
  const methods = reporting.length > 0 ? reporting : own;
  const status = (method: string) => cells.get(method)?.status ?? 'none';
  const isComplete = (method: string) =>
    status(method) === 'complete' || (!late.has(method) && status('total') === 'complete');
  if (methods.every(isComplete)) return 'complete';
  return [...methods, 'total'].some((method) => status(method) !== 'none') ? 'partial' : 'none';
}
