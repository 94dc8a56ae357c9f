import { announceSignIn } from '../session/sign-in-elsewhere.ts';
import { readCsrfToken } from './csrf.ts';

export type SignInResult = 'signed-in' | 'refused' | 'unreachable';

/** Which part was wrong is never told: not here, not by the server. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  try {
    const csrfToken = await readCsrfToken();
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email, password, csrfToken, callbackUrl: '/overview', json: 'true' }),
      redirect: 'manual',
    });
    if (answer.ok) {
      announceSignIn();
      return 'signed-in';
    }
    return answer.status >= 500 ? 'unreachable' : 'refused';
  } catch {
    return 'unreachable';
  }
}
