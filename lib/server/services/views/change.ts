import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { mostSavedViews } from '../../../catalogues/saved-views.ts';
import type { changeViewBody, saveViewBody } from '../../../contracts/views.schema.ts';
import type { SavedView } from '../../../contracts/views.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { savedViewDefaults, savedViews } from '../../db/schema/views.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { sealContent } from './content.ts';
import { chooseDefault } from './default.ts';
import { findViews, readViewOrThrow, requireList } from './read.ts';
import { teamOf } from './team.ts';

type Parts = Pick<Runtime, 'store' | 'vault'>;

const writeLock = 727_004;

/** One at a time: names and limits are looked at before the row is written. */
function writing<T>({ store }: Parts, work: (tx: Database) => Promise<T>): Promise<T> {
  return store.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${writeLock})`);
    return work(tx);
  });
}

/** @throws AppError forbidden, validation_failed for a taken name, too_many_views */
export function saveView(
  parts: Parts,
  operator: Operator,
  body: z.output<typeof saveViewBody>,
): Promise<SavedView> {
  requireList(operator, body.list);
  const id = randomUUID();
  const { isDefault, isShared, isTeamDefault, list } = body;
  return writing(parts, async (tx) => {
    const seen = await findViews(tx, parts.vault, operator, eq(savedViews.list, list));
    if (seen.filter(({ isOwn }) => isOwn).length >= mostSavedViews) throw new AppError('too_many_views');
    requireFreeName(seen, body.name);
    if (isTeamDefault) await dropTeamDefault(tx, operator, list);
    await tx.insert(savedViews).values({
      id,
      list,
      personId: operator.personId,
      role: operator.role,
      sharedWith: isShared ? teamOf(operator) : null,
      isTeamDefault,
      contentSealed: sealContent(parts.vault, id, body),
    });
    if (isDefault) await chooseDefault(tx, operator, list, id);
    if (isShared) await tellTeam(tx, operator);
    return readViewOrThrow(tx, parts.vault, operator, id);
  });
}

/** @throws AppError not_found, forbidden, conflict, validation_failed for a taken name */
export function changeView(
  parts: Parts,
  operator: Operator,
  viewId: string,
  change: z.output<typeof changeViewBody>,
): Promise<SavedView> {
  return writing(parts, async (tx) => {
    const before = await readViewOrThrow(tx, parts.vault, operator, viewId);
    if (!before.isOwn)
      throw new AppError('forbidden', { detail: 'It belongs to somebody else of your team.' });
    requireVersion(before, change.version);
    const { list } = before;
    const { name = before.name, query = before.query, isShared = before.isShared } = change;
    const isTeamDefault = isShared && (change.isTeamDefault ?? before.isTeamDefault);
    if (change.isTeamDefault === true && !isShared) throw notShared();
    const others = await findViews(
      tx,
      parts.vault,
      operator,
      and(eq(savedViews.list, list), ne(savedViews.id, viewId)),
    );
    requireFreeName(others, name);
    if (isTeamDefault && !before.isTeamDefault) await dropTeamDefault(tx, operator, list);
    if (before.isShared && !isShared) await forgetOthers(tx, operator, viewId);
    await tx
      .update(savedViews)
      .set({
        contentSealed: sealContent(parts.vault, viewId, { name, query }),
        sharedWith: isShared ? teamOf(operator) : null,
        isTeamDefault,
        ...nextVersion(),
      })
      .where(eq(savedViews.id, viewId));
    if (isShared || before.isShared) await tellTeam(tx, operator);
    return readViewOrThrow(tx, parts.vault, operator, viewId);
  });
}

/** @throws AppError not_found, forbidden while its owner is of the team, conflict */
export function deleteView(parts: Parts, operator: Operator, viewId: string, version: number): Promise<void> {
  return writing(parts, async (tx) => {
    const before = await readViewOrThrow(tx, parts.vault, operator, viewId);
    if (!before.isOwn) requireLeft(before);
    requireVersion(before, version);
    await tx.delete(savedViews).where(eq(savedViews.id, viewId));
    if (before.isShared) await tellTeam(tx, operator);
  });
}

/** @throws AppError not_found, forbidden while its owner is of the team, conflict */
export function takeOverView(
  parts: Parts,
  operator: Operator,
  viewId: string,
  version: number,
): Promise<SavedView> {
  return writing(parts, async (tx) => {
    const before = await readViewOrThrow(tx, parts.vault, operator, viewId);
    requireLeft(before);
    requireVersion(before, version);
    await tx
      .update(savedViews)
      .set({ personId: operator.personId, ...nextVersion() })
      .where(eq(savedViews.id, viewId));
    await tellTeam(tx, operator);
    return readViewOrThrow(tx, parts.vault, operator, viewId);
  });
}

const nextVersion = () => ({ version: sql`${savedViews.version} + 1`, changedAt: new Date() });

function requireVersion(view: SavedView, version: number): void {
  if (view.version !== version) throw new AppError('conflict');
}

function requireLeft(view: SavedView): void {
  if (!view.ownerHasLeft) throw new AppError('forbidden', { detail: 'Its owner is still of your team.' });
}

/** Among all that the person sees; what others keep to themselves takes no name and tells none. */
function requireFreeName(seen: readonly SavedView[], name: string): void {
  const wanted = name.toLowerCase();
  if (!seen.some((view) => view.name.toLowerCase() === wanted)) return;
  throw new AppError('validation_failed', {
    fields: [{ path: 'body.name', message: 'You or your team have a view of this name.' }],
  });
}

const notShared = () =>
  new AppError('validation_failed', { fields: [{ path: 'body.isTeamDefault', message: 'Share it first.' }] });

/** A team has one default per list: the newest choice stands. */
async function dropTeamDefault(tx: Database, operator: Operator, list: string): Promise<void> {
  await tx
    .update(savedViews)
    .set({ isTeamDefault: false, ...nextVersion() })
    .where(
      and(eq(savedViews.sharedWith, teamOf(operator)), eq(savedViews.list, list), savedViews.isTeamDefault),
    );
}

async function forgetOthers(tx: Database, { personId }: Operator, viewId: string): Promise<void> {
  await tx
    .delete(savedViewDefaults)
    .where(and(eq(savedViewDefaults.viewId, viewId), ne(savedViewDefaults.personId, personId)));
}

const tellTeam = (tx: Database, operator: Operator) =>
  publishEvent(tx, { type: 'views.changed', team: teamOf(operator) });
