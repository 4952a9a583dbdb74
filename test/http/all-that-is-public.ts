import { io, type Socket } from 'socket.io-client';
import type { TestApp } from './open-test-app.ts';

/** One answer, with everything of it that a reader can tell apart. */
export interface PublicAnswer {
  readonly status: number;
  /** A line each, but those of the machine: the date, and the policy, which names the port. */
  readonly headers: string;
  readonly text: string;
}

/** What anyone is answered, by path. */
export type PublicAnswers = ReadonlyMap<string, PublicAnswer>;

const PAGES = ['/', '/contests/mayor', '/screen/mayor', '/desk', '/sign-in', '/nothing'];

/** Asks for everything that there is to be read, also what only the signed-in may, without being that. */
export async function allThatIsPublic(night: TestApp): Promise<PublicAnswers> {
  const present = [...(await documentedPaths(night)), ...PAGES];
  const paths = [...present, ...present.map(inSpanish), ...pastPaths(night)];
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await ask(night, path)] as const)),
  );
}

const OF_THE_MACHINE: ReadonlySet<string> = new Set(['date', 'content-security-policy']);

async function ask(night: TestApp, path: string): Promise<PublicAnswer> {
  const { status, headers, text } = await night.get(path);
  const lines = [...headers].filter(([name]) => !OF_THE_MACHINE.has(name));
  return { status, headers: lines.map((line) => line.join(': ')).join('\n'), text };
}

function inSpanish(path: string): string {
  return `${path}?lang=es`;
}

/** Every path that the description says can be read, whoever may. */
async function documentedPaths(night: TestApp): Promise<readonly string[]> {
  const { paths } = (await night.get('/api/openapi.json')).json;
  return Object.entries<object>(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path.replace('{id}', 'mayor'));
}

/** The contest at every entry, and each version of its definition. */
function pastPaths({ app: { follower } }: TestApp): readonly string[] {
  const { seq } = follower.board;
  const seqs = Array.from({ length: seq }, (_, at) => at + 1);
  const versions = [1, 2, 3, 4];
  return [
    ...seqs.map((seq) => `/api/v1/contests/mayor?seq=${seq}`),
    ...versions.map((version) => `/api/v1/contests/mayor/definition?v=${version}`),
    `/contests/mayor?seq=${seq}`,
  ];
}

export interface Listener {
  /** Every message so far, as text. */
  readonly heard: readonly string[];
  close(): void;
}

/** Someone who watches in one encoding, from now on. */
export async function listen(night: TestApp, encoding?: 'standing'): Promise<Listener> {
  const auth = encoding === undefined ? {} : { encoding };
  const socket: Socket = io(`${night.url}/live`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
  });
  const heard: string[] = [];
  socket.onAny((event, message) => {
    // The server's clock is no news.
    if (event !== 'time') heard.push(JSON.stringify([event, message]));
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const first = new Promise<void>((resolve) => socket.once('snapshot', () => resolve()));
  socket.emit('subscribe', { contests: ['mayor'] });
  await first;
  return { heard, close: () => socket.close() };
}

/** A text without what groups digits, so that 31,337 is found as 31337. */
export function withoutGrouping(text: string): string {
  return text.replace(/(?<=\d)[.,\u00a0\u202f ](?=\d)/g, '');
}
