#!/usr/bin/env node
// There before anything is installed or built: sees to both, then runs the built command line.
import { buildIfStale, checkNode, installIfMissing } from './ready.mjs';

checkNode();
installIfMissing();
buildIfStale();
const { runCommandLine } = await import('../../dist/server/cli/command-line.js');
await runCommandLine(process.argv.slice(2));
