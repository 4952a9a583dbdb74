import type { Router } from 'express';
import type { ContestId, ElectionId, HoldId } from '../../shared/basics/ids.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { CommandType } from '../../shared/night/command.ts';
import {
  parseAmend,
  parseCall,
  parseClock,
  parseConfirmAmendment,
  parseConfirmCall,
  parseConfirmClosing,
  parseConfirmRetraction,
  parseEndNotice,
  parseLock,
  parseNotice,
  parseReinstate,
  parseReject,
  parseRelease,
  type SentCommand,
} from '../../shared/night/parse-commands.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { giveCommand } from './give-command.ts';
import { mayGive } from './guard.ts';
import { COMMAND_LIMIT, jsonBody } from './read-body.ts';

/** A path's command: the type that its least role is looked up by, and how the body is read. */
type Operation = readonly [
  path: string,
  type: CommandType,
  read: (json: unknown, id: string) => Result<SentCommand, Refusal>,
];

/** All that a desk does but sending reports and loading elections. */
export function addOperating(router: Router, context: HttpContext): void {
  const isRetraction = (callId: string) => context.desk.board.retractions.has(callId);
  const operations: readonly Operation[] = [
    ['/calls', 'propose-call', (json) => parseCall(json)],
    [
      '/calls/:id/confirm',
      'confirm-call',
      (json, id) =>
        isRetraction(id) ? parseConfirmRetraction(id, json) : parseConfirmCall(id, json),
    ],
    ['/calls/:id/reinstate', 'reinstate-call', (json, id) => parseReinstate(id, json)],
    ['/notices', 'post-notice', (json) => parseNotice(json)],
    ['/notices/:id/end', 'end-notice', (json, id) => parseEndNotice(id, json)],
    ['/contests/:id/lock', 'lock', (json, id) => parseLock(id as ContestId, json)],
    ['/contests/:id/amend', 'amend', (json, id) => parseAmend(id as ContestId, json)],
    [
      '/contests/:id/confirm-closing',
      'confirm-closing',
      (json, id) => parseConfirmClosing(id as ContestId, json),
    ],
    ['/amendments/:id/confirm', 'confirm-amendment', (json, id) => parseConfirmAmendment(id, json)],
    ['/elections/:id/clock', 'set-clock', (json, id) => parseClock(id as ElectionId, json)],
    ['/holds/:id/release', 'release-hold', (json, id) => parseRelease(id as HoldId, json)],
    ['/holds/:id/reject', 'reject-hold', (json, id) => parseReject(id as HoldId, json)],
  ];
  for (const [path, type, read] of operations) {
    const steps = [mayGive(context, type), ...jsonBody(COMMAND_LIMIT), giveCommand(context, read)];
    endpoint(router, path, { post: steps });
  }
}
