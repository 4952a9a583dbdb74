import { Command, type Option } from 'commander';
import type { Role } from '../../shared/night/actor.ts';
import type { Access } from '../access/access.ts';
import { addAccountSubcommands } from './account-subcommands.ts';
import { DEFAULT_URL, dataOption, roleOption, urlOption } from './options.ts';
import { readPassword } from './read-password.ts';
import { Said } from './said.ts';
import { readAddress } from './server-address.ts';
import { want, withAccounts, withKeptAccounts } from './with-accounts.ts';

interface UserOptions {
  readonly data: string;
  readonly url?: string;
  readonly role: Role;
  readonly remove: boolean;
}

/** `user`: people, who sign in by a link or, if they were given one, by a password. */
export function userCommand(): Command {
  const user = new Command('user').description('people who may sign in to the desk');
  user
    .command('add <name>')
    .description('add a person and print a sign-in link, which works once')
    .addOption(roleOption())
    .addOption(dataOption())
    .addOption(linkUrlOption())
    .addHelpText('after', '\nExample: npx fiftyline user add "Ana Ruiz" --role editor')
    .action((name: string, options: UserOptions) =>
      withAccounts(options.data, async (access) => {
        want(await access.addAccount(name, options.role, 'person'));
        await printLink(access, name, options);
      }),
    );
  user
    .command('link <name>')
    .description('print a new sign-in link for a person who is there already')
    .addOption(dataOption())
    .addOption(linkUrlOption())
    .addHelpText('after', '\nExample: npx fiftyline user link "Ana Ruiz"')
    .action((name: string, options: UserOptions) =>
      withKeptAccounts(options.data, (access) => printLink(access, name, options)),
    );
  user
    .command('password <name>')
    .description(
      'give a person a password beside links: asked for, or the first line that is piped in',
    )
    .option('--remove', 'take the password away', false)
    .addOption(dataOption())
    .addHelpText('after', '\nExample: npx fiftyline user password "Ana Ruiz"')
    .action((name: string, { data, remove }: UserOptions) =>
      withKeptAccounts(data, (access) => changePassword(access, name, remove)),
    );
  user
    .command('sign-out <name>')
    .description('sign a person out wherever they are signed in')
    .addOption(dataOption())
    .addHelpText('after', '\nExample: npx fiftyline user sign-out "Ana Ruiz"')
    .action((name: string, { data }: UserOptions) =>
      withKeptAccounts(data, async (access) => {
        want(await access.endSessions(name));
        console.log(`${name}: signed out everywhere`);
      }),
    );
  addAccountSubcommands(user, 'person', 'Ana Ruiz');
  return user;
}

/** Where nobody says otherwise, their browser finds the server where everyone's does. */
function linkUrlOption(): Option {
  const option = urlOption().default(
    undefined,
    'where the server on the data folder was found last',
  );
  option.description = 'where their browser finds the server';
  return option;
}

async function printLink(access: Access, name: string, { data, url }: UserOptions): Promise<void> {
  const { secret } = want(await access.newLink(name));
  const found = url ?? process.env.FIFTYLINE_PUBLIC_URL ?? readAddress(data) ?? DEFAULT_URL;
  console.log(`${found}/sign-in?code=${secret}`);
}

async function changePassword(access: Access, name: string, remove: boolean): Promise<void> {
  // Nobody is asked to think of a password for a name that is mistyped.
  const people = await access.list('person');
  if (!people.some((person) => person.name === name))
    throw new Said(`There is no person “${name}”.`);
  const password = remove ? null : await readPassword(name);
  want(await access.setPassword(name, password));
  const done = remove ? 'the password is removed' : 'the password is set';
  console.log(`${name}: ${done}, and all their sessions have ended`);
}
