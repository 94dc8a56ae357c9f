import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { addKioskBody, updateKioskBody } from '../../../contracts/branches.schema.ts';
import type { Kiosk } from '../../../contracts/branches.ts';
import type { Database } from '../../db/database.ts';
import { kiosks } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readKioskOrThrow } from './read-branches.ts';

/** @throws AppError validation_failed for an id that is in the register, or a branch that is not */
export async function addKiosk({ store }: Runtime, body: z.output<typeof addKioskBody>): Promise<Kiosk> {
  await store.db.transaction(async (tx) => {
    await requireBranch(tx, body.branchId);
    const [added] = await tx
      .insert(kiosks)
      .values(body)
      .onConflictDoNothing()
      .returning({ branchId: kiosks.branchId });
    if (!added) throw await takenId(tx, body.id);
    await publishEvent(tx, { type: 'branch.changed', branchId: body.branchId });
  });
  return readKioskOrThrow(store.db, 'all', body.id);
}

/** What it is printing goes on: only sending looks at whether a kiosk is in use. @throws AppError not_found, conflict, validation_failed */
export async function updateKiosk(
  { store }: Runtime,
  id: string,
  { version, ...changes }: z.output<typeof updateKioskBody>,
): Promise<Kiosk> {
  const before = await readKioskOrThrow(store.db, 'all', id);
  await store.db.transaction(async (tx) => {
    if (changes.branchId !== undefined) await requireBranch(tx, changes.branchId);
    const [changed] = await tx
      .update(kiosks)
      .set({ ...changes, version: version + 1 })
      .where(and(eq(kiosks.id, id), eq(kiosks.version, version)))
      .returning({ branchId: kiosks.branchId });
    if (!changed) throw new AppError('conflict');
    await publishEvent(
      tx,
      ...[...new Set([before.branchId, changed.branchId])].map((branchId) => ({
        type: 'branch.changed' as const,
        branchId,
      })),
    );
  });
  return readKioskOrThrow(store.db, 'all', id);
}

async function requireBranch(tx: Database, branchId: string): Promise<void> {
  const [found] = await tx.select({ id: branches.id }).from(branches).where(eq(branches.id, branchId));
  if (found) return;
  throw new AppError('validation_failed', {
    fields: [{ path: 'body.branchId', message: 'There is no such branch.' }],
  });
}

async function takenId(tx: Database, id: string): Promise<AppError> {
  const [row] = await tx
    .select({ name: branches.name })
    .from(kiosks)
    .innerJoin(branches, eq(branches.id, kiosks.branchId))
    .where(eq(kiosks.id, id));
  const where = row ? `, at ${row.name}` : '';
  return new AppError('validation_failed', {
    fields: [{ path: 'body.id', message: `This kiosk is in the register already${where}.` }],
  });
}
