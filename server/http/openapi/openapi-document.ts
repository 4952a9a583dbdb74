import { components, refTo } from './components.ts';
import type { Operation, QueryField } from './operation.ts';
import { READING } from './reading-operations.ts';
import { MANAGING, WRITING } from './writing-operations.ts';

const JSON_TYPE = 'application/json';

const MEANINGS: Readonly<Record<number, string>> = {
  304: 'The reader has it: `If-None-Match` named its ETag.',
  400: 'Cannot be read: `bad-json`, `bad-request`, `invalid`.',
  401: 'Nobody is signed in: `not-signed-in`.',
  403: 'Not allowed: `not-allowed`, `other-origin`.',
  404: 'There is none: `unknown-contest` and the like.',
  409: 'Something stands against it: `conflict`, `same-person`, `id-reused`, `contest-clash`.',
  413: 'Too large: `too-large`.',
  415: 'Not JSON in UTF-8: `unsupported-type`.',
  422: 'Does not fit: `invalid` and the like.',
  503: 'Not now.',
};

/** The API's description in OpenAPI 3.1, of the schemas that it reads with. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fiftyline',
      version: '1',
      description:
        'An election night: counts in, every share against the line out. Errors have one shape on every path; 503 `unavailable` means that nothing was done and that the same may be sent again. An answer may gain fields.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: pathsOf([...READING, ...WRITING, ...MANAGING]),
    components: {
      schemas: components(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'fiftyline' },
      },
    },
  };
}

function pathsOf(operations: readonly Operation[]) {
  const paths = new Map<string, object>();
  for (const operation of operations)
    paths.set(operation.path, {
      ...paths.get(operation.path),
      [operation.method]: described(operation),
    });
  return Object.fromEntries(paths);
}

function described(operation: Operation) {
  const { summary, body, query = [], path, role } = operation;
  return {
    operationId: operationIdOf(operation),
    summary,
    ...(role !== null && {
      description: role === 'token' ? 'A token of any role.' : `Least role: ${role}.`,
    }),
    security: securityOf(role),
    parameters: [...pathParameters(path), ...query.map(queryParameter)],
    ...(body && {
      requestBody: {
        required: body !== 'Nothing' && body !== 'Closing' && body !== 'Confirmation',
        content: { [JSON_TYPE]: { schema: refTo(body) } },
      },
    }),
    responses: responsesOf(operation),
  };
}

/** `post /api/v1/holds/{id}/release` → `postHoldsRelease`. */
function operationIdOf({ method, path }: Operation): string {
  const words = path
    .replace(/^\/api(\/v1)?/, '')
    .replace(/\.json$/, '')
    .split(/[/-]/)
    .map((word) => (word === '{id}' ? '' : word.charAt(0).toUpperCase() + word.slice(1)));
  const one = /\{id\}$/.test(path) ? 'One' : '';
  return method + words.join('') + one;
}

function securityOf(role: Operation['role']): readonly object[] {
  if (role === null) return [{}];
  return role === 'token' ? [{ token: [] }] : [{ token: [] }, { session: [] }];
}

function pathParameters(path: string): readonly object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameter({ name, description, schema }: QueryField): object {
  return { name, in: 'query', description, schema };
}

function responsesOf({ answer, statuses, path }: Operation) {
  const good =
    answer === 'text'
      ? { 'text/plain': { schema: { type: 'string' } } }
      : { [JSON_TYPE]: { schema: refTo(answer) } };
  const bad = { [JSON_TYPE]: { schema: refTo(path === '/readyz' ? 'Ready' : 'Error') } };
  const others = statuses.toSorted().map((status) => {
    const content = status === 304 ? {} : { content: status === 400 ? errorContent : bad };
    return [String(status), { description: MEANINGS[status] ?? '', ...content }] as const;
  });
  return { 200: { description: 'Done.', content: good }, ...Object.fromEntries(others) };
}

const errorContent = { [JSON_TYPE]: { schema: refTo('Error') } };
