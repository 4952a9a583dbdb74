import type { Access } from '../access/access.ts';
import type { Visit } from '../access/sign-ins.ts';
import type { Allowed, SignInLimits } from './sign-in-limits.ts';
import type { SignInState } from './sign-in-page.ts';

/** What a browser sends to sign in: the code of a link, or a name and a password. */
export type SentSignIn =
  | { readonly code: string }
  | { readonly name: string; readonly password: string };

/** What came of it: the secret of a session that has begun, or what the page is to say. */
export type TriedSignIn = { readonly session: string } | { readonly refused: SignInState };

/** A link that holds is never refused, so that attempts of others keep nobody out. */
const UNLIMITED: Allowed = { tooMany: null, forgive: () => {} };

/** Signs in, unless there were too many attempts. Those that fail are counted. */
export async function trySignIn(
  access: Access,
  limits: SignInLimits,
  sent: SentSignIn,
  visit: Visit & { readonly from: string },
): Promise<TriedSignIn> {
  const name = 'name' in sent ? sent.name : null;
  const isSure = 'code' in sent && (await access.isLink(sent.code));
  const { tooMany, forgive } = isSure ? UNLIMITED : await limits({ address: visit.from, name });
  if (tooMany !== null) {
    if (tooMany.isFirst) await access.noteTooMany(name, visit.from);
    return { refused: { kind: 'tooMany', seconds: Math.ceil(tooMany.waitMs / 1_000) } };
  }
  const tried = await ('code' in sent
    ? byLink(access, sent.code, visit)
    : byPassword(access, sent, visit));
  if ('session' in tried || tried.refused.kind === 'busy') forgive();
  return tried;
}

async function byLink(access: Access, code: string, visit: Visit): Promise<TriedSignIn> {
  const begun = await access.signIn(code, visit);
  if (begun !== null) return { session: begun.secret };
  // A second press of the button finds the link used and its own session begun.
  const { instead } = visit;
  const holds = instead !== null && (await access.bySession(instead)) !== null;
  return holds ? { session: instead } : { refused: { kind: 'spent' } };
}

async function byPassword(
  access: Access,
  { name, password }: { readonly name: string; readonly password: string },
  visit: Visit,
): Promise<TriedSignIn> {
  const begun = await access.signInByPassword(name, password, visit);
  return typeof begun === 'string' ? { refused: { kind: begun } } : { session: begun.secret };
}
