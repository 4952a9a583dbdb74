import { join } from 'node:path';
import { Command, Option } from 'commander';
import { assert, present } from '../../shared/basics/assert.ts';
import type { Access } from '../access/access.ts';
import { type Config, DEFAULT_CONFIG } from '../config.ts';
import { parseDefinition } from '../election/parse-definition.ts';
import type { PageRenderer } from '../http/page-renderer.ts';
import { openLog, type RunningServer, stopOnSignals } from '../main.ts';
import { openHttpSender } from '../replay/http-sender.ts';
import { nextStep } from '../replay/next-step.ts';
import { DEMO_NIGHT, type Night, readNight } from '../replay/night.ts';
import { playNight } from '../replay/play.ts';
import { playTime } from '../replay/play-time.ts';
import type { Sender } from '../replay/sender.ts';
import { ROOT } from '../root.ts';
import { systemClock } from '../system-clock.ts';
import { hostOption, portOption, speedOption } from './options.ts';
import { runProgram } from './run-program.ts';
import { Said } from './said.ts';
import { startOrSay } from './serve.ts';
import { keepAddress } from './server-address.ts';
import { openServicePeople } from './service-people.ts';
import { setAside } from './set-aside.ts';

export interface DemoOptions {
  /** Pages from the sources, while developing. */
  readonly renderer?: PageRenderer;
}

interface DemoWords extends Pick<Config, 'host' | 'port' | 'data'> {
  readonly speed?: number;
  readonly restart: boolean;
  readonly replay: boolean;
}

const PEOPLE = ['First editor', 'Second editor'] as const;

/** `npm start`: the server with the demo night replaying, and two people who may sign in. */
export async function runDemo(words: readonly string[], options: DemoOptions = {}): Promise<void> {
  const program = new Command('npm start --')
    .description('Serves Fiftyline with the night of Georgia’s 6th, 18 April 2017, replaying.')
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(demoDataOption())
    .addOption(speedOption())
    .option('--restart', 'play the night anew', false)
    .addOption(new Option('--no-replay', 'serve what is there, and play nothing'))
    .addHelpText('after', '\nExample: npm start -- --port 6000 --speed 600')
    .action((chosen: DemoWords) => demo(chosen, options));
  await runProgram(program, words);
}

/** Not the one of the environment: a night that is played has no place in a real one's data. */
function demoDataOption(): Option {
  return new Option('--data <folder>', 'the demo’s own data folder').default(
    join(ROOT, 'var/demo'),
    'var/demo',
  );
}

async function demo(words: DemoWords, options: DemoOptions): Promise<void> {
  const read = readNight(DEMO_NIGHT);
  if (!read.ok) throw new Said(read.reason);
  const night = read.value;
  if (words.restart) setAside(words.data);
  let server = await startDemoServer(words, options);
  let sender = await openSender(server, night);
  if (words.replay && (await isOver(night, sender))) {
    await server.stop();
    setAside(words.data);
    server = await startDemoServer(words, options);
    sender = await openSender(server, night);
  }
  const stopping = new AbortController();
  stopOnSignals(() => {
    stopping.abort();
    return server.stop();
  });
  const refused = await sender.load(night.definition);
  if (refused.length > 0) throw new Said(refused.join('\n'));
  keepAddress(words.data, server.url);
  await greet(server, night);
  if (words.replay) await play(night, sender, words.speed, stopping.signal);
}

function startDemoServer({ host, port, data }: DemoWords, { renderer }: DemoOptions) {
  return startOrSay({
    config: { host, port, data, publicUrl: null, proxies: DEFAULT_CONFIG.proxies },
    log: openLog('warn'),
    ...(renderer && { renderer, development: true }),
  });
}

async function openSender({ access, url }: RunningServer, { timeline }: Night): Promise<Sender> {
  return openHttpSender({ url, ...(await openServicePeople(access, timeline.election)) });
}

async function isOver({ timeline }: Night, sender: Sender): Promise<boolean> {
  const onRecord = await sender.idsOnRecord(timeline.election);
  return nextStep(timeline, onRecord) >= timeline.steps.length;
}

async function play(
  night: Night,
  sender: Sender,
  speed: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const say = (line: string) => console.error(line);
  const time = playTime(systemClock);
  const playing = playNight({ night, sender, speed, time, signal, say });
  // Somebody else may have taken the night over: readers are served all the same.
  const end = await playing.catch((error: Error) =>
    say(`The replay has stopped: ${error.message}`),
  );
  if (end === 'ended') console.log('The night is over; the server stays up. Ctrl+C stops it.');
}

async function greet({ access, url }: RunningServer, night: Night): Promise<void> {
  const election = parseDefinition(night.definition);
  assert(election.ok, 'the demo night’s definition was loaded');
  const contest = present(election.value.contests[0], 'contest');
  const [first, second] = await Promise.all(PEOPLE.map((name) => signInLink(access, url, name)));
  console.log(`
${election.value.name}: ${contest.name}, ${night.timeline.name}

  Watch   ${url}/
  Screen  ${url}/screen/${contest.id}
  Desk    ${url}/desk

Two people for the desk; each link signs in once (open the second in a private window):

  ${PEOPLE[0]}   ${first}
  ${PEOPLE[1]}  ${second}
`);
}

async function signInLink(access: Access, url: string, name: string): Promise<string> {
  await access.addAccount(name, 'editor', 'person');
  const link = await access.newLink(name);
  return `${url}/sign-in?code=${present(link.ok ? link.value : null, 'link').secret}`;
}
