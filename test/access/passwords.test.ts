import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { passwordMistake } from '../../server/access/password-mistake.ts';
import { openPasswords } from '../../server/access/passwords.ts';
import { CHEAP } from './cheap-passwords.ts';

const { scrypt } = vi.hoisted(() => ({ scrypt: vi.fn() }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  scrypt.mockImplementation(real.scrypt);
  return { ...real, scrypt };
});

let salts = 0;
const salt = () => `salt ${++salts}`;
const passwords = openPasswords(salt, CHEAP);

describe('a password', () => {
  it('is known again, and no other', async () => {
    const kept = await passwords.keep('correct horse battery');
    expect(await passwords.matches('correct horse battery', kept)).toBe(true);
    expect(await passwords.matches('correct horse batterY', kept)).toBe(false);
    expect(await passwords.matches('', kept)).toBe(false);
  });

  it('is known again however its accents were typed', async () => {
    const kept = await passwords.keep('una elección en Piñón');
    expect(await passwords.matches('una elección en Piñón'.normalize('NFD'), kept)).toBe(true);
  });

  it('is kept otherwise each time, so that two people’s cannot be compared', async () => {
    const [one, other] = [await passwords.keep('the same'), await passwords.keep('the same')];
    expect(one).not.toBe(other);
  });

  it('is known again whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (password, other) => {
        const kept = await passwords.keep(password);
        expect(kept).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$[^$=]+\$[^$=]{43}$/);
        expect(await passwords.matches(password, kept)).toBe(true);
        const same = other.normalize('NFKC') === password.normalize('NFKC');
        expect(await passwords.matches(other, kept)).toBe(same);
      }),
      { numRuns: 50 },
    );
  });

  it('is checked at the cost at which it was kept, when a newer one is dearer', async () => {
    const kept = await passwords.keep('correct horse battery');
    const dearer = openPasswords(salt, { ...CHEAP, costLog2: 5 });
    expect(await dearer.matches('correct horse battery', kept)).toBe(true);
  });
});

describe('a name that nobody has', () => {
  it('costs the very hash that a password costs, and is let in by nothing', async () => {
    const kept = await passwords.keep('correct horse battery');
    scrypt.mockClear();
    expect(await passwords.matches('guess', kept)).toBe(false);
    expect(await passwords.matches('guess', null)).toBe(false);
    const [known, unknown] = scrypt.mock.calls;
    const costOf = (call: unknown[] | undefined) => [call?.[0], call?.[2], call?.[3]];
    expect(costOf(unknown)).toEqual(costOf(known));
    expect(scrypt).toHaveBeenCalledTimes(2);
  });
});

it('takes 128 MiB a guess unless told otherwise', async () => {
  const kept = await openPasswords(salt).keep('correct horse battery');
  expect(kept).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/);
  const N = 2 ** 17;
  expect(scrypt.mock.lastCall?.[3]).toMatchObject({ N, r: 8, p: 1 });
});

describe('a new password', () => {
  it.each([
    ['twelve characters', 'pear tree 12', 'Ana'],
    ['a few words, with no other rule', 'correct horse battery staple', 'Ana'],
    ['a name so short that many words hold it', 'correct horse ana', 'Ana'],
    ['signs of more than one unit', '🗳️🐎🔋📎🧷🪢🧵🪡🧶🥽🥼🦺', 'Ana'],
  ])('may be %s', (_what, password, name) => {
    expect(passwordMistake(password, name)).toBeNull();
  });

  it.each([
    ['short', 'pear tree 1', 'Ana', '12 to 200 characters'],
    ['endless', 'pear tree '.repeat(21), 'Ana', '12 to 200 characters'],
    ['one character', 'aaaaaaaaaaaaaaaa', 'Ana', '5 different characters'],
    ['their own name', 'I am AMINA RUIZ!', 'Amina Ruiz', 'the name'],
  ])('may not be %s', (_what, password, name, said) => {
    expect(passwordMistake(password, name)).toContain(said);
  });
});
