import type { Desk } from '../../server/desk/desk.ts';
import type { Command } from '../../shared/night/command.ts';
import type { Answer } from '../../shared/night/decision.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A report that its sender knows to have been accepted, and by which entry. */
interface Acknowledged {
  readonly reportId: string;
  readonly seq: number;
}

/**
 * Those who send: whatever is not answered, because the answer was lost or the server died, they send
 * again, as often as it takes, and out of order with what others send.
 */
export class Operators {
  readonly acknowledged: Acknowledged[] = [];
  readonly #random: SeededRandom;
  /** Told of an answer that no operator may get. */
  readonly #wrong: (what: string) => void;
  readonly #unanswered = new Set<Command>();

  constructor(random: SeededRandom, wrong: (what: string) => void) {
    this.#random = random;
    this.#wrong = wrong;
  }

  send(desk: Desk, command: Command): void {
    this.#unanswered.add(command);
    const isLost = this.#random.oneIn(8);
    desk.submit(command).then(
      (answer) => {
        if (isLost || (!answer.ok && answer.reason.code === 'unavailable')) return;
        this.#unanswered.delete(command);
        if (answer.ok) this.#note(answer.value);
      },
      (error: unknown) => this.#wrong(`a command failed: ${String(error)}`),
    );
  }

  /** Sends once more what has no answer, some of it more than once. */
  sendAgain(desk: Desk): void {
    for (const command of [...this.#unanswered]) {
      this.send(desk, command);
      if (this.#random.oneIn(4)) this.send(desk, command);
    }
  }

  get waiting(): number {
    return this.#unanswered.size;
  }

  #note(answer: Answer): void {
    if (answer.type !== 'report') return;
    for (const outcome of answer.outcomes) {
      const first = outcome.outcome === 'duplicate' ? outcome.first : outcome;
      if (first.outcome !== 'accepted') continue;
      this.acknowledged.push({ reportId: outcome.reportId, seq: first.seq });
    }
  }
}
