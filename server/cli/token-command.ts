import { Command } from 'commander';
import type { Role } from '../../shared/night/actor.ts';
import { addAccountSubcommands } from './account-subcommands.ts';
import { dataOption, roleOption } from './options.ts';
import { want, withAccounts, withKeptAccounts } from './with-accounts.ts';

interface TokenOptions {
  readonly data: string;
  readonly role: Role;
}

/** `token`: machines, which send a token with each request. */
export function tokenCommand(): Command {
  const token = new Command('token').description('machines that may use the API');
  token
    .command('add <name>')
    .description('add a machine and print its token, this once')
    .addOption(roleOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample: npx fiftyline token add county-feed --role entry')
    .action((name: string, { data, role }: TokenOptions) =>
      withAccounts(data, async (access) => {
        want(await access.addAccount(name, role, 'machine'));
        console.log(want(await access.newToken(name)).secret);
      }),
    );
  token
    .command('renew <name>')
    .description('print a new token in place of the one before, which no longer holds')
    .addOption(dataOption())
    .addHelpText('after', '\nExample: npx fiftyline token renew county-feed')
    .action((name: string, { data }: TokenOptions) =>
      withKeptAccounts(data, async (access) => {
        console.log(want(await access.newToken(name)).secret);
      }),
    );
  addAccountSubcommands(token, 'machine', 'county-feed');
  return token;
}
