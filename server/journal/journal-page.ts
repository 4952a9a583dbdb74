import { z } from 'zod';
import { err, ok, type Result } from '../../shared/basics/result.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().min(0);

const entry = z.object({
  seq,
  at: z.string(),
  nightAt: z.string(),
  kind: z.string(),
  election: z.string(),
  contest: z.string().nullable(),
  body: z.string().nullable(),
  bodySalt: z.string().nullable(),
  bodyHash: hash,
  secretHash: hash,
  prev: hash,
  hash,
});

const page = z.object({ head: z.object({ seq, hash }), entries: z.array(entry) });

/** What `GET /api/v1/journal` answers. */
export type JournalPage = z.infer<typeof page>;

/** Reads an answer that nobody vouches for; else what is wrong with it and where, as the end of a sentence. */
export function parseJournalPage(value: unknown): Result<JournalPage, string> {
  const parsed = page.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [first] = parsed.error.issues;
  const place = first === undefined || first.path.length === 0 ? 'it' : first.path.join('.');
  return err(`is no page of a journal (${place}: ${first?.message ?? 'not so'})`);
}
