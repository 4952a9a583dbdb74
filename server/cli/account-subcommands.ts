import type { Command } from 'commander';
import type { Role } from '../../shared/night/actor.ts';
import type { Account } from '../access/account.ts';
import { dataOption, roleOption } from './options.ts';
import { want, withKeptAccounts } from './with-accounts.ts';

interface RoleOptions {
  readonly data: string;
  readonly role: Role;
}

/** What people and machines have in common: `list`, `role` and `remove`. */
export function addAccountSubcommands(
  parent: Command,
  kind: Account['kind'],
  example: string,
): void {
  const help = (words: string) => `\nExample: npx fiftyline ${parent.name()} ${words}`;
  const name = JSON.stringify(example);
  parent
    .command('list')
    .description('list them: role, name, and whether they have a password')
    .addOption(dataOption())
    .addHelpText('after', help('list'))
    .action(({ data }: RoleOptions) =>
      withKeptAccounts(data, async (access) => {
        for (const account of await access.list(kind)) {
          const password = (await access.hasPassword(account.id)) ? ['password'] : [];
          console.log([account.role, account.name, ...password].join('\t'));
        }
      }),
    );
  parent
    .command('role <name>')
    .description('give one another role, which holds from the next moment on')
    .addOption(roleOption())
    .addOption(dataOption())
    .addHelpText('after', help(`role ${name} --role editor`))
    .action((of: string, { data, role }: RoleOptions) =>
      withKeptAccounts(data, async (access) => {
        want(await access.changeRole(of, kind, role));
        console.log(`${of}: ${role}`);
      }),
    );
  parent
    .command('remove <name>')
    .description('remove one, and end every session, link and token of theirs at once')
    .addOption(dataOption())
    .addHelpText('after', help(`remove ${name}`))
    .action((of: string, { data }: RoleOptions) =>
      withKeptAccounts(data, async (access) => {
        want(await access.remove(of, kind));
        console.log(`${of}: removed`);
      }),
    );
}
