import { type Command, CommanderError } from 'commander';
import { UnusableJournal } from '../journal/unusable-journal.ts';
import { Said } from './said.ts';

/**
 * Runs a command and sets the process's exit code: 0 where it did what was asked, 1 where it could
 * not, 2 where the words were wrong. What went wrong is one line on the error stream.
 */
export async function runProgram(program: Command, words: readonly string[]): Promise<void> {
  prepare(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = tell(error);
  }
}

/** A subcommand that was added ready-made has settings of its own. */
function prepare(command: Command): void {
  command.exitOverride();
  command.configureOutput({
    outputError: (text, write) => write(oneLine(text, command)),
  });
  for (const subcommand of command.commands) prepare(subcommand);
}

function tell(error: unknown): number {
  // Commander has said what is wrong with the words, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Said) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof UnusableJournal) {
    console.error(error.message);
    return 1;
  }
  throw error;
}

/** `error: unknown option '--prot'` + `(Did you mean --port?)`, in one line that says where to look. */
function oneLine(text: string, command: Command): string {
  const name = fullName(command);
  const said = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
  return `${name}: ${said}${insteadOf(said, command)} See: ${name} --help\n`;
}

/** A word that is near no command gets no suggestion of commander's: all there are, then. */
function insteadOf(said: string, { commands }: Command): string {
  if (!said.startsWith('unknown command') || said.includes('Did you mean')) return '';
  return `. Write one of ${commands.map((command) => command.name()).join(', ')}.`;
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}
