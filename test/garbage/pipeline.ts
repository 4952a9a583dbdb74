import { openRaw, type RawAnswer, type RawConnection } from '../http/raw-http.ts';

/** A request as a storm sends it. What it holds must be readable as HTTP: the rest is told to it elsewhere. */
export interface StormRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** So many are on their way at once on each connection. */
const IN_FLIGHT = 50;
const CONNECTIONS = 4;

/**
 * Sends requests over a few kept connections, many at once on each, and tells of every answer. Rejects
 * where the server ends a connection without an answer.
 */
export async function sendAll(
  url: string,
  requests: readonly StormRequest[],
  tell: (answer: RawAnswer, request: StormRequest) => void,
): Promise<void> {
  let next = 0;

  async function work(connection: RawConnection): Promise<void> {
    while (next < requests.length) {
      const some = requests.slice(next, next + IN_FLIGHT);
      next += IN_FLIGHT;
      connection.write(some.map(textOf).join(''));
      for (const request of some) {
        const answer = await connection.answer();
        if (answer === null) throw new Error(`no answer to ${textOf(request).slice(0, 2_000)}`);
        tell(answer, request);
      }
    }
    connection.close();
  }

  await Promise.all(Array.from({ length: CONNECTIONS }, () => work(openRaw(url))));
}

function textOf({ method, path, headers = [], body = '' }: StormRequest): string {
  // The connection writes each character as a byte.
  const bytes = Buffer.from(body, 'utf8').toString('latin1');
  const all = ['Host: localhost', `Content-Length: ${bytes.length}`, ...headers];
  return `${method} ${path} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${bytes}`;
}
