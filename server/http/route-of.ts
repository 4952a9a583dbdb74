import type { Request } from 'express';

/** The route that answered, such as `GET /api/v1/contests/:id`; what no route answered is all one. */
export function routeOf({ method, baseUrl, route }: Request): string {
  // `as`: Express leaves the route untyped; undefined where none was found.
  const path = (route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? `${method} ${baseUrl}${path}` : 'none';
}
