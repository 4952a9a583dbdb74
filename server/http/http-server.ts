import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { answerUnreadable } from './answer-unreadable.ts';
import { type Failure, failure, sendFailure } from './failure.ts';

export interface ServerLimits {
  /** For the headers of a request to come in. */
  readonly headersTimeout: number;
  /** For a request to come in with its body. */
  readonly requestTimeout: number;
  /** How often these two are looked after. */
  readonly connectionsCheckingInterval: number;
  /** For a reader who takes nothing of what it was sent. */
  readonly timeout: number;
}

/** In milliseconds. 64 MB of a definition come in over a line of 5 Mbit/s. */
const LIMITS: ServerLimits = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  timeout: 120_000,
};

/** Where Socket.IO answers by its own rules. */
const SOCKET_PATH = '/socket.io/';

/**
 * A server that tells also those who do not reach `answer` what is wrong, in the one shape of every
 * error: who is too slow, who sends what is no HTTP, who asks for another protocol.
 */
export function httpServer(answer: RequestListener, limits: ServerLimits = LIMITS): Server {
  const { timeout, ...others } = limits;
  // Node's own answer to a request without a host has no body.
  const server = createServer({ ...others, requireHostHeader: false }, (request, response) => {
    const mistake = mistakeOf(request);
    if (mistake === null) answer(request, response);
    else sendFailure(response, mistake);
  });
  server.timeout = timeout;
  server.on('clientError', answerUnreadable);
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const message = 'Only “Expect: 100-continue” is understood here.';
    sendFailure(response, failure(417, 'bad-request', message));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    if (!request.url?.startsWith(SOCKET_PATH)) answerAsItIs(server, request, socket);
  });
  return server;
}

function mistakeOf({ httpVersion, headersDistinct, url = '' }: IncomingMessage): Failure | null {
  const hosts = headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0'))
    return failure(400, 'bad-request', 'Send one Host header.');
  if (url !== '*' && !URL.canParse(url, 'http://host'))
    return failure(400, 'bad-request', 'The address cannot be read.');
  return null;
}

/**
 * Who asks for another protocol than Socket.IO's may be answered as if they had not: Java's client does
 * so with every request over plain http. Node has let go of the body by then.
 */
function answerAsItIs(server: Server, request: IncomingMessage, socket: Socket): void {
  socket.on('error', () => socket.destroy());
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.on('finish', () => socket.destroySoon());
  if (request.method === 'GET' || request.method === 'HEAD')
    server.emit('request', request, response);
  else
    sendFailure(response, failure(400, 'bad-request', 'Send this as HTTP/1.1, with no Upgrade.'));
}
