import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { plasticKinds, signedKind } from '../../../catalogues/plastic.ts';
import type { PlasticDay } from '../../../contracts/plastic.ts';
import { isoDay } from '../../../format/times.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks, plasticMovements } from '../../db/schema/kiosks.ts';
import { people } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import { type DayBalance, emptyDay, isOff, whyNotSigned } from './balance.ts';
import { readWitnesses } from '../branches/witnesses.ts';
import type { PlasticBranch } from './locate-branch.ts';
import { readBalances, readByKiosk } from './read-sums.ts';

/** @param day today in the branch's zone where none is given */
export async function readPlasticDay(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Pick<Operator, 'personId'>,
  branch: PlasticBranch,
  day = isoDay(new Date(), branch.timeZone),
): Promise<PlasticDay> {
  const [balances, byKiosk, written, atBranch, witnesses] = await Promise.all([
    readBalances(db, branch, day),
    readByKiosk(db, branch, day),
    readRows(db, branch.id, day),
    db.select().from(kiosks).where(eq(kiosks.branchId, branch.id)).orderBy(asc(kiosks.id)),
    readWitnesses(db, branch.id, reader.personId),
  ]);
  const balance = balances.at(-1) ?? unknownDay(day);
  const signatures = standing(written).map(({ row, recordedBy }) => ({
    name: recordedBy,
    isOwn: row.recordedBy === reader.personId,
    note: row.note,
    at: row.createdAt.toISOString(),
  }));
  return {
    ...balance,
    branch,
    today: isoDay(new Date(), branch.timeZone),
    faults: byKiosk.faults,
    rows: written
      .filter(({ row }) => row.kind !== signedKind)
      .map(({ row, recordedBy, witnessedBy }) => ({
        id: row.id,
        kind: z.enum(plasticKinds).parse(row.kind),
        quantity: row.quantity,
        kioskId: row.kioskId,
        note: row.note,
        recordedBy,
        witnessedBy,
        at: row.createdAt.toISOString(),
      })),
    kiosks: atBranch.map(({ id, place, isActive }) => ({ id, place, isActive, ...byKiosk.of(id) })),
    signatures,
    whyNotSign:
      signatures.length >= 2
        ? 'signed'
        : signatures.some(({ isOwn }) => isOwn)
          ? 'signed-by-you'
          : (whyNotSigned(balance) ?? null),
    needsNote: isOff(balance) && signatures.every(({ note }) => note === ''),
    witnesses,
    asOf: new Date().toISOString(),
  };
}

interface Written {
  row: typeof plasticMovements.$inferSelect;
  recordedBy: string;
  witnessedBy: string | null;
}

/** Newest first. */
function readRows(db: Database, branchId: string, day: string): Promise<Written[]> {
  const witness = alias(people, 'witness');
  return db
    .select({ row: plasticMovements, recordedBy: people.name, witnessedBy: witness.name })
    .from(plasticMovements)
    .innerJoin(people, eq(people.id, plasticMovements.recordedBy))
    .leftJoin(witness, eq(witness.id, plasticMovements.witnessedBy))
    .where(and(eq(plasticMovements.branchId, branchId), eq(plasticMovements.day, day)))
    .orderBy(desc(plasticMovements.createdAt), desc(plasticMovements.id));
}

/** Names under what stands now: those that are newer than the last row of another kind, one for each person. */
function standing(newestFirst: readonly Written[]): Written[] {
  const end = newestFirst.findIndex(({ row }) => row.kind !== signedKind);
  return newestFirst.slice(0, end < 0 ? 0 : end).reverse();
}

const unknownDay = (day: string): DayBalance => ({
  ...emptyDay(day),
  carried: null,
  opening: null,
  expected: null,
  differenceAtOpen: null,
  differenceAtClose: null,
  toDestroy: 0,
});
