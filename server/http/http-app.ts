import compression from 'compression';
import express, { type Express, Router } from 'express';
import { Registry } from 'prom-client';
import { addAudit } from './audit.ts';
import type { HttpContext } from './context.ts';
import { answerThrown, failure, sendFailure } from './failure.ts';
import { addHealth } from './health.ts';
import { addHolds } from './holds.ts';
import { addJournal } from './journal-page.ts';
import { addMetrics, countRequests } from './metrics.ts';
import { addOpenApi } from './openapi/add-openapi.ts';
import { addOperating } from './operating.ts';
import { addPeople } from './people.ts';
import { addReading } from './reading.ts';
import { addReports } from './reports.ts';
import { securityHeaders } from './security-headers.ts';
import { addSession } from './session.ts';
import { addSignIn } from './sign-in.ts';

export interface HttpOptions extends HttpContext {
  /** Vite's development pages need a laxer policy. */
  readonly development: boolean;
  /** Addresses and subnets whose word on whom they ask for is taken. */
  readonly proxies: readonly string[];
  /** Everything that is seen: pages and their files. */
  readonly pages: express.RequestHandler;
}

/** All that answers over HTTP, in the order in which it is asked. */
export function httpApp(options: HttpOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  // The nearest address that is no proxy of ours counts: what is said before it anyone could make up.
  app.set('trust proxy', options.proxies);
  const registry = new Registry();
  app.use(countRequests(registry, options));
  app.use(securityHeaders(options));
  app.use(compression());
  app.use('/api/v1', apiRouter(options));
  app.use('/api', descriptionRouter(), notFound);
  const site = Router({ caseSensitive: true });
  addHealth(site, options);
  addMetrics(site, options, registry);
  addSignIn(site, options);
  app.use(site);
  app.use(options.pages);
  app.use(notFound);
  app.use(answerThrown(options.log));
  return app;
}

function descriptionRouter(): Router {
  const router = Router({ caseSensitive: true });
  addOpenApi(router);
  return router;
}

function apiRouter(context: HttpContext): Router {
  const router = Router({ caseSensitive: true });
  addReading(router, context);
  addJournal(router, context);
  addSession(router, context);
  addReports(router, context);
  addOperating(router, context);
  addHolds(router, context);
  addAudit(router, context);
  addPeople(router, context);
  return router;
}

const notFound: express.RequestHandler = (_request, response) =>
  sendFailure(
    response,
    failure(404, 'not-found', 'There is nothing here; /api/openapi.json says what there is.'),
  );
