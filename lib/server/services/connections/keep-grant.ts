import 'server-only';
import { eq } from 'drizzle-orm';
import type { TokenRequest } from '../../../contracts/wise/oauth.ts';
import type { Operator } from '../../auth/operator.ts';
import { wiseConnections } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import { cardsJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { type Connected, storeConnection } from '../../wise/connections.ts';
import { WiseError } from '../../wise/errors.ts';
import { refreshEndOf } from '../../wise/tokens.ts';
import { storeProfiles } from './store-profiles.ts';

/** A code or refresh token to exchange, or a personal token as it is. */
export type Grant = Exclude<TokenRequest, { grant_type: 'client_credentials' }> | { personalToken: string };

interface Given {
  accessToken: string;
  connection: Pick<Connected, 'kind' | 'refreshToken' | 'refreshTokenExpiresAt' | 'accessToken' | 'scopes'>;
}

/**
 * Connects whoever gave this: asks Wise who it is and what they reach, keeps it sealed, and has their cards read.
 * @param reconnects the only Wise user that is meant
 * @returns the Wise user's id
 * @throws AppError wise_grant_refused, wise_client_refused, other_wise_user; then nothing is kept
 */
export async function keepGrant(
  parts: Runtime,
  operator: Operator,
  grant: Grant,
  reconnects: string | undefined,
  note: (details: Record<string, unknown>) => void,
): Promise<string> {
  const { jobs, store, vault, wise } = parts;
  const { accessToken, connection } =
    'personalToken' in grant ? personal(grant.personalToken) : await exchange(parts, grant);
  const owner = wise.askWith(accessToken);
  // The token decides whose it is, not the page: no user is named in these calls.
  const asOwner = { userId: 'new', priority: 'interactive' as const };
  const readAt = new Date();
  const [{ userId, name }, profiles] = await Promise.all([
    owner.users.readMe(asOwner),
    owner.profiles.listProfiles(asOwner),
  ]).catch((error: unknown) => {
    throw refusalOf(error);
  });
  note({ userId, kind: connection.kind, profiles: profiles.length });
  if (reconnects !== undefined && reconnects !== userId) throw new AppError('other_wise_user');
  if (connection.kind === 'personal') await requireNoBetter(parts, userId);
  await storeConnection(store.db, vault, {
    ...connection,
    userId,
    ownerName: name,
    connectedBy: operator.personId,
  });
  wise.forget(userId);
  await storeProfiles(store.db, userId, profiles, readAt);
  wise.forgetFacts(userId);
  // The connection stands; the hourly readings find its cards where this cannot be asked for.
  await jobs.ask(cardsJob).catch(() => parts.log.warn('cards of a new connection not asked for'));
  return userId;
}

/** A personal token would take the cards away that the connection reaches now. */
async function requireNoBetter({ store }: Runtime, userId: string): Promise<void> {
  const [present] = await store.db
    .select({ kind: wiseConnections.kind, state: wiseConnections.state })
    .from(wiseConnections)
    .where(eq(wiseConnections.userId, userId));
  if (present?.kind === 'user' && present.state === 'working')
    throw new AppError('conflict', {
      detail:
        'This Wise user is connected with more than a personal token reaches. Disconnect them first if less is meant.',
    });
}

const personal = (token: string): Given => ({
  accessToken: token,
  connection: { kind: 'personal', refreshToken: null, accessToken: { value: token, expiresAt: null } },
});

async function exchange({ wise }: Runtime, grant: Exclude<Grant, { personalToken: string }>): Promise<Given> {
  const nowMs = Date.now();
  const told = await wise.exchange(grant).catch((error: unknown) => {
    throw refusalOf(error);
  });
  // Without one the connection would end with this access token, and nobody could renew it.
  if (told.refresh_token === undefined) throw new AppError('wise_reply_not_understood');
  return {
    accessToken: told.access_token,
    connection: {
      kind: 'user',
      refreshToken: told.refresh_token,
      ...refreshEndOf(told, nowMs),
      accessToken: {
        value: told.access_token,
        expiresAt: new Date(nowMs + told.expires_in * 1000),
      },
      scopes: told.scope,
    },
  };
}

/** What Wise answers to a grant speaks of the grant or of our own credentials, not of a connection. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof WiseError)) return error;
  if (error.hasCode('invalid_client')) return new AppError('wise_client_refused', { cause: error });
  const isRefused = error.kind === 'unauthorised' || error.kind === 'refused';
  return isRefused ? new AppError('wise_grant_refused', { cause: error }) : error;
}
