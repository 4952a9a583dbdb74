import fc from 'fast-check';
import { openRaw, type RawConnection } from '../http/raw-http.ts';
import { nearly } from './mutations.ts';

/** One connection to the socket, by long polling: what it sends, packet by packet. */
export type SocketVisit = readonly string[];

const POSITION = { epoch: 'x', seq: 3 };
const many = (count: number) => Array.from({ length: count }, (_value, at) => `c${at}`);

/** What a reader that works would send. */
const MESSAGES = [
  ['subscribe', { contests: ['mayor'] }],
  ['subscribe', { contests: ['mayor', 'trial'], positions: { mayor: POSITION } }],
  ['subscribe', { contests: [] }],
  ['unsubscribe', { contests: ['mayor'] }],
  ['subscribe', { contests: many(150) }],
  ['subscribe', { contests: many(201) }],
  ['publish', { contest: 'mayor' }],
];

/** Packets of Socket.IO in `/live`: events, with and without an id to be acknowledged, and all other kinds. */
const packet: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        nearly(MESSAGES),
        fc.constantFrom('42/live,', '42/live,', '42/live,7', '42/desk,', '42'),
      )
      .map(([json, head]) => head + json),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '40/live,{"token":{}}',
      '40/live,[]',
      '40/__proto__,',
      '40/nowhere,',
      '41/live,',
      '43/live,1[]',
      '44/live,"x"',
      '451-/live,["subscribe",{"_placeholder":true,"num":0}]',
      '4599999-/live,["subscribe",{"_placeholder":true,"num":0}]',
      '452-/live,["subscribe",{"_placeholder":true,"num":"__proto__"}]',
      '461-/live,1[{"_placeholder":true,"num":-1}]',
      'bAAAA',
      'b!!!!',
      '42/live,["connect"]',
      '42/live,["disconnect",1]',
      '42/live,["newListener"]',
      '42/live,["__proto__",{}]',
      '42/live,[1,2]',
      '42/live,[]',
      '42/live,{}',
      '42/live,999999999999999999999["subscribe"]',
      '2',
      '3',
      '5',
      '6',
      '0{}',
      '9',
    ),
  },
);

export const socketVisit: fc.Arbitrary<SocketVisit> = fc.array(packet, {
  minLength: 8,
  maxLength: 14,
});

/** A visit that subscribes until it is told to do so less often. */
export const EAGER: SocketVisit = many(40).map(
  () => '42/live,["subscribe",{"contests":["mayor"]}]',
);

/** A visit that asks for more contests than one reader may watch. */
export const GREEDY: SocketVisit = ['c', 'd'].map((letter) => {
  const contests = many(150).map((id) => letter + id);
  return `42/live,${JSON.stringify(['subscribe', { contests }])}`;
});

const VISITORS = 4;

/** Pays all these visits, a few at a time. Rejects where the server does not answer. */
export async function visitAll(url: string, visits: readonly SocketVisit[]): Promise<void> {
  const waiting = [...visits];
  const work = async (connection: RawConnection): Promise<void> => {
    for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop())
      await pay(connection, visit);
    connection.close();
  };
  await Promise.all(Array.from({ length: VISITORS }, () => work(openRaw(url))));
}

async function pay(connection: RawConnection, visit: SocketVisit): Promise<void> {
  const opened = await ask(connection, '', null);
  // `as`: the first packet of Engine.IO, after its type.
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  await ask(connection, sid, '40/live,');
  // Engine.IO parts packets by this character.
  await ask(connection, sid, visit.map((text) => text.replaceAll('\u001e', ' ')).join('\u001e'));
  await ask(connection, sid, '1');
}

async function ask(connection: RawConnection, sid: string, body: string | null): Promise<string> {
  const text = Buffer.from(body ?? '', 'utf8').toString('latin1');
  const path = `/socket.io/?EIO=4&transport=polling${sid === '' ? '' : `&sid=${sid}`}`;
  const method = body === null ? 'GET' : 'POST';
  connection.write(
    `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
  );
  const answer = await connection.answer();
  if (answer === null || answer.status >= 500) throw new Error(`no answer to ${text}`);
  return answer.body;
}
