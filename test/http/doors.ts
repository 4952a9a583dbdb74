import type { ACCOUNT_ROLES, COMMAND_ROLES, READ_ROLES } from '../../server/access/permissions.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

/** A request that somebody needs a role for. */
export interface Door {
  readonly method: 'GET' | 'POST';
  /** As `routesOf` names it. */
  readonly route: string;
  readonly url: string;
  readonly body: object | null;
}

const seen = { reason: 'a doubt' };
const call = { callId: 'c9', contest: 'mayor', type: 'too-early', source: 'AP' };
const retract = { callId: 'r9', contest: 'mayor', type: 'retract', retracts: 'c1', ...seen };
const notice = { noticeId: 'n9', contest: 'mayor', text: { en: 'North is stuck.' } };
const lock = { lockId: 'l9', ...seen };
const amendment = { amendId: 'a9', changes: { units: { 'north/2': { expected: 900 } } }, ...seen };
const clock = { nightAt: '2017-04-18T22:40:00-04:00', rate: 60 };

/**
 * By command a request that gives it; on a night where call c1 was confirmed and then suspended by
 * retraction r1. None for what is the server's own.
 */
export const COMMAND_DOORS: Readonly<Record<keyof typeof COMMAND_ROLES, Door | null>> = {
  report: post('/reports', { reports: [testReport('9')] }),
  'release-hold': post('/holds/:id/release', {}, 'x'),
  'reject-hold': post('/holds/:id/reject', seen, 'x'),
  'propose-call': post('/calls', call),
  'confirm-call': post('/calls/:id/confirm', { seq: 1 }, 'c9'),
  'suspend-call': post('/calls', retract),
  'confirm-retraction': post('/calls/:id/confirm', {}, 'r1'),
  'reinstate-call': post('/calls/:id/reinstate', seen, 'r1'),
  amend: post('/contests/:id/amend', amendment, 'mayor'),
  'confirm-amendment': post('/amendments/:id/confirm', {}, 'a9'),
  'post-notice': post('/notices', notice),
  'end-notice': post('/notices/:id/end', {}, 'n9'),
  lock: post('/contests/:id/lock', lock, 'mayor'),
  unlock: post('/contests/:id/lock', { ...lock, lockId: 'l10', locked: false }, 'mayor'),
  'confirm-closing': post('/contests/:id/confirm-closing', {}, 'mayor'),
  'load-election': post('/elections', TEST_ELECTION),
  'set-clock': post('/elections/:id/clock', clock, 'test-night'),
  'close-polls': null,
};

/** By what is done to an account. */
export const ACCOUNT_DOORS: Readonly<Record<keyof typeof ACCOUNT_ROLES, Door>> = {
  'add-account': post('/people', { name: 'New', kind: 'person', role: 'entry' }),
  'change-role': post('/people/:id/role', { role: 'entry' }, 'x'),
  'renew-secret': post('/people/:id/renew', {}, 'x'),
  'end-sessions': post('/people/:id/sign-out', {}, 'x'),
  'remove-account': post('/people/:id/remove', {}, 'x'),
};

/** By what is read. */
export const READ_DOORS: Readonly<Record<keyof typeof READ_ROLES, Door>> = {
  holds: get('/api/v1/holds'),
  audit: get('/api/v1/audit'),
  people: get('/api/v1/people'),
  metrics: get('/metrics'),
};

/** What answers everyone and is no public reading of the count (`open`): each is said here, with why. */
export const DOORS_FOR_ALL: readonly string[] = [
  'GET /api/v1/session', // whether one is signed in
  'GET /healthz', // for whoever keeps the process running
  'GET /readyz',
  'GET /sign-in', // before one is signed in
  'POST /sign-in',
  'GET /sign-in.css',
  'POST /sign-out',
];

function post(path: string, body: object, id = ''): Door {
  const route = `/api/v1${path}`;
  return { method: 'POST', route, url: route.replace(':id', id), body };
}

function get(route: string): Door {
  return { method: 'GET', route, url: route, body: null };
}
