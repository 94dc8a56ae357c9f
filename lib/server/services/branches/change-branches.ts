import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { addBranchBody, updateBranchBody } from '../../../contracts/branches.schema.ts';
import type { RegisteredBranch } from '../../../contracts/branches.ts';
import type { Database } from '../../db/database.ts';
import { branches } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { plain } from '../search-text.ts';
import { readBranchOrThrow } from './read-branches.ts';

type Note = (details: Record<string, unknown>) => void;
const namesLock = 727_021;

/** @throws AppError validation_failed for a name that is taken */
export async function addBranch(
  { store }: Runtime,
  body: z.output<typeof addBranchBody>,
  note: Note,
): Promise<RegisteredBranch> {
  const id = await store.db.transaction(async (tx) => {
    await requireFreeName(tx, body.name, undefined);
    const made = await freeId(tx, body.name);
    await tx.insert(branches).values({ ...body, id: made });
    await publishEvent(tx, { type: 'branch.changed', branchId: made });
    return made;
  });
  note({ branchId: id, timeZone: body.timeZone });
  return readBranchOrThrow(store.db, 'all', id);
}

/** @throws AppError not_found; conflict where somebody changed it meanwhile; validation_failed for a name that is taken */
export async function updateBranch(
  { store }: Runtime,
  id: string,
  { version, ...changes }: z.output<typeof updateBranchBody>,
): Promise<RegisteredBranch> {
  await readBranchOrThrow(store.db, 'all', id);
  await store.db.transaction(async (tx) => {
    if (changes.name !== undefined) await requireFreeName(tx, changes.name, id);
    const [changed] = await tx
      .update(branches)
      .set({ ...changes, version: version + 1 })
      .where(and(eq(branches.id, id), eq(branches.version, version)))
      .returning({ id: branches.id });
    if (!changed) throw new AppError('conflict');
    await publishEvent(tx, { type: 'branch.changed', branchId: id }, { type: 'staff.changed' });
  });
  return readBranchOrThrow(store.db, 'all', id);
}

/** Two branches of one name could not be told apart where a card's place of collection is chosen. */
async function requireFreeName(tx: Database, name: string, except: string | undefined): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${namesLock})`);
  const rows = await tx.select({ id: branches.id, name: branches.name }).from(branches);
  if (!rows.some((row) => row.id !== except && plain(row.name) === plain(name))) return;
  throw new AppError('validation_failed', {
    fields: [{ path: 'body.name', message: 'There is a branch of this name already.' }],
  });
}

async function freeId(tx: Database, name: string): Promise<string> {
  const base =
    plain(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'branch';
  const taken = new Set((await tx.select({ id: branches.id }).from(branches)).map((row) => row.id));
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}
