import 'server-only';
import type { ActivityList } from '../../../contracts/activities.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { ActivityPage } from '../../wise/resources/activities.ts';
import { findProfileUserOrThrow } from '../profile-user.ts';
import { findBatchGroups } from './batch-groups-of.ts';
import { tellActivity } from './tell.ts';

/**
 * One page straight from Wise.
 * @throws AppError not_found for a profile the console does not know, and for who sees a branch's cards only: a feed is
 *   the whole profile's
 */
export async function listProfileActivities(
  parts: Runtime,
  scope: CardScope,
  reader: Operator,
  profileId: string,
  page: ActivityPage,
): Promise<ActivityList> {
  if (scope !== 'all') throw new AppError('not_found');
  const userId = await findProfileUserOrThrow(parts.store.db, profileId);
  const now = new Date();
  const told = await parts.wise.activities.listActivities(
    { userId, priority: 'interactive' },
    profileId,
    page,
  );
  const groups = await findBatchGroups(parts.store.db, reader, profileId, told.activities);
  parts.accessLog.noteProfile(reader.personId, profileId);
  return {
    items: told.activities.map((activity) => tellActivity(reader, activity, now, groups)),
    nextCursor: told.cursor,
    asOf: now.toISOString(),
  };
}
