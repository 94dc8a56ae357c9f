import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { wiseAuthorizations } from '../../db/schema/wise.ts';
import type { Env } from '../../env.ts';

const minutes = 10;
const digestOf = (state: string) => createHash('sha256').update(state).digest('hex');

/** Wise: registered there beforehand, and compared to the letter when the code is exchanged. */
export const redirectUriOf = ({ consoleUrl }: Pick<Env, 'consoleUrl'>): string =>
  `${consoleUrl.replace(/\/$/, '')}/api/connections/callback`;

type Who = Pick<Operator, 'sessionId' | 'personId'>;

/** Sends this session to Wise. @param reconnects the only Wise user who may come back */
export async function beginAuthorization(
  db: Database,
  env: Pick<Env, 'consoleUrl'> & { wise: Pick<Env['wise'], 'webUrl' | 'clientId'> },
  { sessionId, personId }: Who,
  reconnects: string | undefined,
): Promise<string> {
  const state = randomBytes(32).toString('base64url');
  await db.delete(wiseAuthorizations).where(lt(wiseAuthorizations.expiresAt, sql`now()`));
  await db.insert(wiseAuthorizations).values({
    stateDigest: digestOf(state),
    sessionId,
    personId,
    reconnects: reconnects ?? null,
    expiresAt: sql`now() + make_interval(mins => ${minutes})`,
  });
  const url = new URL('/oauth/authorize/', env.wise.webUrl);
  url.searchParams.set('client_id', env.wise.clientId);
  url.searchParams.set('redirect_uri', redirectUriOf(env));
  url.searchParams.set('state', state);
  return url.href;
}

/**
 * Takes a state that came back. It is spent by this, whoever brings it.
 * @returns undefined for one that is unknown, spent, too old or of another session
 */
export async function takeAuthorization(
  db: Database,
  { sessionId, personId }: Who,
  state: string,
): Promise<{ reconnects: string | undefined } | undefined> {
  const [taken] = await db
    .delete(wiseAuthorizations)
    .where(eq(wiseAuthorizations.stateDigest, digestOf(state)))
    .returning({
      sessionId: wiseAuthorizations.sessionId,
      personId: wiseAuthorizations.personId,
      reconnects: wiseAuthorizations.reconnects,
      isAlive: sql<boolean>`${wiseAuthorizations.expiresAt} > now()`,
    });
  if (!taken?.isAlive || taken.sessionId !== sessionId || taken.personId !== personId) return undefined;
  return { reconnects: taken.reconnects ?? undefined };
}
