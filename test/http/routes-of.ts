import type { Express } from 'express';

/** A path that a server answers, and how. */
export interface Route {
  /** `GET`, `POST`; the answers to HEAD and OPTIONS are those of GET. */
  readonly method: string;
  /** As it is written, such as `/api/v1/contests/:id`. */
  readonly path: string;
  /** Whether pages of any origin may read it, and so everyone. */
  readonly open: boolean;
}

interface Layer {
  readonly route?: {
    readonly path: string;
    readonly stack: readonly { readonly method: string | undefined }[];
  };
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly match: (path: string) => boolean;
}

const PREFIX = '/api/v1';

/** Every route of an app, read from Express's own list, so that none can be forgotten. */
export function routesOf(app: Express): readonly Route[] {
  // `as`: Express leaves its list untyped.
  return (app.router as unknown as { stack: readonly Layer[] }).stack.flatMap((layer) =>
    routesIn(layer, ''),
  );
}

function routesIn(layer: Layer, prefix: string): readonly Route[] {
  if (layer.route) {
    const methods = new Set(layer.route.stack.map(({ method }) => method));
    const path = prefix + layer.route.path;
    return ['get', 'post', 'put', 'patch', 'delete']
      .filter((method) => methods.has(method))
      .map((method) => ({ method: method.toUpperCase(), path, open: methods.has('options') }));
  }
  // What is put in without a path matches every one.
  const below = layer.match('/anywhere') ? prefix : PREFIX;
  return (layer.handle.stack ?? []).flatMap((inner) => routesIn(inner, below));
}
