/** Next-auth wants its own token with every sign-in and sign-out. */
export async function readCsrfToken(): Promise<string> {
  const answer = await fetch('/api/auth/csrf', { cache: 'no-store' });
  const body: unknown = await answer.json();
  if (
    typeof body !== 'object' ||
    body === null ||
    !('csrfToken' in body) ||
    typeof body.csrfToken !== 'string'
  ) {
    throw new Error('No CSRF token in the answer');
  }
  return body.csrfToken;
}
