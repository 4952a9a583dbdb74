import fc from 'fast-check';
import { anyBody, nearly } from './mutations.ts';
import type { StormRequest } from './pipeline.ts';
import { BODIES, IDS } from './storm-bodies.ts';

/** Who asks: a role's token, a token that does not hold, or nobody. */
export type Tokens = Readonly<Record<string, string>>;

const NAMES = [
  'at',
  'seq',
  'lang',
  'v',
  'epoch',
  'after',
  'limit',
  'order',
  'contest',
  'reset',
  'x',
];
const VALUES = [
  '',
  '0',
  '1',
  '3',
  '-1',
  '1e3',
  '0x10',
  '99999999999999999999',
  'NaN',
  'en',
  'es',
  'de',
  'oldest',
  'newest',
  'mayor',
  '2017-04-18T19:30:00-04:00',
  '2017-04-18T19:30:00%2B04:00',
  '9999-12-31T23:59:59Z',
  '2017-13-45',
  '__proto__',
  '%00',
  '%ff',
  '%',
  '1.1',
  '%F0%9F%97%B3',
  '[]',
];

const READS = [
  '/api/v1/elections',
  '/api/v1/contests',
  '/api/v1/contests/{id}',
  '/api/v1/contests/{id}/definition',
  '/api/v1/contests/{id}/units',
  '/api/v1/contests/{id}/history',
  '/api/v1/journal',
  '/api/v1/session',
  '/api/v1/holds',
  '/api/v1/audit',
  '/api/v1/people',
  '/api/openapi.json',
  '/healthz',
  '/readyz',
  '/metrics',
  '/',
  '/contests/{id}',
  '/screen/{id}',
  '/desk',
  '/sign-in',
  '/socket.io/',
  '/api',
  '/{id}/{id}',
  '//{id}',
  '/assets/{id}',
];

/** Characters that HTTP lets stand in an address. */
const inAddress = fc
  .string({ unit: fc.constantFrom(...'abc019-._~!$&()*+,;=:@/?%[]{}|^`<>"\\'), maxLength: 40 })
  .map((text) => `/${text}`);

const query = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)), { maxLength: 3 })
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

const HEADERS = [
  'Accept: */*',
  'Accept-Language: es;q=x,,;',
  'Accept-Language: es',
  'If-None-Match: *',
  'If-None-Match: W/"x", ,"',
  'If-Modified-Since: yesterday',
  'Range: bytes=9-1,0-',
  'Accept-Encoding: br;q=0, identity',
  'Cookie: fiftyline=x; =; fiftyline',
  'Cookie: __proto__=1; fiftyline=%00',
  'Origin: null',
  'Sec-Fetch-Site: same-origin',
  'X-Forwarded-For: x, , 999.1.1.1',
  'X-Forwarded-Proto: ftp',
  'X-Forwarded-Host: [',
  'X-HTTP-Method-Override: DELETE',
  'Content-Encoding: gzip',
  'Content-Encoding: x',
  'Authorization: Basic eDp4',
  'Authorization: Bearer',
  'TE: trailers',
  '__proto__: x',
  'constructor: x',
];

const headers = fc.array(fc.constantFrom(...HEADERS), { maxLength: 2 });

function withIds(path: string, ids: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 })
    .map((some) => some.reduce((text, id) => text.replace('{id}', id), path));
}

/** Reads of paths there are and of paths there are not, by odd methods too. */
export function oddReads(tokens: Tokens, ids: readonly string[] = IDS): fc.Arbitrary<StormRequest> {
  const known = fc.constantFrom(...READS).chain((path) => withIds(path, ids));
  const method = fc.constantFrom('GET', 'GET', 'GET', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH');
  return fc
    .record({
      method,
      path: fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: inAddress }),
      query,
      headers,
      who: fc.constantFrom(null, null, null, ...Object.values(tokens)),
    })
    .map(({ method, path, query, headers, who }) => ({
      method,
      path: path + query,
      headers: who === null ? headers : [...headers, `Authorization: Bearer ${who}`],
    }));
}

const TYPES = [
  'application/json',
  'application/json',
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  ';',
];

/** Writes whose body is nearly right, or anything at all. */
export function oddWrites(tokens: Tokens, ids: readonly string[]): fc.Arbitrary<StormRequest> {
  const kinds = Object.entries(BODIES).map(([path, bodies]) =>
    fc
      .record({
        path: withIds(path, [...ids, ...IDS]),
        body: fc.oneof({ weight: 6, arbitrary: nearly(bodies) }, { weight: 1, arbitrary: anyBody }),
        type: fc.constantFrom(...TYPES.map((_type, at) => (at < 3 ? TYPES[0] : TYPES[at]) ?? '')),
        who: fc.constantFrom(...Object.values(tokens)),
      })
      .map(({ path, body, type, who }) => ({
        method: 'POST',
        path: `/api/v1${path}`,
        headers: [`Content-Type: ${type}`, `Authorization: Bearer ${who}`],
        body,
      })),
  );
  return fc.oneof(...kinds);
}

const FORMS = [
  'code=x',
  'code=',
  'code=%00',
  'code=a&code=b',
  'code[]=x',
  '__proto__=x',
  '%',
  '&&=&',
  '',
];

/** Forms of a page to sign in or out. Passwords are left out: each costs as much as it should. */
export const oddForms: fc.Arbitrary<StormRequest> = fc
  .record({
    path: fc.constantFrom('/sign-in', '/sign-in?code=x', '/sign-out'),
    body: fc.oneof(fc.constantFrom(...FORMS), fc.string({ unit: 'binary-ascii', maxLength: 200 })),
    type: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'),
    origin: fc.constantFrom('Sec-Fetch-Site: same-origin', 'Origin: http://localhost', 'Origin: x'),
    headers,
  })
  .map(({ path, body, type, origin, headers }) => ({
    method: 'POST',
    path,
    headers: [`Content-Type: ${type}`, origin, ...headers.filter((one) => !/^(Or|Sec)/.test(one))],
    body,
  }));
