import { devPages } from '../http/dev-pages.ts';
import { runDemo } from './demo.ts';

await runDemo(process.argv.slice(2), { renderer: await devPages() });
