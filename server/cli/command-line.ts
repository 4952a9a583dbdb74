import { Command } from 'commander';
import { loadCommand } from './load.ts';
import { replayCommand } from './replay.ts';
import { runProgram } from './run-program.ts';
import { serveCommand } from './serve.ts';
import { tokenCommand } from './token-command.ts';
import { userCommand } from './user-command.ts';
import { verifyCommand } from './verify.ts';

/** `fiftyline`, with the words that follow it. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const program = new Command('npx fiftyline')
    .description('Fiftyline runs an election night.')
    .showHelpAfterError(false)
    .addHelpText('after', '\nExample: npx fiftyline serve')
    .addCommand(serveCommand())
    .addCommand(loadCommand())
    .addCommand(replayCommand())
    .addCommand(verifyCommand())
    .addCommand(userCommand())
    .addCommand(tokenCommand());
  await runProgram(program, words);
}
