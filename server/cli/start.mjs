// `npm start`: on a fresh clone with only Node and npm, plays the demo night.
import { buildIfStale, checkNode, installIfMissing } from './ready.mjs';

checkNode();
installIfMissing();
buildIfStale();
const { runDemo } = await import('../../dist/server/cli/demo.js');
await runDemo(process.argv.slice(2));
