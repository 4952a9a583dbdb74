import { Agent, type Server } from 'node:http';
import { Duplex } from 'node:stream';

/**
 * A network inside the process: HTTP and WebSocket as ever, over pairs of streams instead of sockets,
 * so that the same seed has everything arrive in the same order.
 */
export class MemoryNetwork {
  readonly #lines = new Set<Line>();
  #server: Server | null = null;
  #underWay = 0;

  /** From now on, who connects reaches this server. */
  serve(server: Server): void {
    this.#server = server;
  }

  /** The machine is gone: nothing more leaves it. */
  cut(): void {
    this.#server = null;
    for (const line of this.#lines) line.destroy();
    this.#lines.clear();
  }

  openRoute(): Route {
    return new Route(this);
  }

  /** Resolves once nothing is on its way, but for what is held up. */
  settle = async (): Promise<void> => {
    do for (let turn = 0; turn < 4; turn += 1) await turnOfTheLoop();
    while (this.#underWay > 0);
  };

  /** @returns the client's end of a new line */
  connect(route: Route): Duplex {
    const client = new Line();
    const server = this.#server;
    if (server === null) {
      this.later(0, () => client.destroy(new Error('connection refused')));
      return client;
    }
    const far = new Line();
    client.connect(far, new Way(this, route));
    far.connect(client, new Way(this, route));
    this.#lines.add(far);
    far.once('close', () => this.#lines.delete(far));
    this.later(0, () => {
      server.emit('connection', far);
      client.emit('connect');
    });
    return client;
  }

  later(delayMs: number, run: () => void): void {
    if (delayMs > 0) return void setTimeout(run, delayMs);
    this.#underWay += 1;
    setImmediate(() => {
      this.#underWay -= 1;
      run();
    });
  }
}

/** One viewer's way to the server, and what is wrong with it. */
export class Route {
  /** For whatever makes HTTP requests. */
  readonly agent: Agent;
  /** Of everything that goes along it. */
  delayMs = 0;
  readonly #ways = new Set<Way>();
  #stalled = false;

  constructor(network: MemoryNetwork) {
    this.agent = new MemoryAgent(() => network.connect(this));
  }

  get stalled(): boolean {
    return this.#stalled;
  }

  /** Nothing arrives until `resume`, and nobody is told. */
  stall(): void {
    this.#stalled = true;
  }

  /** What was held up arrives, in its order, on lines that are there still. */
  resume(): void {
    this.#stalled = false;
    for (const way of this.#ways) way.go();
  }

  add(way: Way): void {
    this.#ways.add(way);
  }

  remove(way: Way): void {
    this.#ways.delete(way);
  }
}

class MemoryAgent extends Agent {
  readonly #connect: () => Duplex;

  constructor(connect: () => Duplex) {
    super();
    this.#connect = connect;
  }

  override createConnection(): Duplex {
    return this.#connect();
  }
}

/** One direction of a line: what goes along it arrives in its order. */
class Way {
  readonly #network: MemoryNetwork;
  readonly #route: Route;
  #waiting: (() => void)[] = [];
  #going = false;

  constructor(network: MemoryNetwork, route: Route) {
    this.#network = network;
    this.#route = route;
    route.add(this);
  }

  carry(arrive: () => void): void {
    this.#waiting.push(arrive);
    this.go();
  }

  go(): void {
    if (this.#going || this.#route.stalled || this.#waiting.length === 0) return;
    this.#going = true;
    this.#network.later(this.#route.delayMs, () => {
      this.#going = false;
      if (this.#route.stalled) return;
      const arriving = this.#waiting;
      this.#waiting = [];
      for (const arrive of arriving) arrive();
    });
  }

  end(): void {
    this.carry(() => this.#route.remove(this));
  }
}

/** One end of a line; has what Node's HTTP asks of a socket. */
class Line extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  #peer: Line | null = null;
  #way: Way | null = null;

  connect(peer: Line, way: Way): void {
    this.#peer = peer;
    this.#way = way;
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#tell((peer) => peer.push(chunk));
    done();
  }

  override _writev(chunks: readonly { chunk: Buffer }[], done: () => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer', done);
  }

  override _final(done: () => void): void {
    this.#tell((peer) => peer.push(null));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#tell((peer) => peer.destroy());
    this.#way?.end();
    done(error);
  }

  #tell(what: (peer: Line) => void): void {
    this.#way?.carry(() => {
      if (this.#peer !== null && !this.#peer.destroyed) what(this.#peer);
    });
  }
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
