import 'server-only';
import { and, asc, eq, ne, type SQL } from 'drizzle-orm';
import { can } from '../../../catalogues/console-permissions.ts';
import { type SavedViewListName, savedViewLists } from '../../../catalogues/saved-views.ts';
import type { SavedView, SavedViewList } from '../../../contracts/views.ts';
import { savedView } from '../../../contracts/views.schema.ts';
import { branchesOfPerson, limitsOfPerson, toPerson } from '../../auth/find-person.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { people } from '../../db/schema/staff.ts';
import { savedViewDefaults, savedViews } from '../../db/schema/views.ts';
import { AppError } from '../../http/app-error.ts';
import type { Vault } from '../../vault/vault.ts';
import { openContent } from './content.ts';
import { isSeenBy, teamOf } from './team.ts';

/** @throws AppError forbidden for a list that this person may not read */
export function requireList(operator: Operator, list: SavedViewListName): void {
  if (!can(operator, savedViewLists[list])) throw new AppError('forbidden');
}

export async function listSavedViews(
  db: Database,
  vault: Vault,
  operator: Operator,
  list: SavedViewListName,
): Promise<SavedViewList> {
  requireList(operator, list);
  const items = await findViews(db, vault, operator, eq(savedViews.list, list));
  return {
    items,
    defaultViewId: await findDefault(db, operator, list, items),
    asOf: new Date().toISOString(),
  };
}

/** @throws AppError not_found for an unknown one and for what others keep to themselves alike */
export async function readViewOrThrow(
  db: Database,
  vault: Vault,
  operator: Operator,
  viewId: string,
): Promise<SavedView> {
  const [view] = await findViews(db, vault, operator, eq(savedViews.id, viewId));
  if (!view || !can(operator, savedViewLists[view.list])) throw new AppError('not_found');
  return view;
}

/** The person's own choice where it can still be seen, else the team's. */
export async function findDefault(
  db: Database,
  { personId }: Operator,
  list: SavedViewListName,
  items: readonly SavedView[],
): Promise<string | null> {
  const [chosen] = await db
    .select({ viewId: savedViewDefaults.viewId })
    .from(savedViewDefaults)
    .where(and(eq(savedViewDefaults.personId, personId), eq(savedViewDefaults.list, list)));
  if (chosen?.viewId === null) return null;
  const own = items.find(({ id }) => id === chosen?.viewId);
  return own?.id ?? items.find(({ isTeamDefault }) => isTeamDefault)?.id ?? null;
}

export async function findViews(
  db: Database,
  vault: Vault,
  operator: Operator,
  where: SQL | undefined,
): Promise<SavedView[]> {
  const others = db.$count(
    savedViewDefaults,
    and(eq(savedViewDefaults.viewId, savedViews.id), ne(savedViewDefaults.personId, operator.personId)),
  );
  const rows = await db
    .select({
      row: savedViews,
      owner: people,
      branches: branchesOfPerson,
      limits: limitsOfPerson,
      openedByOthers: others,
    })
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.personId))
    .where(and(isSeenBy(operator), where))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id));
  return rows.map(({ branches, limits, openedByOthers, owner, row }) => ({
    id: row.id,
    list: savedView.shape.list.parse(row.list),
    ...openContent(vault, row.id, row.contentSealed),
    isShared: row.sharedWith !== null,
    isTeamDefault: row.isTeamDefault,
    isOwn: row.personId === operator.personId,
    ownerName: owner.name,
    ownerHasLeft:
      owner.disabledAt !== null ||
      (row.sharedWith !== null && row.sharedWith !== teamOf(toPerson({ person: owner, branches, limits }))),
    openedByOthers,
    version: row.version,
  }));
}
