import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between browsers and a server on this machine, which can be cut. */
export interface BreakableLine {
  readonly url: string;
  /** Nothing passes any more in either direction, and nobody is told: a tunnel, a dead router. */
  freeze(): void;
  /** Every connection ends, and none can be made. */
  cut(): void;
  /** What stood still goes on, and connections can be made. */
  mend(): void;
  close(): Promise<void>;
}

/** @param port of the server */
export async function openLine(port: number): Promise<BreakableLine> {
  const sockets = new Set<Socket>();
  let state: 'whole' | 'frozen' | 'cut' = 'whole';
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    if (state === 'frozen') for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `as`: a server that listens on a port has such an address.
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    freeze() {
      state = 'frozen';
      for (const socket of sockets) socket.pause();
    },
    cut() {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      state = 'whole';
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
