import { Command } from 'commander';
import type { Config } from '../config.ts';
import {
  openLog,
  PortInUse,
  type RunningServer,
  type ServerOptions,
  startServer,
  stopOnSignals,
} from '../main.ts';
import {
  dataOption,
  hostOption,
  portOption,
  publicUrlOption,
  trustProxyOption,
} from './options.ts';
import { Said } from './said.ts';
import { keepAddress } from './server-address.ts';

type ServeOptions = Omit<Config, 'publicUrl' | 'proxies'> & {
  readonly publicUrl?: string;
  readonly trustProxy: Config['proxies'];
};

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the server on a data folder of its own')
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(dataOption())
    .addOption(publicUrlOption())
    .addOption(trustProxyOption())
    .addHelpText('after', '\nExample: npx fiftyline serve --port 6000 --data var/tonight')
    .action(serve);
}

async function serve({ publicUrl, trustProxy, ...options }: ServeOptions): Promise<void> {
  const log = openLog('info');
  const server = await startOrSay({
    config: { ...options, publicUrl: publicUrl ?? null, proxies: trustProxy },
    log,
  });
  stopOnSignals(server.stop);
  keepAddress(options.data, publicUrl ?? server.url);
  console.log(`Fiftyline is at ${publicUrl ?? server.url} (data in ${options.data}).`);
}

/** Starts a server, or says in a line why its address cannot be had. */
export async function startOrSay(options: ServerOptions): Promise<RunningServer> {
  try {
    return await startServer(options);
  } catch (error) {
    const { host, port } = options.config;
    if (error instanceof PortInUse)
      throw new Said(`${error.message} Stop what uses it, or take another: --port ${port + 1}`);
    const code = listenFault(error);
    if (code === null) throw error;
    throw new Said(
      `No server can listen at ${host}, port ${port} (${code}). Take an address of this machine with --host, and a port from 1024 up with --port.`,
    );
  }
}

/** The code of an error of listening, such as EACCES for port 80 or EADDRNOTAVAIL for a foreign address. */
function listenFault(error: unknown): string | null {
  const isOne = error instanceof Error && 'syscall' in error && 'code' in error;
  if (!isOne || !/^(listen|getaddrinfo)$/.test(String(error.syscall))) return null;
  return String(error.code);
}
