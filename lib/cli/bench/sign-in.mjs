export const demoPassword = 'demo-console';

/**
 * Signs a demo account in, as the page does.
 * @param {string} consoleUrl
 * @returns {Promise<string>} the Cookie header of the session
 */
export async function signIn(consoleUrl, email = 'operator@example.com', password = demoPassword) {
  /** @type {Map<string, string>} */
  const cookies = new Map();
  const keep = (/** @type {Response} */ reply) => {
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = await fetch(`${consoleUrl}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = await csrf.json();
  const reply = await fetch(`${consoleUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: consoleUrl, cookie: header() },
    body: new URLSearchParams({ email, password, csrfToken, callbackUrl: consoleUrl, json: 'true' }),
  });
  keep(reply);
  const session = await fetch(`${consoleUrl}/api/session`, { headers: { cookie: header() } });
  if (!session.ok) throw new Error(`${email} could not sign in: ${reply.status}, then ${session.status}`);
  return header();
}
