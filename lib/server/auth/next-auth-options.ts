import 'server-only';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { runtime } from '../runtime.ts';
import { sessionLifeMs } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** `__Host-` and secure when the console is reached over https. */
export const sessionCookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}console-session`;

/**
 * The token holds a session id and nothing else; everything that may change is read from the store on each request.
 * @param onFault hears of what is no refusal: next-auth would answer 401 with the error's own words in it
 */
export async function nextAuthOptions(onFault: (error: unknown) => void): Promise<AuthOptions> {
  const { env, store, sessions, audit } = await runtime();
  const cookie = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env.isSecure };
  return {
    secret: env.authSecret,
    session: { strategy: 'jwt', maxAge: sessionLifeMs / 1000 },
    useSecureCookies: env.isSecure,
    cookies: { sessionToken: { name: sessionCookieName(env.isSecure), options: cookie } },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'credentials',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const { email, password } = credentials ?? {};
          if (!email || !password || password.length > 200) return null;
          try {
            const id = await signIn({ db: store.db, sessions, audit }, email, password);
            return id === undefined ? null : { id };
          } catch (error) {
            onFault(error);
            return null;
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        const sub = user ? user.id : token.sub;
        return sub ? { sub } : {};
      },
    },
    events: {
      async signOut({ token }) {
        if (!token.sub) return;
        const personId = await sessions.end(token.sub);
        if (personId) {
          await audit.append({
            phase: 'event',
            action: 'session.sign-out',
            outcome: 'succeeded',
            actor: { personId, role: null },
            target: { type: 'person', id: personId },
            details: {},
          });
        }
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
