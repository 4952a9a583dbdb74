import { Command } from 'commander';
import type { ElectionId } from '../../shared/basics/ids.ts';
import { openSystemAccess } from '../main.ts';
import { openHttpSender } from '../replay/http-sender.ts';
import { DEMO_NIGHT, readNight } from '../replay/night.ts';
import { playNight } from '../replay/play.ts';
import { playTime } from '../replay/play-time.ts';
import { systemClock } from '../system-clock.ts';
import { dataOption, speedOption, urlOption } from './options.ts';
import { Said } from './said.ts';
import { openServicePeople, type ServicePeople } from './service-people.ts';

interface ReplayOptions {
  readonly url: string;
  readonly data: string;
  readonly speed?: number;
}

export function replayCommand(): Command {
  return new Command('replay')
    .description('play a recorded night into a running server, from where its record ends')
    .argument('<night>', `a night that ships with the product, such as ga-06-runoff, or a folder`)
    .addOption(urlOption())
    .addOption(dataOption())
    .addOption(speedOption())
    .addHelpText('after', `\nExample: npx fiftyline replay ${DEMO_NIGHT} --speed 600`)
    .action(replay);
}

async function replay(place: string, { url, data, speed }: ReplayOptions): Promise<void> {
  const night = readNight(place);
  if (!night.ok) throw new Said(night.reason);
  await playNight({
    night: night.value,
    sender: openHttpSender({ url, ...(await findPeople(data, night.value.timeline.election)) }),
    speed,
    time: playTime(systemClock),
    say: (line) => console.error(line),
  });
}

/** Calls take two: two tokens of the environment, or two accounts in the server's own data folder. */
async function findPeople(data: string, election: ElectionId): Promise<ServicePeople> {
  const { FIFTYLINE_TOKEN: first, FIFTYLINE_SECOND_TOKEN: second } = process.env;
  if (first && second) return { first, second };
  if (first)
    throw new Said(
      'Calls take two people: set FIFTYLINE_SECOND_TOKEN too, to the token of another editor.',
    );
  const access = openSystemAccess(data);
  try {
    return await openServicePeople(access, election);
  } finally {
    await access.close();
  }
}
