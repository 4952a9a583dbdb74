import { isIP } from 'node:net';
import { InvalidArgumentError, Option } from 'commander';
import { ROLES } from '../../shared/night/actor.ts';
import { DEFAULT_CONFIG } from '../config.ts';

/** Options that several commands have, each with its environment variable. */

export const DEFAULT_URL = `http://localhost:${DEFAULT_CONFIG.port}`;

export function hostOption(): Option {
  return new Option('--host <address>', 'the address to listen on')
    .env('FIFTYLINE_HOST')
    .default(DEFAULT_CONFIG.host);
}

export function portOption(): Option {
  return new Option('--port <number>', 'the port to listen on')
    .env('FIFTYLINE_PORT')
    .default(DEFAULT_CONFIG.port)
    .argParser(parsePort);
}

export function dataOption(): Option {
  return new Option('--data <folder>', 'the server’s data folder')
    .env('FIFTYLINE_DATA')
    .default(DEFAULT_CONFIG.data);
}

export function publicUrlOption(): Option {
  return new Option('--public-url <url>', 'where readers find the server, behind a proxy')
    .env('FIFTYLINE_PUBLIC_URL')
    .argParser(parseUrl);
}

export function trustProxyOption(): Option {
  return new Option(
    '--trust-proxy <addresses>',
    'proxies in front, whose X-Forwarded-For is believed: addresses or subnets, with commas between',
  )
    .env('FIFTYLINE_TRUST_PROXY')
    .default(DEFAULT_CONFIG.proxies, DEFAULT_CONFIG.proxies.join())
    .argParser(parseProxies);
}

export function urlOption(): Option {
  return new Option('--url <url>', 'the running server')
    .env('FIFTYLINE_URL')
    .default(DEFAULT_URL)
    .argParser(parseUrl);
}

export function roleOption(): Option {
  return new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory();
}

export function speedOption(): Option {
  return new Option(
    '--speed <times>',
    'how many times faster than life it plays (default: the night’s own)',
  ).argParser(parseSpeed);
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Write a port from 1 to 65535, such as --port 6000.');
}

function parseSpeed(text: string): number {
  const speed = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (speed > 0 && speed <= 1_000_000) return speed;
  throw new InvalidArgumentError('Write a number above 0, such as --speed 60.');
}

function parseProxies(text: string): readonly string[] {
  const proxies = text.split(',').map((proxy) => proxy.trim());
  if (proxies.every(isProxy)) return proxies;
  throw new InvalidArgumentError('Write addresses or subnets such as 10.0.0.5,192.168.7.0/24.');
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const most = [0, 0, 0, 0, 32, 0, 128][isIP(address)] ?? 0;
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return most > 0 && fits && rest.length === 0;
}

/** @returns the address without a slash at its end */
function parseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin;
  throw new InvalidArgumentError('Write an address such as https://results.example.org.');
}
