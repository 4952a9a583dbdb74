import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';
import { TEST_ELECTION } from '../http/test-election.ts';

let night: TestApp;
const open: Socket[] = [];

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});
afterAll(() => night.close());

const TEXT = 0x81;
const BINARY = 0x82;
const CLOSE = 0x88;

/** A frame as a browser sends it, masked; a length of one's own may be claimed. */
function frame(first: number, content: string | Buffer, claimed?: bigint): Buffer {
  const data = Buffer.from(content);
  const length = claimed ?? BigInt(data.length);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(length, 2);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, data.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
}

/** A WebSocket on which anything may be written. */
async function openSocket(): Promise<Socket> {
  const socket = connect(Number(new URL(night.url).port), '127.0.0.1');
  open.push(socket);
  socket.on('error', () => {});
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      'Host: x',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  await once(socket, 'data');
  return socket;
}

/** Once the server has let go of it: at once, or by the close frame that a browser would answer. */
async function ended(socket: Socket): Promise<void> {
  let received = Buffer.alloc(0);
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    if (kindsIn(received).includes(CLOSE)) socket.destroy();
  });
  if (!socket.closed) await once(socket, 'close');
  expect((await night.get('/healthz')).status).toBe(200);
}

/** The kinds of the frames that a server sent, each shorter than 64 KB. */
function kindsIn(bytes: Buffer): readonly number[] {
  const kinds: number[] = [];
  for (let at = 0; at + 1 < bytes.length; ) {
    kinds.push(bytes[at] ?? 0);
    const short = bytes[at + 1] ?? 0;
    if (short === 126 && at + 3 >= bytes.length) break;
    at += short === 126 ? 4 + bytes.readUInt16BE(at + 2) : 2 + short;
  }
  return kinds;
}

describe('a connection is ended that', () => {
  it.each([
    ['has no mask', Buffer.from([TEXT, 1, 0x31])],
    ['has bits that mean nothing', frame(0xf1, '2')],
    ['is of a kind that there is not', frame(0x83, '2')],
    ['claims a length beyond all memory', frame(TEXT, '2', 2n ** 63n - 1n)],
    ['is longer than a message may be', frame(TEXT, 'x'.repeat(70_000))],
    ['is no UTF-8', frame(TEXT, Buffer.from([0x34, 0xff, 0xfe]))],
    ['goes on with what never began', frame(0x80, '2')],
    ['is a close with half a reason', frame(0x88, Buffer.from([3]))],
    ['is a ping longer than pings are', frame(0x89, 'x'.repeat(126))],
    ['is no packet of Socket.IO', frame(TEXT, '49')],
    ['is an event that is no JSON', frame(TEXT, '42/live,["subscribe"')],
    ['announces more attachments than there can be', frame(TEXT, '4599999-/live,["x",1]')],
  ])('sends a frame that %s', async (_name, bytes) => {
    const socket = await openSocket();
    socket.write(frame(TEXT, '40/live,'));
    socket.write(bytes);
    await ended(socket);
  });
});

it('keeps no pieces of a message that is too long', async () => {
  const socket = await openSocket();
  const piece = Buffer.alloc(10_000, 'x');
  socket.write(frame(0x01, piece));
  for (let sent = 0; sent < 10; sent += 1) socket.write(frame(0x00, piece));
  await ended(socket);
});

it('takes no bytes where words are due', async () => {
  const socket = await openSocket();
  socket.write(frame(TEXT, '40/live,'));
  socket.write(frame(BINARY, randomBytes(1_000)));
  await ended(socket);
});

it('survives words nested deeper than it can look', async () => {
  const deep = '['.repeat(15_000) + ']'.repeat(15_000);
  for (const packet of [`42/live,["subscribe",${deep}]`, `451-/live,["subscribe",${deep}]`]) {
    const socket = await openSocket();
    socket.write(frame(TEXT, '40/live,'));
    socket.write(frame(TEXT, packet));
    socket.write(frame(BINARY, randomBytes(10)));
    await ended(socket);
  }
});

it('lets go of readers who come and go in a storm', async () => {
  for (let round = 0; round < 5; round += 1) {
    const sockets = await Promise.all(Array.from({ length: 40 }, openSocket));
    for (const [at, socket] of sockets.entries()) {
      socket.write(frame(TEXT, '40/live,'));
      socket.write(frame(TEXT, '42/live,["subscribe",{"contests":["mayor"]}]'));
      if (at % 2 === 0) socket.destroy();
      else socket.end();
    }
  }
  const readers = async () => {
    const { text } = await night.get('/metrics', 'entry');
    return /^fiftyline_live_readers (\d+)$/m.exec(text)?.[1];
  };
  await vi.waitFor(async () => expect(await readers()).toBe('0'), { timeout: 30_000 });
});
