// A process to be killed, and to be given a bad folder: the whole server, as `fiftyline serve` starts it.
import { Command } from 'commander';
import { readLocalToken } from '../../server/access/local-token.ts';
import { runProgram } from '../../server/cli/run-program.ts';
import { startOrSay } from '../../server/cli/serve.ts';
import type { PageRenderer } from '../../server/http/page-renderer.ts';
import { openLog } from '../../server/main.ts';

/** From the process, once it listens. */
export interface FromServe {
  readonly url: string;
  readonly token: string;
}

const NO_PAGES: PageRenderer = {
  build: 'none',
  head: () => '',
  render: async () => ({ html: '', title: '' }),
  files: (_request, _response, next) => next(),
};

const [data = '', port = '0', host = '127.0.0.1'] = process.argv.slice(2);

async function serve(): Promise<void> {
  const config = { data, host, port: Number(port), publicUrl: null, proxies: [] };
  const server = await startOrSay({ config, log: openLog('warn'), renderer: NO_PAGES });
  const message: FromServe = { url: server.url, token: readLocalToken(data) ?? '' };
  process.send?.(message);
}

await runProgram(new Command('serve').action(serve), []);
// The channel of `fork` would keep it; and without whoever started it, it is of no use.
if (process.exitCode !== undefined) process.exit();
process.on('disconnect', () => process.exit());
