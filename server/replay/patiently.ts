import type { Play } from './play.ts';
import { ServerAway } from './sender.ts';

const SHORTEST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 5_000;

/** Asks until there is an answer, waiting longer each time; null where the signal comes first. */
export async function patiently<Answer>(
  { time, signal, say }: Pick<Play, 'time' | 'signal' | 'say'>,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  for (let backoffMs = SHORTEST_BACKOFF_MS; !signal?.aborted; ) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ServerAway)) throw error;
      if (backoffMs === SHORTEST_BACKOFF_MS) say(`${error.message} Waiting for it.`);
    }
    await time.wait(backoffMs, signal);
    backoffMs = Math.min(2 * backoffMs, LONGEST_BACKOFF_MS);
  }
  return null;
}
