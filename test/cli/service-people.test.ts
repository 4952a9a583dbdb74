import { beforeEach, expect, it } from 'vitest';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { openPasswords } from '../../server/access/passwords.ts';
import { openServicePeople } from '../../server/cli/service-people.ts';
import type { ElectionId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { CHEAP } from '../access/cheap-passwords.ts';

const APRIL = 'ga-2017-04-18' as ElectionId;
const JUNE = 'ga-2017-06-20' as ElectionId;

let access: Access;

beforeEach(() => {
  let made = 0;
  const next = () => `${++made}`;
  access = openAccess({
    store: openMemoryAccountStore(),
    now: () => instantOf(0),
    secret: next,
    id: next,
    passwords: openPasswords(next, CHEAP),
  });
});

const whoHave = async (tokens: object) =>
  Promise.all(Object.values(tokens).map(async (token) => (await access.byToken(token))?.name));

it('two nights are played by people of their own, beside one another', async () => {
  const april = await openServicePeople(access, APRIL);
  const june = await openServicePeople(access, JUNE);
  expect(await whoHave(april)).toEqual([
    'replay ga-2017-04-18',
    'replay ga-2017-04-18 (second person)',
  ]);
  expect(await whoHave(june)).toEqual([
    'replay ga-2017-06-20',
    'replay ga-2017-06-20 (second person)',
  ]);
});

it('who plays a night anew takes it over from who plays it', async () => {
  const before = await openServicePeople(access, APRIL);
  const after = await openServicePeople(access, APRIL);
  expect(await whoHave(before)).toEqual([undefined, undefined]);
  expect(await whoHave(after)).not.toContain(undefined);
});

it('nobody else can have their names', async () => {
  for (const name of ['replay', 'replay ga-2017-04-18', 'replay of tonight'])
    expect(await access.addAccount(name, 'entry', 'machine')).toMatchObject({ ok: false });
  expect(await access.addAccount('replays', 'entry', 'machine')).toMatchObject({ ok: true });
});
