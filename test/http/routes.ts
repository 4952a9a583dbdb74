import type { Express } from 'express';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  /** Where it stands. */
  readonly rawPath: string;
}

/** Every path with a method that an app has a handler of its own for: `GET /api/v1/contests/{id}`. */
export function routesOf(app: Express): readonly string[] {
  // `as`: Express keeps its layers untyped.
  const { stack } = app.router as unknown as { stack: readonly Layer[] };
  return stack.flatMap((layer) => routesBelow(layer, layer.rawPath.replace(/\/$/, '')));
}

function routesBelow({ route, handle }: Layer, mount: string): readonly string[] {
  if (route !== undefined)
    return ['get', 'post']
      .filter((method) => route.methods[method])
      .map((method) => `${method.toUpperCase()} ${mount}${inBraces(route.path)}`);
  return (handle.stack ?? []).flatMap((layer) => routesBelow(layer, mount));
}

function inBraces(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}
