import { beginLeaving, leaveFor } from './leave-for.ts';
import { readCsrfToken } from './csrf.ts';

export async function endSessionOnServer(): Promise<void> {
  const csrfToken = await readCsrfToken();
  await fetch('/api/auth/signout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' }),
    redirect: 'manual',
  });
}

/** Ends the session on the server, then leaves the console. The page is left even when the server does not answer. */
export async function signOut() {
  if (!beginLeaving()) return;
  try {
    await endSessionOnServer();
  } finally {
    leaveFor('/sign-in');
  }
}
