import 'server-only';
import { and, eq } from 'drizzle-orm';
import { profileStateChange as schema } from '../../../../contracts/wise/profiles.ts';
import { profiles, wiseConnections } from '../../../db/schema/wise.ts';
import { AppError } from '../../../http/app-error.ts';
import { syncProfileCards } from '../../../jobs/sync-cards.ts';
import { checkConnection } from '../../connections/check-connection.ts';
import { reachesCards } from '../../connections/reach.ts';
import { findProfileUser } from '../../profile-user.ts';
import { webhookKind } from '../webhook-kind.ts';

/**
 * Wise: VIEW_ONLY suspends a profile's cards, DEACTIVATED ends its tokens. The connection is tried, which marks the profile
 * or the connection as it now is, and the profile's cards are read where Wise still shows them.
 */
export const profileStateChange = webhookKind(
  'profiles#state-change',
  schema,
  async (parts, { resource: { id } }) => {
    const { db } = parts.store;
    const userId = await findProfileUser(db, id);
    if (userId === undefined) return 'not-connected';
    const outcome = await checkConnection(parts, userId, 'background');
    if (outcome === 'unreachable') throw new AppError('wise_unavailable');
    const [reached] = await db
      .select({ id: profiles.id, userId: profiles.userId })
      .from(profiles)
      .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
      .where(and(eq(profiles.id, id), reachesCards));
    if (reached) await syncProfileCards(parts, reached);
    return 'read-again';
  },
);
