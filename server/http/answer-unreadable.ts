import { type OutgoingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Failure, failure } from './failure.ts';

/** Node's names for what a client did: https://nodejs.org/api/errors.html */
const FAILURES: Readonly<Record<string, Failure>> = {
  ERR_HTTP_REQUEST_TIMEOUT: failure(408, 'too-slow', 'The request took too long to come in.'),
  HPE_HEADER_OVERFLOW: failure(431, 'too-large', 'Address and headers are at most 16 KB.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: failure(413, 'too-large', 'Send the body without extensions.'),
};

const NO_HTTP = failure(400, 'bad-request', 'This cannot be read as a request of HTTP/1.1.');

/** Answers a connection on which no request could be read, and ends it. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const failed =
    (Object.hasOwn(FAILURES, error.code ?? '') && FAILURES[error.code ?? '']) || NO_HTTP;
  if (error.code !== 'ECONNRESET' && socket.writable && !isAnswering(socket))
    socket.write(textOf(failed));
  socket.destroySoon();
}

/** What is being sent of the answer before must not be broken into. Node looks at the same field. */
function isAnswering(socket: Socket & { readonly _httpMessage?: OutgoingMessage | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}

function textOf({ status, code, message, path }: Failure): string {
  const body = JSON.stringify({ error: { code, message, path } });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
