import { Command } from 'commander';
import type { Result } from '../../shared/basics/result.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { Access } from '../access/access.ts';
import type { Account } from '../access/account.ts';
import type { AccessRefusal } from '../access/people.ts';
import { openSystemAccess } from '../main.ts';
import { dataOption, roleOption, urlOption } from './options.ts';
import { Said } from './said.ts';

interface AccountOptions {
  readonly data: string;
  readonly url: string;
  readonly role: Role;
}

/** `user`: people, who sign in by a link. Works on the data folder, with or without a server running. */
export function userCommand(): Command {
  const user = new Command('user').description('people who may sign in to the desk');
  user
    .command('add <name>')
    .description('add a person and print a one-time sign-in link')
    .addOption(roleOption())
    .addOption(dataOption())
    .addOption(urlOption())
    .addHelpText('after', '\nExample: npx fiftyline user add "Ana Ruiz" --role editor')
    .action((name: string, { data, url, role }: AccountOptions) =>
      withAccounts(data, async (access) => {
        want(await access.addAccount(name, role, 'person'));
        await printLink(access, name, url);
      }),
    );
  user
    .command('link <name>')
    .description('print a new sign-in link for a person who is there already')
    .addOption(dataOption())
    .addOption(urlOption())
    .addHelpText('after', '\nExample: npx fiftyline user link "Ana Ruiz"')
    .action((name: string, { data, url }: AccountOptions) =>
      withAccounts(data, (access) => printLink(access, name, url)),
    );
  addListAndRemove(user, 'person', 'Ana Ruiz');
  return user;
}

/** `token`: machines, which send a token with each request. */
export function tokenCommand(): Command {
  const token = new Command('token').description('machines that may use the API');
  token
    .command('add <name>')
    .description('add a machine and print its token')
    .addOption(roleOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample: npx fiftyline token add county-feed --role entry')
    .action((name: string, { data, role }: AccountOptions) =>
      withAccounts(data, async (access) => {
        want(await access.addAccount(name, role, 'machine'));
        console.log(want(await access.newToken(name)).secret);
      }),
    );
  addListAndRemove(token, 'machine', 'county-feed');
  return token;
}

function addListAndRemove(parent: Command, kind: Account['kind'], example: string): void {
  const what = `npx fiftyline ${parent.name()}`;
  parent
    .command('list')
    .description('list them with their roles')
    .addOption(dataOption())
    .addHelpText('after', `\nExample: ${what} list`)
    .action(({ data }: AccountOptions) =>
      withAccounts(data, async (access) => {
        for (const { name, role } of await access.list(kind)) console.log(`${role}\t${name}`);
      }),
    );
  parent
    .command('remove <name>')
    .description('remove one, and end every session, link and token of theirs')
    .addOption(dataOption())
    .addHelpText('after', `\nExample: ${what} remove ${JSON.stringify(example)}`)
    .action((name: string, { data }: AccountOptions) =>
      withAccounts(data, async (access) => {
        want(await access.remove(name, kind));
        console.log(`${name}: removed`);
      }),
    );
}

async function withAccounts(data: string, act: (access: Access) => Promise<void>): Promise<void> {
  const access = openSystemAccess(data);
  try {
    await act(access);
  } finally {
    await access.close();
  }
}

async function printLink(access: Access, name: string, url: string): Promise<void> {
  const { secret } = want(await access.newLink(name));
  console.log(`${url}/sign-in?code=${secret}`);
}

function want<Value>(result: Result<Value, AccessRefusal>): Value {
  if (result.ok) return result.value;
  throw new Said(result.reason.message);
}
