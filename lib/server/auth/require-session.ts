import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { pagePathHeader } from '../../contracts/page-path.ts';
import type { Session } from '../../contracts/session.ts';
import { runtime } from '../runtime.ts';
import { identify, readSessionCookie } from './identify.ts';
import { toSession } from './operator.ts';

/** For server layouts and pages. @returns the session, or sends the browser to the page that is needed first. */
export async function requireSession(): Promise<Session> {
  // A build renders pages too, and must not open the store.
  await connection();
  const { env, sessions } = await runtime();
  const operator = await identify({ env, sessions }, readSessionCookie(env, await cookies()), true);
  if (!operator) {
    const path = (await headers()).get(pagePathHeader) ?? '/';
    redirect(`/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
  }
  if (operator.mustSetPassword) redirect('/set-password');
  return toSession(operator, env.wise.environment);
}
