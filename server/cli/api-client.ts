import { readLocalToken } from '../access/local-token.ts';
import { Said } from './said.ts';

/** An answer of the server: 2xx, or a refusal with its reason. */
export interface ApiAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly json: unknown;
}

export interface ApiClient {
  readonly url: string;
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: unknown): Promise<ApiAnswer>;
  /** A body that is a text already. */
  postText(path: string, text: string): Promise<ApiAnswer>;
}

/** @param url of the server, without a slash at its end */
export function openApi(url: string, token: string): ApiClient {
  async function ask(path: string, body: string | null, type: string): Promise<ApiAnswer> {
    const headers = {
      Authorization: `Bearer ${token}`,
      ...(body !== null && { 'Content-Type': type }),
    };
    const init = { method: body === null ? 'GET' : 'POST', headers, body };
    const response = await fetch(`${url}/api/v1${path}`, init).catch(() => {
      throw new Said(`No server answers at ${url}. Start one with: npx fiftyline serve`);
    });
    const json: unknown = await response.json().catch(() => null);
    return { ok: response.ok, status: response.status, json };
  }
  return {
    url,
    get: (path) => ask(path, null, ''),
    post: (path, body) => ask(path, JSON.stringify(body), 'application/json'),
    postText: (path, text) => ask(path, text, 'text/plain; charset=utf-8'),
  };
}

/** The token of the environment, or the one that the server keeps in its data folder. */
export function findToken(data: string): string {
  const token = process.env.FIFTYLINE_TOKEN ?? readLocalToken(data);
  if (token) return token;
  throw new Said(
    `There is no token: set FIFTYLINE_TOKEN, or say with --data which folder the server keeps (${data} has no local-token).`,
  );
}

/** What the server said was wrong. */
export function messageOf({ json, status }: ApiAnswer): string {
  const { error } = Object(json) as { error?: { message?: unknown } };
  return typeof error?.message === 'string' ? error.message : `The server answered ${status}.`;
}
