import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ContestView } from '../../client/live/store.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Command } from '../../shared/night/command.ts';
import type { Entry, EntryKind } from '../../shared/night/entry.ts';
import { memoryMark } from '../desk/make-desk.ts';
import { MODEL_UNITS, type Move, makeModelElection, moves } from '../night/arbitrary-moves.ts';
import { ada, eve, makeReport, max, NORTH, type SentReport } from '../night/make-night.ts';
import { MemoryNetwork, type Route } from './memory-network.ts';
import { MortalServer } from './mortal-server.ts';
import { NightRecord } from './night-record.ts';
import { NightTime } from './night-time.ts';
import { Operators } from './operators.ts';
import { OwnViewer } from './own-viewer.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { documentedViewer, standingViewer } from './stock-viewers.ts';
import type { Viewer } from './viewer.ts';

export interface NightPlan {
  readonly seed: number;
  readonly steps: number;
  /** The page's own client over a network that only delays, cuts and stalls. */
  readonly careful: number;
  /** The page's own client, whose messages also get lost and overtake each other. */
  readonly lossy: number;
  /** The client that docs/protocol.md prints. */
  readonly documented: number;
  /** Stock clients that ask for standings. */
  readonly standings: number;
}

export interface NightEnd {
  /** Everything that must never be, said in words. */
  readonly wrong: readonly string[];
  readonly kinds: ReadonlyMap<EntryKind, number>;
  readonly kills: number;
  /** Of everything that anyone was shown, in its order. */
  readonly digest: string;
}

/** Within this a surface says that it is old. */
const MOST_UNKNOWN_MS = 10_000;
const LONGEST_WAIT_MS = 12_000;
/** After the night's end; whoever is wrong by then stays so. */
const LOOKS = 60;

/** A few minutes before the polls of the embargoed contest close. */
const START_MS = Date.parse('2026-11-04T00:08:40Z');
/** What somebody sets the server's clock to: an hour back, a day ahead, right. */
const WALLS_MS = [-3_600_000, 86_400_000, 0];
/** More than anyone may vote: always held. */
const SECRET = 1_000_000;

/** Plays a night of random moves, kills and bad networks, all of which follow from the seed. */
export async function playSeededNight(plan: NightPlan): Promise<NightEnd> {
  const network = new MemoryNetwork();
  const time = new NightTime(START_MS, network.settle);
  try {
    return await new SeededNight(plan, network, time).play();
  } finally {
    time.end();
  }
}

interface Seat {
  readonly viewer: Viewer;
  readonly route: Route;
}

class SeededNight {
  readonly #plan: NightPlan;
  readonly #time: NightTime;
  readonly #random: SeededRandom;
  readonly #record: NightRecord;
  readonly #server: MortalServer;
  readonly #operators: Operators;
  readonly #wrong: string[] = [];
  readonly #digest = createHash('sha256');
  readonly #seats: Seat[] = [];
  /** Whose network keeps the order: they know when they are behind. */
  readonly #careful: OwnViewer[] = [];
  #downSince: number | null = null;
  #kills = 0;

  constructor(plan: NightPlan, network: MemoryNetwork, time: NightTime) {
    this.#plan = plan;
    this.#time = time;
    this.#random = seededRandom(plan.seed);
    this.#record = new NightRecord(`night-${plan.seed}`, time, this.#random);
    this.#operators = new Operators(this.#random, this.#isWrong);
    this.#server = new MortalServer({
      record: this.#record,
      network,
      time,
      clockMark: memoryMark(),
      wrong: this.#isWrong,
    });
    this.#network = network;
  }

  readonly #network: MemoryNetwork;

  async play(): Promise<NightEnd> {
    await this.#server.start();
    await this.#load();
    this.#seatViewers();
    await this.#pass(1_000);
    for (const move of this.#moves()) await this.#step(move);
    await this.#bringToEnd();
    this.#checkRecord();
    for (const { viewer } of this.#seats) viewer.close();
    this.#server.kill();
    return {
      wrong: this.#wrong,
      kinds: countKinds(this.#record.entries),
      kills: this.#kills,
      digest: this.#digest.digest('hex'),
    };
  }

  #moves(): readonly Move[] {
    const { seed, steps } = this.#plan;
    // Nights are of any length: several make one of the length that is asked for.
    return fc.sample(moves, { seed, numRuns: steps }).flat().slice(0, steps);
  }

  async #load(): Promise<void> {
    const election = makeModelElection();
    this.#operators.send(this.#server.desk, {
      type: 'load-election',
      election,
      reset: false,
      by: ada,
    });
    await this.#pass(1_000);
    this.#operators.sendAgain(this.#server.desk);
    await this.#pass(1_000);
  }

  #seatViewers(): void {
    const { careful, lossy, documented, standings } = this.#plan;
    for (let seat = 0; seat < careful + lossy; seat += 1) this.#seatOwn(seat >= careful);
    const stock = [
      ...Array.from({ length: documented }, () => documentedViewer),
      ...Array.from({ length: standings }, () => standingViewer),
    ];
    for (const open of stock) {
      const route = this.#network.openRoute();
      const contest = this.#random.pick([...this.#server.board.contests.keys()]);
      const delay = 1_000 + this.#random.below(4_000);
      const network = {
        ...agentOf(route),
        randomizationFactor: 0,
        reconnectionDelay: delay,
        reconnectionDelayMax: delay,
        timeout: 5_000,
      };
      const viewer = open({ host: this.#server, contest, network, wrong: this.#isWrong });
      this.#seats.push({ viewer, route });
    }
  }

  #seatOwn(loses: boolean): void {
    const route = this.#network.openRoute();
    const seat = this.#seats.length;
    const viewer = new OwnViewer({
      host: this.#server,
      time: this.#time,
      random: this.#random,
      loses,
      network: agentOf(route),
      look: (contest, view) => this.#look(seat, contest, view),
      wrong: this.#isWrong,
    });
    this.#seats.push({ viewer, route });
    if (!loses) this.#careful.push(viewer);
  }

  /** What is held has numbers that nobody else has, and what is embargoed none at all. */
  #look(seat: number, contest: ContestId, { position, tally, link }: ContestView): void {
    this.#digest.update(`${seat} ${contest} ${position.seq} ${JSON.stringify(link)}\n`);
    const votes = Object.values(tally.votes).reduce((sum, each) => sum + each, 0);
    const released = this.#record.entries.some((entry) => isReleaseOf(contest, entry));
    if (votes >= SECRET && !released) this.#isWrong(`seat ${seat} sees what is held`);
    if (votes > 0 && !tally.open) this.#isWrong(`seat ${seat} sees what is embargoed`);
  }

  async #step(move: Move): Promise<void> {
    const { desk } = this.#server;
    let waitMs = this.#random.below(400);
    const wait = (ms: number) => {
      waitMs += ms % LONGEST_WAIT_MS;
    };
    const command = this.#random.oneIn(6) ? this.#ofOurOwn() : move({ board: desk.board, wait });
    // The writer gives this one itself, when the time is sure to have come.
    if (command !== null && command.type !== 'close-polls') this.#operators.send(desk, command);
    if (this.#random.oneIn(4)) this.#operators.sendAgain(desk);
    for (let fault = 0; fault < 3; fault += 1) this.#disturb(this.#random.pick(this.#seats));
    if (this.#random.oneIn(20)) this.#time.setWall(this.#random.pick(WALLS_MS));
    await this.#pass(waitMs);
    if (this.#random.oneIn(18)) await this.#restart();
  }

  /** What random moves do too seldom. */
  #ofOurOwn(): Command {
    const suspended = [...this.#server.desk.board.retractions.keys()].at(-1);
    if (suspended !== undefined && this.#random.oneIn(4))
      return { type: 'reinstate-call', callId: suspended, reason: 'checked', by: max };
    const contest = this.#random.pick([...this.#server.board.contests.keys()]);
    const reportId = `own-${this.#random.below(1_000_000)}`;
    const report = this.#random.oneIn(3) ? this.#secret() : this.#whole();
    return { type: 'report', by: eve, reports: [makeReport({ ...report, reportId, contest })] };
  }

  /** More than anyone can have voted: it waits for a person. */
  #secret(): SentReport {
    const votes = { constructor: SECRET + this.#random.below(1_000) };
    return { unit: NORTH, votes, reason: 'a typing error' };
  }

  /** A unit that is done, or done otherwise: something is proved, and taken back. */
  #whole(): SentReport {
    const unit = this.#random.pick([...MODEL_UNITS]);
    const votes = { ann: this.#random.below(30), bob: this.#random.below(20), constructor: 0 };
    const parts = { method: 'total', status: 'complete', supersedes: true } as const;
    return { ...parts, unit, votes, reason: 'counted again' };
  }

  #disturb({ viewer, route }: Seat): void {
    switch (this.#random.below(5)) {
      case 0:
        viewer.drop();
        return;
      case 1:
        route.stall();
        this.#time.after(this.#random.below(14_000), () => route.resume());
        return;
      case 2:
        route.delayMs = this.#random.below(1_500);
        return;
      default:
        route.delayMs = 0;
    }
  }

  async #restart(): Promise<void> {
    this.#kills += 1;
    this.#server.kill();
    this.#downSince = this.#time.elapsedMs();
    await this.#pass(this.#random.below(this.#random.oneIn(2) ? 1_000 : 20_000));
    this.#downSince = null;
    await this.#server.start();
    this.#operators.sendAgain(this.#server.desk);
  }

  async #bringToEnd(): Promise<void> {
    for (const { viewer, route } of this.#seats) {
      viewer.heal();
      route.delayMs = 0;
      route.resume();
    }
    // Whatever is on its way arrives, however late.
    await this.#pass(1_000);
    for (let tries = 0; tries < 50 && this.#operators.waiting > 0; tries += 1) {
      this.#operators.sendAgain(this.#server.desk);
      await this.#pass(500);
    }
    // What was lost on the way shows with the next change of its contest.
    for (const contest of this.#server.board.contests.keys()) {
      const text = { en: 'The end' };
      const noticeId = `last ${contest}`;
      await this.#submit({ type: 'post-notice', noticeId, contest, text, since: null, by: ada });
    }
    let left = this.#notYetRight(this.#seats.map(({ viewer }) => viewer));
    for (let look = 0; look < LOOKS && left.length > 0; look += 1) {
      await this.#pass(1_000);
      left = this.#notYetRight(left);
    }
    for (const viewer of left)
      this.#isWrong(
        `seat ${this.#seats.findIndex((seat) => seat.viewer === viewer)} is not right: ${viewer.describe()}`,
      );
  }

  /** Who has not all that the server has, or does not know it. */
  #notYetRight(viewers: readonly Viewer[]): readonly Viewer[] {
    return viewers.filter(
      (viewer) => !viewer.isRight() || (this.#isCareful(viewer) && !isFresh(viewer.state.link)),
    );
  }

  #isCareful(viewer: Viewer): viewer is OwnViewer {
    return viewer instanceof OwnViewer && this.#careful.includes(viewer);
  }

  async #submit(command: Command): Promise<void> {
    const answer = this.#server.desk.submit(command);
    await this.#pass(1_000);
    if (!(await answer).ok) this.#isWrong(`${command.type} was refused at the end`);
  }

  async #pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      await this.#time.pass(Math.min(1_000, left));
      for (const viewer of this.#careful) this.#checkAge(viewer);
    }
  }

  /** Old is never shown as live. */
  #checkAge(viewer: OwnViewer): void {
    const { contests, link } = viewer.state;
    const downMs = this.#downSince === null ? 0 : this.#time.elapsedMs() - this.#downSince;
    if (downMs > MOST_UNKNOWN_MS && isFresh(link))
      this.#isWrong(`seems live without a server: ${viewer.describe()}`);
    for (const [id, { position, link }] of contests) {
      const behindMs = this.#record.behindMs(id, position.seq);
      if (behindMs > MOST_UNKNOWN_MS && isFresh(link))
        this.#isWrong(`seems live, ${behindMs} ms behind: ${viewer.describe()}`);
    }
  }

  /** Nothing acknowledged is lost, nothing is kept twice. */
  #checkRecord(): void {
    const kept = this.#record.entries.flatMap(reportIdsOf);
    const times = new Map<string, number>();
    for (const id of kept) times.set(id, (times.get(id) ?? 0) + 1);
    for (const [id, count] of times) if (count > 1) this.#isWrong(`${id} was kept ${count} times`);
    for (const { reportId } of this.#operators.acknowledged)
      if (!times.has(reportId)) this.#isWrong(`${reportId} was acknowledged and is lost`);
    if (this.#operators.waiting > 0) this.#isWrong('an operator never got an answer');
    for (const contest of this.#record.openedEarly)
      this.#isWrong(`${contest} was opened by a clock that somebody had set`);
    for (const { seq, kind } of this.#record.entries) this.#digest.update(`${seq} ${kind}\n`);
  }

  readonly #isWrong = (what: string): void => {
    if (this.#wrong.length < 20) this.#wrong.push(`after ${this.#time.elapsedMs()} ms: ${what}`);
  };
}

function agentOf(route: Route) {
  // `as`: the types know an agent of browsers only, which is a text.
  return { agent: route.agent as unknown as string, transports: ['websocket'] };
}

function isFresh(link: { readonly state: string }): boolean {
  return link.state === 'live' || link.state === 'silent';
}

function isReleaseOf(contest: ContestId, entry: Entry): boolean {
  return entry.kind === 'hold-released' && entry.contest === contest;
}

function reportIdsOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'reports-accepted':
    case 'reports-noted':
    case 'report-held':
      return entry.body.reports.map(({ reportId }) => reportId);
    default:
      return [];
  }
}

function countKinds(entries: readonly Entry[]): ReadonlyMap<EntryKind, number> {
  const kinds = new Map<EntryKind, number>();
  for (const { kind } of entries) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return kinds;
}
