import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface SecurityOptions {
  /** Where readers find us; null: at whatever host they asked for, over plain http. */
  readonly publicUrl: string | null;
  /** Vite's development pages need a laxer policy. */
  readonly development: boolean;
}

/** Vite puts styles in by script; its reloading listens on a port of its own, and waits in a worker. */
const VITE = {
  workerSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  connectSrc: ["'self'", 'ws:'],
};

/** What may be framed and read from anywhere. Nothing else may. */
const OPEN_PATHS = /^\/(api|embed|overlay)\//;
const HOST = /^[\w.:[\]-]{1,255}$/;

/**
 * A strict policy: no inline script or style, nothing from elsewhere. Walls in a newsroom run on plain
 * http, so that an upgrade to https is asked for only where the public address is https.
 */
export function securityHeaders({ publicUrl, development }: SecurityOptions): RequestHandler {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const headersFor = (framable: boolean) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: [framable ? '*' : "'none'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", (request) => socketOrigin(request.headers.host, publicUrl)],
          ...(development && VITE),
          ...(secure && { upgradeInsecureRequests: [] }),
        },
      },
      xFrameOptions: framable ? false : { action: 'deny' },
      crossOriginResourcePolicy: { policy: framable ? 'cross-origin' : 'same-origin' },
      // On plain http browsers ignore these two, with a warning in the console.
      crossOriginOpenerPolicy: secure,
      originAgentCluster: secure,
      strictTransportSecurity: secure,
      // Under 'no-referrer' a form of ours would be sent with the origin 'null'.
      referrerPolicy: { policy: 'same-origin' },
    });
  const framable = headersFor(true);
  const closed = headersFor(false);
  return (request, response, next) =>
    (OPEN_PATHS.test(request.path) ? framable : closed)(request, response, next);
}

/** Not every browser counts a socket to the page's own host as 'self'. */
function socketOrigin(host: string | undefined, publicUrl: string | null): string {
  const ours = publicUrl === null ? host : new URL(publicUrl).host;
  if (ours === undefined || !HOST.test(ours)) return "'self'";
  return publicUrl?.startsWith('https:') ? `wss://${ours}` : `ws://${ours}`;
}
