import type { RequestHandler, Router } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { READ_ROLES } from '../access/permissions.ts';
import type { LiveCounts } from '../live/live-counts.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { requireToken } from './guard.ts';
import { routeOf } from './route-of.ts';

/** From a look-up in memory to 5,000 reports on a slow disk. */
const BUCKETS_S = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];

/** Counts every answer by its route: paths are a reader's to invent, routes are ours. */
export function countRequests(
  registry: Registry,
  { clock }: Pick<HttpContext, 'clock'>,
): RequestHandler {
  const seconds = new Histogram({
    name: 'fiftyline_http_request_seconds',
    help: 'Time to the last byte of an answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: BUCKETS_S,
    registers: [registry],
  });
  return (request, response, next) => {
    const beganMs = clock.elapsedMs();
    response.on('finish', () => {
      const labels = { route: routeOf(request), status: String(response.statusCode) };
      seconds.observe(labels, (clock.elapsedMs() - beganMs) / 1_000);
    });
    next();
  };
}

/** `GET /metrics`: how the server does, for a machine that holds a token; of votes and holds nothing. */
export function addMetrics(router: Router, context: HttpContext, registry: Registry): void {
  gaugeServing(registry, context);
  countLive(registry, context.live);
  const { processMetrics } = context;
  const all = processMetrics === null ? registry : Registry.merge([registry, processMetrics]);
  endpoint(router, '/metrics', {
    get: [
      requireToken(context, READ_ROLES.metrics),
      async (_request, response) =>
        void response.set('Content-Type', all.contentType).send(await all.metrics()),
    ],
  });
}

function gaugeServing(registry: Registry, { reads, desk, isReady }: HttpContext): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('fiftyline_ready', 'Whether it can serve: 1 or 0.', () => (isReady() ? 1 : 0));
  gauge('fiftyline_served_seq', 'The last entry that readers are shown.', () => reads.board.seq);
  gauge('fiftyline_decided_seq', 'The last entry, durable or not.', () => desk.board.seq);
  gauge('fiftyline_contests', 'Contests that are served.', () => reads.board.contests.size);
}

/** What the live side counts by itself is read when it is asked for. */
function countLive(registry: Registry, live: () => LiveCounts): void {
  const counter = (name: string, help: string, read: (counts: LiveCounts) => number) =>
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(read(live()));
      },
    });
  new Gauge({
    name: 'fiftyline_live_readers',
    help: 'Connections to the live socket now.',
    registers: [registry],
    collect() {
      this.set(live().readers);
    },
  });
  counter('fiftyline_live_connections_total', 'Connections there were.', (of) => of.connections);
  counter('fiftyline_live_frames_total', 'Frames that were sent.', (of) => of.frames);
  counter('fiftyline_live_skipped_total', 'Frames too many for a slow reader.', (of) => of.skipped);
  new Counter({
    name: 'fiftyline_live_refused_total',
    help: 'Messages that were refused, by code.',
    labelNames: ['code'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [code, count] of live().refused) this.inc({ code }, count);
    },
  });
}
