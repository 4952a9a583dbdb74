import type { CommandType } from '../../../shared/night/command.ts';
import { ACCOUNT_ROLES, type AccountAction, COMMAND_ROLES } from '../../access/permissions.ts';
import type { ComponentName } from './components.ts';
import type { Operation } from './operation.ts';

/** Of every write: cannot be read, nobody, not allowed, too large, no JSON, does not fit. */
const OF_ALL = [400, 401, 403, 413, 415, 422];

function write(
  path: string,
  type: CommandType,
  summary: string,
  body: ComponentName,
  statuses: readonly number[],
): Operation {
  const role = COMMAND_ROLES[type];
  if (role === 'server') throw new Error(`assertion failed: ${type} is nobody's to send`);
  return {
    method: 'post',
    path: `/api/v1${path}`,
    summary,
    role,
    body,
    answer: type === 'report' ? 'Outcomes' : 'Done',
    statuses: [...OF_ALL, ...statuses],
  };
}

function manage(
  path: string,
  action: AccountAction,
  summary: string,
  body: ComponentName,
  statuses: readonly number[],
): Operation {
  return {
    method: 'post',
    path: `/api/v1/people${path}`,
    summary,
    role: ACCOUNT_ROLES[action],
    body,
    answer: 'Person',
    statuses: [...OF_ALL, ...statuses],
  };
}

/** What changes who may come in. */
export const MANAGING: readonly Operation[] = [
  manage('', 'add-account', 'Adds a person or a machine.', 'NewPerson', [409]),
  manage('/{id}/role', 'change-role', 'Gives another role.', 'Role', [404, 409]),
  manage('/{id}/renew', 'renew-secret', 'Gives a new link or token.', 'Nothing', [404]),
  manage('/{id}/sign-out', 'end-sessions', 'Ends a person’s sessions.', 'Nothing', [404]),
  manage('/{id}/remove', 'remove-account', 'Removes one.', 'Nothing', [404, 409]),
];

/** What changes the night. */
export const WRITING: readonly Operation[] = [
  write('/reports', 'report', 'Sends reports; each has its own outcome.', 'Reports', []),
  write('/calls', 'propose-call', 'Proposes a call, or puts one under review.', 'Call', [404, 409]),
  write(
    '/calls/{id}/confirm',
    'confirm-call',
    'Makes a call public; or, of a retraction, final.',
    'Confirmation',
    [404, 409],
  ),
  write(
    '/calls/{id}/reinstate',
    'reinstate-call',
    'Lets a call that is under review stand again.',
    'Reason',
    [404, 409],
  ),
  write('/notices', 'post-notice', 'Tells readers something.', 'Notice', [404, 409]),
  write('/notices/{id}/end', 'end-notice', 'Ends a notice.', 'Nothing', [404]),
  write('/contests/{id}/lock', 'lock', 'Holds what comes; or no longer.', 'Lock', [404, 409]),
  write('/contests/{id}/amend', 'amend', 'Changes the definition.', 'Amendment', [404, 409]),
  write(
    '/amendments/{id}/confirm',
    'confirm-amendment',
    'Puts an amendment that waits into force.',
    'Nothing',
    [404, 409],
  ),
  write(
    '/contests/{id}/confirm-closing',
    'confirm-closing',
    'Says that the polls have closed, where the clock had jumped.',
    'Closing',
    [404],
  ),
  write(
    '/holds/{id}/release',
    'release-hold',
    'Makes a held report public.',
    'Nothing',
    [404, 409],
  ),
  write('/holds/{id}/reject', 'reject-hold', 'Drops a held report.', 'Reason', [404, 409]),
  {
    ...write('/elections', 'load-election', 'Loads an election.', 'ElectionDefinition', [409]),
    answer: 'Loaded',
    query: [
      {
        name: 'reset',
        description: 'Empties a test election first.',
        schema: { enum: ['1', '0'], default: '0' },
      },
    ],
  },
  write('/elections/{id}/clock', 'set-clock', 'Sets the clock of a replay.', 'Clock', [404]),
];
