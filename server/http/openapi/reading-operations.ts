import { READ_ROLES } from '../../access/permissions.ts';
import type { Operation, QueryField } from './operation.ts';

const LANGUAGE: QueryField = {
  name: 'lang',
  description: 'The language of the words.',
  schema: { enum: ['en', 'es'], default: 'en' },
};

const EPOCH: QueryField = {
  name: 'epoch',
  description: 'Names the record that is meant: another one is answered with 404.',
  schema: { type: 'string' },
};

function number(name: string, description: string, more: object = {}): QueryField {
  return { name, description, schema: { type: 'integer', minimum: 0, ...more } };
}

const PUBLIC = { method: 'get', role: null } as const;

/** What anyone may read, and who is signed in. */
export const READING: readonly Operation[] = [
  {
    ...PUBLIC,
    path: '/api/v1/elections',
    summary: 'The elections there are.',
    answer: 'Elections',
    statuses: [304, 400],
  },
  {
    ...PUBLIC,
    path: '/api/v1/contests',
    summary: 'All contests, each with how it stands in short.',
    answer: 'Contests',
    statuses: [304, 400],
  },
  {
    ...PUBLIC,
    path: '/api/v1/contests/{id}',
    summary: 'The standing of a contest, now or as it was.',
    query: [
      LANGUAGE,
      {
        name: 'at',
        description: 'As it was at this time of the night.',
        schema: { type: 'string', format: 'date-time' },
      },
      number('seq', 'As it was with this entry of the record.'),
      EPOCH,
    ],
    answer: 'Standing',
    statuses: [304, 400, 404],
  },
  {
    ...PUBLIC,
    path: '/api/v1/contests/{id}/definition',
    summary: 'A contest as defined, without its units.',
    query: [number('v', 'This version, which never changes.'), EPOCH],
    answer: 'Definition',
    statuses: [304, 400, 404],
  },
  {
    ...PUBLIC,
    path: '/api/v1/contests/{id}/units',
    summary: 'Every unit with what is counted in it, by method.',
    answer: 'Units',
    statuses: [304, 400, 404],
  },
  {
    ...PUBLIC,
    path: '/api/v1/contests/{id}/history',
    summary: 'The night as at most 1,000 points; every crossing of the line is among them.',
    answer: 'History',
    statuses: [304, 400, 404],
  },
  {
    ...PUBLIC,
    path: '/api/v1/journal',
    summary: 'The record, for anyone to check.',
    query: [
      number('after', 'Entries after this one.', { default: 0 }),
      number('limit', 'At most so many.', { default: 1_000 }),
    ],
    answer: 'Journal',
    statuses: [304, 400],
  },
  {
    ...PUBLIC,
    path: '/api/v1/session',
    summary: 'Who is signed in; nobody is an answer too.',
    answer: 'Session',
    statuses: [400],
  },
  {
    method: 'get',
    path: '/api/v1/holds',
    summary: 'What waits for a person, oldest first.',
    role: READ_ROLES.holds,
    answer: 'Holds',
    statuses: [400, 401, 403],
  },
  {
    method: 'get',
    path: '/api/v1/audit',
    summary: 'Who did what.',
    role: READ_ROLES.audit,
    query: [
      { name: 'after', description: 'The “next” of the page before.', schema: { type: 'string' } },
      number('limit', 'At most so many.', { default: 100, maximum: 500 }),
      {
        name: 'order',
        description: 'Which first.',
        schema: { enum: ['oldest', 'newest'], default: 'oldest' },
      },
      { name: 'contest', description: 'Of this contest only.', schema: { type: 'string' } },
      { name: 'person', description: 'By or about this person.', schema: { type: 'string' } },
    ],
    answer: 'Audit',
    statuses: [400, 401, 403],
  },
  {
    method: 'get',
    path: '/api/v1/people',
    summary: 'Who may come in: people and machines.',
    role: READ_ROLES.people,
    answer: 'People',
    statuses: [400, 401, 403],
  },
  {
    ...PUBLIC,
    path: '/healthz',
    summary: 'Whether the process lives.',
    answer: 'Health',
    statuses: [400],
  },
  {
    ...PUBLIC,
    path: '/readyz',
    summary: 'Whether it can serve: 503 while it cannot.',
    answer: 'Ready',
    statuses: [400, 503],
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'How the server does, as Prometheus reads it.',
    role: 'token',
    answer: 'text',
    statuses: [400, 401],
  },
  {
    ...PUBLIC,
    path: '/api/openapi.json',
    summary: 'This document.',
    answer: 'Document',
    statuses: [304, 400],
  },
];
