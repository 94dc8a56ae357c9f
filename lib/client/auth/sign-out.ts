import { beginLeaving, leaveFor } from './leave-for.ts';
import { readCsrfToken } from './csrf.ts';

/** Ends the session on the server, then leaves the console. The page is left even when the server does not answer. */
export async function signOut(why?: 'idle') {
  if (!beginLeaving()) return;
  try {
    const csrfToken = await readCsrfToken();
    await fetch('/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' }),
      redirect: 'manual',
    });
  } finally {
    leaveFor(why ? `/sign-in?why=${why}` : '/sign-in');
  }
}
