import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../server/root.ts';
import { runWords } from './run-words.ts';

describe('wrong words', () => {
  it.each([
    [['sevre'], "unknown command 'sevre' (Did you mean serve?)"],
    [
      ['bogus'],
      "unknown command 'bogus'. Write one of serve, load, replay, verify, user, token. See: ",
    ],
    [['user', 'bogus'], "unknown command 'bogus'. Write one of add, link, "],
    [['serve', '--prot', '6000'], "unknown option '--prot' (Did you mean --port?)"],
    [['serve', '--port', 'x'], 'Write a port from 1 to 65535, such as --port 6000.'],
    [['serve', '--port', '70000'], 'Write a port from 1 to 65535, such as --port 6000.'],
    [['serve', '--public-url', 'here'], 'Write an address such as https://results.example.org.'],
    [['serve', '--trust-proxy', '10.0.0.0/33'], 'such as 10.0.0.5,192.168.7.0/24.'],
    [['serve', '--trust-proxy', 'nginx'], 'such as 10.0.0.5,192.168.7.0/24.'],
    [['load'], "missing required argument 'file'"],
    [['load', 'a', 'b'], 'too many arguments'],
    [['replay', 'x', '--speed', 'fast'], 'Write a number above 0, such as --speed 60.'],
    [['user', 'add', 'Ana'], "required option '--role <role>' not specified"],
    [['user', 'add', 'Ana', '--role', 'boss'], 'Allowed choices are entry, editor, admin.'],
    [['token', 'lst'], "unknown command 'lst' (Did you mean list?)"],
  ])('%j get one line that says what to write, and exit code 2', async (words, said) => {
    const { exitCode, out, err } = await runWords(...words);
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toMatch(/ See: npx fiftyline( \w+)* --help\n$/);
  });

  it('none at all get the list of commands, and exit code 2', async () => {
    const { exitCode, err } = await runWords();
    expect(exitCode).toBe(2);
    expect(err).toContain('Usage: npx fiftyline');
  });
});

describe('--help', () => {
  it.each([
    [['serve']],
    [['load']],
    [['replay']],
    [['verify']],
    [['user', 'add']],
    [['user', 'link']],
    [['user', 'list']],
    [['user', 'role']],
    [['user', 'password']],
    [['user', 'sign-out']],
    [['user', 'remove']],
    [['token', 'add']],
    [['token', 'renew']],
    [['token', 'list']],
    [['token', 'role']],
    [['token', 'remove']],
  ])('of %j has an example that begins with it', async (words) => {
    const { exitCode, out } = await runWords(...words, '--help');
    expect(exitCode).toBe(0);
    expect(out).toContain(`Example: npx fiftyline ${words.join(' ')}`);
    for (const file of out.match(/\bdata\/[\w./-]+/g) ?? [])
      expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  it('names every command', async () => {
    const { out } = await runWords('--help');
    for (const command of ['serve', 'load', 'replay', 'verify', 'user', 'token'])
      expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  });
});
