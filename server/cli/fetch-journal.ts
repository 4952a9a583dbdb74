import { Said } from './said.ts';

/** Several times what a server puts into one page. */
const LONGEST_ANSWER = 256 * 1024 * 1024;

/**
 * The page of a server's public record after a seq, whatever it answers; nothing is believed of it.
 * @throws Said where there is no answer, or none that ends
 */
export async function fetchJournal(
  url: string,
  after: number,
  patienceMs = 30_000,
): Promise<unknown> {
  const path = `${url}/api/v1/journal?after=${after}&limit=1000`;
  const signal = AbortSignal.timeout(patienceMs);
  const response = await fetch(path, { signal }).catch(() => null);
  if (response?.ok !== true || response.body === null)
    throw new Said(`No journal can be read at ${url}.`);
  const text = await textOf(response.body).catch(() => null);
  if (text === null)
    throw new Said(`What ${url} sends after entry ${after} is cut off, too long or too slow.`);
  return jsonOf(text);
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What is no JSON is no page either: null. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
