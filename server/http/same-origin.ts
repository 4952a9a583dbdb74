import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser sent this from one of our own pages. Browsers say so by `Sec-Fetch-Site`, but only
 * on https and localhost; elsewhere by `Origin`. One that says neither is not believed.
 * @param publicUrl where a proxy shows us under another name.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return (
    origin === `http://${host}` || (publicUrl !== null && origin === new URL(publicUrl).origin)
  );
}
