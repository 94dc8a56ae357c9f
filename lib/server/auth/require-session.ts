import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { pagePathHeader } from '../../contracts/page-path.ts';
import type { Session } from '../../contracts/session.ts';
import { AppError } from '../http/app-error.ts';
import { toAppError } from '../http/to-app-error.ts';
import { runtime } from '../runtime.ts';
import { identify, readSessionCookie } from './identify.ts';
import { toSession } from './operator.ts';

/** For server layouts and pages. @returns the session, or sends the browser to the page that is needed first. */
export async function requireSession(): Promise<Session> {
  // A build renders pages too, and must not open the store.
  await connection();
  const { env, sessions } = await runtime();
  const cookie = readSessionCookie(env, await cookies());
  const operator = await identify({ env, sessions }, cookie, true).catch((thrown: unknown) => {
    // Next prints what a page throws and everything in it: what the store was asked stays out of the log.
    throw new AppError(toAppError(thrown).code);
  });
  if (!operator) {
    const path = (await headers()).get(pagePathHeader) ?? '/';
    redirect(`/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
  }
  if (operator.mustSetPassword) redirect('/set-password');
  return toSession(operator, env.wise.environment);
}
