import type { Role } from '../../../shared/night/actor.ts';
import type { ComponentName } from './components.ts';

/** One path and method of the API, as it is described. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** With its parameters in braces: `/api/v1/contests/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** The least role that may; null: anyone. `token`: any role, but by a token only. */
  readonly role: Role | 'token' | null;
  readonly query?: readonly QueryField[];
  readonly body?: ComponentName;
  /** What it answers with 200; `text`: not JSON. */
  readonly answer: ComponentName | 'text';
  /** All other statuses with which it answers. */
  readonly statuses: readonly number[];
}

export interface QueryField {
  readonly name: string;
  readonly description: string;
  readonly schema: object;
}
