import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardTransactionIds } from '../../db/schema/transactions.ts';
import { AppError } from '../../http/app-error.ts';
import { selectSteps, selectTransactions, toStep } from '../card-transactions/archive/read-archived.ts';
import { tellRows } from '../card-transactions/search/list.ts';
import type { EvidenceStep, EvidenceTransaction } from './evidence.ts';

export interface TransactionRef {
  profileId: string;
  id: string;
}

const atOnce = 200;
const keyOf = ({ id, profileId }: TransactionRef) => `${profileId} ${id}`;

/**
 * What the archive holds of each, with every state it was told to be in.
 * @returns the oldest first, each once
 * @throws AppError validation_failed where one is not in the archive
 */
export async function readEvidenceTransactions(
  db: Database,
  reader: Operator,
  refs: readonly TransactionRef[],
): Promise<EvidenceTransaction[]> {
  const wanted = [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
  const found: EvidenceTransaction[] = [];
  for (let from = 0; from < wanted.length; from += atOnce)
    found.push(...(await readSome(db, reader, wanted.slice(from, from + atOnce))));
  if (found.length < wanted.length)
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.transactions', message: 'Not all of these are in the archive.' }],
    });
  const order = (one: EvidenceTransaction) => `${one.creationTime} ${one.id.padStart(19, '0')}`;
  return found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

async function readSome(
  db: Database,
  reader: Operator,
  refs: readonly TransactionRef[],
): Promise<EvidenceTransaction[]> {
  const wanted = new Set(refs.map(keyOf));
  const isWanted = (row: { profileId: string; transactionId: string }) =>
    wanted.has(keyOf({ profileId: row.profileId, id: row.transactionId }));
  const hasId = inArray(
    cardTransactionIds.transactionId,
    refs.map(({ id }) => id),
  );
  const rows = await selectTransactions(db, hasId);
  const steps = await selectSteps(db, hasId);
  const stepsOf = new Map<string, EvidenceStep[]>();
  for (const { kept } of steps) {
    const key = keyOf({ profileId: kept.profileId, id: kept.transactionId });
    const step = { ...toStep(kept), receivedAt: kept.receivedAt.toISOString() };
    stepsOf.set(key, [...(stepsOf.get(key) ?? []), step]);
  }
  const told = await tellRows(db, reader, 'all', rows.map(({ kept }) => kept).filter(isWanted));
  return told.map(({ cardHolderName: _holder, ...transaction }) => ({
    ...transaction,
    steps: stepsOf.get(keyOf(transaction)) ?? [],
  }));
}
