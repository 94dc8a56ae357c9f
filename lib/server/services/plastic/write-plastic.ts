import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { faultOfMovement, signedKind } from '../../../catalogues/plastic.ts';
import type { recordPlasticBody, signPlasticBody } from '../../../contracts/plastic.schema.ts';
import type { PlasticDay } from '../../../contracts/plastic.ts';
import { addDays, isoDay } from '../../../format/times.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks, plasticMovements } from '../../db/schema/kiosks.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readWitnesses } from '../branches/witnesses.ts';
import type { PlasticBranch } from './locate-branch.ts';
import { readPlasticDay } from './read-day.ts';

const daysBack = 31;

/** @throws AppError validation_failed */
export async function recordPlastic(
  parts: Runtime,
  operator: Operator,
  branch: PlasticBranch,
  { kind, quantity, day, kioskId, witnessId, note }: z.output<typeof recordPlasticBody>,
): Promise<PlasticDay> {
  requireDay(branch, day);
  const fault = faultOfMovement({ kind, quantity, note, hasWitness: witnessId !== undefined });
  if (fault) throw wrong(fault.field, fault.message);
  await parts.store.db.transaction(async (tx) => {
    await lockBranch(tx, branch.id);
    await requireKiosk(tx, branch.id, kioskId);
    if (witnessId !== undefined) await requireWitness(tx, operator, branch.id, witnessId);
    await tx.insert(plasticMovements).values({
      branchId: branch.id,
      day,
      kind,
      quantity,
      kioskId: kioskId ?? null,
      recordedBy: operator.personId,
      witnessedBy: witnessId ?? null,
      note,
      createdAt: new Date(),
    });
    await publishEvent(tx, { type: 'branch.changed', branchId: branch.id });
  });
  return readPlasticDay(parts, operator, branch, day);
}

/** Two people sign, each in their own session, and the first explains what is off. @throws AppError plastic_not_to_sign, validation_failed */
export async function signPlasticDay(
  parts: Runtime,
  operator: Operator,
  branch: PlasticBranch,
  { day, note }: z.output<typeof signPlasticBody>,
): Promise<PlasticDay> {
  requireDay(branch, day);
  await parts.store.db.transaction(async (tx) => {
    await lockBranch(tx, branch.id);
    const before = await readPlasticDay({ store: { ...parts.store, db: tx } }, operator, branch, day);
    if (before.whyNotSign !== null)
      throw new AppError('plastic_not_to_sign', { detail: whyNot[before.whyNotSign] });
    if (before.needsNote && note === '') throw wrong('note', 'The day is off. Say why before it is signed.');
    await tx.insert(plasticMovements).values({
      branchId: branch.id,
      day,
      kind: signedKind,
      quantity: before.differenceAtClose ?? 0,
      recordedBy: operator.personId,
      note,
      createdAt: new Date(),
    });
    await publishEvent(tx, { type: 'branch.changed', branchId: branch.id });
  });
  return readPlasticDay(parts, operator, branch, day);
}

const whyNot: Record<NonNullable<PlasticDay['whyNotSign']>, string> = {
  'not-counted': 'The blanks are to be counted at opening and at closing first.',
  signed: 'Two people have signed it.',
  'signed-by-you': 'You have signed it. The second name is somebody else’s.',
};

/** Rows of one branch are written one after the other, so that no name stands under what its person has not seen. */
async function lockBranch(tx: Database, branchId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`plastic ${branchId}`}))`);
}

function requireDay({ timeZone }: PlasticBranch, day: string): void {
  const today = isoDay(new Date(), timeZone);
  if (day > today) throw wrong('day', 'This day has not come yet.');
  if (day < addDays(today, -daysBack)) throw wrong('day', 'This day is over a month ago.');
}

async function requireKiosk(tx: Database, branchId: string, kioskId: string | undefined): Promise<void> {
  if (kioskId === undefined) return;
  const [found] = await tx
    .select({ id: kiosks.id })
    .from(kiosks)
    .where(and(eq(kiosks.id, kioskId), eq(kiosks.branchId, branchId)));
  if (!found) throw wrong('kioskId', 'This branch has no such kiosk.');
}

async function requireWitness(
  tx: Database,
  operator: Operator,
  branchId: string,
  witnessId: string,
): Promise<void> {
  if (witnessId === operator.personId) throw wrong('witnessId', 'The second name is somebody else’s.');
  const witnesses = await readWitnesses(tx, branchId, operator.personId);
  if (!witnesses.some(({ id }) => id === witnessId))
    throw wrong('witnessId', 'Only an active manager of this branch or an administrator.');
}

const wrong = (field: string, message: string) =>
  new AppError('validation_failed', { fields: [{ path: `body.${field}`, message }] });
