import { expect, it } from 'vitest';
import { isSameOrigin } from '../../server/http/same-origin.ts';

const host = 'wall.local:5050';
const https = 'https://results.example.org';

it.each([
  ['a page of ours, as a browser on https or localhost says', { 'sec-fetch-site': 'same-origin' }],
  ['a page of ours over plain http', { host, origin: 'http://wall.local:5050' }],
  ['a page of ours behind a proxy', { host, origin: https }],
])('believes %s', (_name, headers) => {
  expect(isSameOrigin(headers, https)).toBe(true);
});

it.each([
  ['a page of another site', { 'sec-fetch-site': 'cross-site', host, origin: `http://${host}` }],
  ['another name of the same site', { 'sec-fetch-site': 'same-site' }],
  ['another origin', { host, origin: 'http://evil.example' }],
  ['another port', { host, origin: 'http://wall.local:6000' }],
  ['https in place of http', { host, origin: 'https://wall.local:5050' }],
  ['a page without an origin', { host, origin: 'null' }],
  ['a request that says neither', { host }],
  ['an origin that begins like ours', { host, origin: 'http://wall.local:5050.evil.example' }],
])('does not believe %s', (_name, headers) => {
  expect(isSameOrigin(headers, https)).toBe(false);
});
