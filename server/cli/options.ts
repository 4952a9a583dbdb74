import { InvalidArgumentError, Option } from 'commander';
import { ROLES } from '../../shared/night/actor.ts';
import { DEFAULT_CONFIG } from '../config.ts';

/** Options that several commands have, each with its environment variable. */

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

export function urlOption(): Option {
  return new Option('--url <url>', 'the running server')
    .env('FIFTYLINE_URL')
    .default(`http://localhost:${DEFAULT_CONFIG.port}`)
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

/** @returns the address without a slash at its end */
function parseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin;
  throw new InvalidArgumentError('Write an address such as https://results.example.org.');
}
