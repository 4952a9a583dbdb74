import type { ElectionId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { Sender, Sent } from './sender.ts';

/** The hand that turns the night's clock, and knows where it stands without asking. */
export interface NightHand {
  /** Milliseconds since 1970, of the night. */
  nightMs(): number;
  /** How many times faster than life the clock goes. */
  rate(): number;
  set(nightMs: number, rate: number): Promise<Sent>;
}

export function nightHand(
  sender: Sender,
  election: ElectionId,
  time: { elapsedMs(): number },
): NightHand {
  let at = { nightMs: 0, rate: 0, elapsedMs: 0 };
  return {
    nightMs: () => at.nightMs + (time.elapsedMs() - at.elapsedMs) * at.rate,
    rate: () => at.rate,
    async set(nightMs, rate) {
      const sent = await sender.setClock(election, instantOf(Math.round(nightMs)), rate);
      at = { nightMs, rate, elapsedMs: time.elapsedMs() };
      return sent;
    },
  };
}
