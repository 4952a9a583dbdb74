import type { ChoiceId, ContestId, ElectionId, HoldId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { CallType } from '../count/call.ts';
import type { Report } from '../count/report.ts';
import type { Amendment } from '../election/amendment.ts';
import type { Election } from '../election/contest.ts';
import type { Actor } from './actor.ts';

/** What someone wants to happen. `decide` turns it into entries or says why not. */
export type Command = { readonly by: Actor } & (
  | { readonly type: 'load-election'; readonly election: Election; readonly reset: boolean }
  /** One report, or the superseding reports of one unit in one request, which stand or fall together. */
  | { readonly type: 'report'; readonly reports: readonly Report[] }
  | { readonly type: 'release-hold'; readonly holdId: HoldId }
  | { readonly type: 'reject-hold'; readonly holdId: HoldId; readonly reason: string }
  /** The writer's own, when the next closing time has come; doubted where the clock jumped to it. */
  | { readonly type: 'close-polls'; readonly contest: ContestId; readonly doubted: boolean }
  /** A person's, after a doubted closing. `pollsClose`: which one is meant; null: the next. */
  | {
      readonly type: 'confirm-closing';
      readonly contest: ContestId;
      readonly pollsClose?: Instant | null;
    }
  | {
      readonly type: 'propose-call';
      readonly callId: string;
      readonly contest: ContestId;
      readonly call: CallType;
      readonly choices: readonly ChoiceId[];
      readonly source: string | null;
      readonly reason: string | null;
    }
  /** `seq`: what the confirming person saw. */
  | { readonly type: 'confirm-call'; readonly callId: string; readonly seq: number }
  /** Acts at once; `callId` names the retraction, `retracts` the call. */
  | {
      readonly type: 'suspend-call';
      readonly callId: string;
      readonly contest: ContestId;
      readonly retracts: string;
      readonly reason: string;
    }
  | { readonly type: 'confirm-retraction'; readonly callId: string }
  | { readonly type: 'reinstate-call'; readonly callId: string; readonly reason: string }
  | {
      readonly type: 'amend';
      readonly amendId: string;
      readonly contest: ContestId;
      readonly changes: Amendment;
      readonly reason: string;
    }
  | { readonly type: 'confirm-amendment'; readonly amendId: string }
  | {
      readonly type: 'post-notice';
      readonly noticeId: string;
      readonly contest: ContestId;
      readonly text: { readonly en: string; readonly es?: string };
      /** Night time; null: now. */
      readonly since: Instant | null;
    }
  | { readonly type: 'end-notice'; readonly noticeId: string }
  | {
      readonly type: 'lock';
      readonly lockId: string;
      readonly contest: ContestId;
      readonly reason: string;
    }
  | {
      readonly type: 'unlock';
      readonly lockId: string;
      readonly contest: ContestId;
      readonly reason: string;
    }
  | {
      readonly type: 'set-clock';
      readonly election: ElectionId;
      readonly nightAt: Instant;
      readonly rate: number;
    }
);

export type CommandType = Command['type'];

export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;
