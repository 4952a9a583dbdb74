import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface DescribedOperation {
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;

/** The API's own description, against which a test holds what the server answers. */
export interface ApiDescription {
  /** Every path with its methods: `GET /api/v1/contests/{id}`. */
  readonly operations: readonly string[];
  /** Every operation with each of its statuses: `GET /healthz 200`. */
  readonly states: readonly string[];
  /** Fails where an operation is not said to answer so. */
  check(operation: string, answer: { readonly status: number; readonly json: unknown }): void;
  /** Fails where a value is not what the component of this name says. */
  checkPart(name: string, value: unknown): void;
}

/** @param document as the server gives it */
export function readDescription(document: Described): ApiDescription {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'api', ...closed(document) });
  const compiled = new Map<string, ValidateFunction>();
  const responses = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]): [string, typeof responses] => [
        `${method.toUpperCase()} ${path}`,
        responses,
      ]),
    ),
  );

  function validatorOf(ref: string): ValidateFunction {
    const found = compiled.get(ref) ?? ajv.compile({ $ref: `api${ref}` });
    compiled.set(ref, found);
    return found;
  }

  function fits(ref: string, value: unknown, what: string): void {
    const isValid = validatorOf(ref);
    const message = isValid(value) ? '' : `${what}: ${ajv.errorsText(isValid.errors)}`;
    expect(message).toBe('');
  }

  return {
    operations: [...responses.keys()],
    states: [...responses].flatMap(([operation, statuses]) =>
      Object.keys(statuses).map((status) => `${operation} ${status}`),
    ),
    check(operation, { status, json }) {
      const response = responses.get(operation)?.[status];
      expect(response, `${operation} ${status}: ${JSON.stringify(json)}`).toBeDefined();
      const ref = response?.content?.['application/json']?.schema.$ref;
      if (ref === undefined) return;
      fits(ref, json, `${operation} ${status}`);
    },
    checkPart: (name, value) => fits(`#/components/schemas/${name}`, value, name),
  };
}

/** The same, with every object closed: here nothing may be answered that is not described. */
function closed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(closed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, part]) => [key, closed(part)] as const);
  const isObject = 'properties' in value && !('additionalProperties' in value);
  return Object.fromEntries([
    ...inner,
    ...(isObject ? [['additionalProperties', false]] : []),
  ]) as Value;
}
