// `npm run dev`: the demo night from the sources, reloading: Vite renews the pages, tsx the server.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { checkNode, installIfMissing } from './ready.mjs';

checkNode();
installIfMissing();
const root = resolve(import.meta.dirname, '../..');
const words = ['watch', '--clear-screen=false', 'server/cli/dev.ts', ...process.argv.slice(2)];
const child = spawn(join(root, 'node_modules/.bin/tsx'), words, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
