import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Result } from '../../shared/basics/result.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Command } from '../../shared/night/command.ts';
import type { Answer } from '../../shared/night/decision.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import type { Access } from '../access/access.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { LiveCounts } from '../live/live-counts.ts';
import type { Past } from '../live/past.ts';

/** What the pages and the API are made from. */
export interface HttpContext {
  /** Of what is durable; the only one that readers are answered from. */
  readonly reads: { readonly board: Board; readonly past: Past; readonly epoch: string };
  readonly desk: {
    /** Runs ahead of what is durable. */
    readonly board: Board;
    submit(command: Command): Promise<Result<Answer, Refusal>>;
  };
  readonly journal: Pick<Journal, 'epoch' | 'read'>;
  readonly access: Access;
  readonly clock: Pick<Clock, 'elapsedMs'>;
  readonly publicUrl: string | null;
  readonly log: Logger;
  readonly live: () => LiveCounts;
  /** What the process measures of itself; null where nobody measures. */
  readonly processMetrics: Registry | null;
  /** Whether this process can serve readers and writers. */
  readonly isReady: () => boolean;
}

/** Whether browsers find us by https, so that cookies may be kept to it. */
export function isSecure({ publicUrl }: Pick<HttpContext, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
