import { type Night, readNight } from '../../server/replay/night.ts';
import { type Play, type PlayEnd, playNight } from '../../server/replay/play.ts';
import type { Sender } from '../../server/replay/sender.ts';
import { makeDesk, type TestDesk } from '../desk/make-desk.ts';
import { deskSender } from './desk-sender.ts';

/** The night that ships with the product. */
export function demoNight(): Night {
  const night = readNight('ga-06-2017-04-18');
  if (!night.ok) throw new Error(night.reason);
  return night.value;
}

export interface Played extends TestDesk {
  readonly end: PlayEnd;
  /** What the replay said: refusals, holds, a server that was away. */
  readonly said: readonly string[];
}

/** Plays a night into a desk, its own journal in memory, in as little time as the test clock needs. */
export async function playIntoDesk(
  night: Night,
  options: Partial<Omit<Play, 'night' | 'sender'>> & {
    readonly into?: TestDesk;
    readonly wrap?: (sender: Sender, made: TestDesk) => Sender;
  } = {},
): Promise<Played> {
  const { into, wrap = (sender) => sender, ...rest } = options;
  const made = into ?? (await makeDesk());
  const said: string[] = [];
  const time = {
    elapsedMs: () => made.clock.elapsedMs(),
    async wait(ms: number) {
      made.clock.pass(ms);
    },
  };
  const sender = wrap(deskSender(made.desk, made.entries), made);
  const say = (line: string) => void said.push(line);
  const end = await playNight({ night, sender, time, say, ...rest });
  return { ...made, end, said };
}
