import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { SavedViewListName } from '../../../catalogues/saved-views.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { savedViewDefaults, savedViews } from '../../db/schema/views.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { findDefault, findViews, requireList } from './read.ts';

export async function chooseDefault(
  tx: Database,
  { personId }: Operator,
  list: string,
  viewId: string | null,
): Promise<void> {
  await tx
    .insert(savedViewDefaults)
    .values({ personId, list, viewId })
    .onConflictDoUpdate({ target: [savedViewDefaults.personId, savedViewDefaults.list], set: { viewId } });
}

/**
 * Without a view the list opens with everything. That is remembered only where the team opens it otherwise, so that a
 * default the team gets later reaches who never chose against one.
 * @throws AppError forbidden, not_found for a view of another list too
 */
export function setDefaultView(
  { store, vault }: Pick<Runtime, 'store' | 'vault'>,
  operator: Operator,
  list: SavedViewListName,
  viewId: string | null,
): Promise<string | null> {
  requireList(operator, list);
  return store.db.transaction(async (tx) => {
    const items = await findViews(tx, vault, operator, eq(savedViews.list, list));
    if (viewId !== null && !items.some(({ id }) => id === viewId)) throw new AppError('not_found');
    if (viewId !== null || items.some(({ isTeamDefault }) => isTeamDefault))
      await chooseDefault(tx, operator, list, viewId);
    else
      await tx
        .delete(savedViewDefaults)
        .where(and(eq(savedViewDefaults.personId, operator.personId), eq(savedViewDefaults.list, list)));
    return findDefault(tx, operator, list, items);
  });
}
