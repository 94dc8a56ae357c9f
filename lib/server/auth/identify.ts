import 'server-only';
import { LRUCache } from 'lru-cache';
import { decode } from 'next-auth/jwt';
import type { Runtime } from '../runtime.ts';
import { sessionCookieName } from './next-auth-options.ts';
import type { Operator } from './operator.ts';

/** Opening the encrypted cookie costs more than all the rest of a request, and its content never changes. */
const sessionIds = new LRUCache<string, string>({ max: 5000, ttl: 60_000 });

export async function identify(
  { env, sessions }: Pick<Runtime, 'env' | 'sessions'>,
  cookie: string | undefined,
  isActivity: boolean,
): Promise<Operator | undefined> {
  if (!cookie) return undefined;
  const known = sessionIds.get(cookie);
  const sessionId = known ?? (await openCookie(cookie, env.authSecret));
  if (!sessionId) return undefined;
  if (!known) sessionIds.set(cookie, sessionId);
  return sessions.find(sessionId, isActivity);
}

async function openCookie(cookie: string, secret: string): Promise<string | undefined> {
  try {
    const token = await decode({ token: cookie, secret });
    return token?.sub;
  } catch {
    return undefined;
  }
}

export function readSessionCookie(
  env: Pick<Runtime['env'], 'isSecure'>,
  cookies: { get(name: string): { value: string } | undefined },
): string | undefined {
  return cookies.get(sessionCookieName(env.isSecure))?.value;
}
