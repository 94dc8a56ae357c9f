import 'server-only';
import Big from 'big.js';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { payoutStatusOf } from '../../../../catalogues/payouts.ts';
import { fundingState } from '../../../../contracts/batch-funding.schema.ts';
import type { BatchFunding } from '../../../../contracts/batch-funding.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { Operator } from '../../../auth/operator.ts';
import { people } from '../../../db/schema/staff.ts';
import type { Database } from '../../../db/database.ts';
import type { Runtime } from '../../../runtime.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { readBeforeFunding } from './before-funding.ts';
import { openConversions } from './conversions-seen.ts';
import { findLatestFunding, standingStates, transfersOf } from './funding-row.ts';
import { cameLate, findSecondDebit } from './late-debit.ts';
import { readRelease } from './read-release.ts';
import { totalOf } from './total.ts';

const { way, state } = fundingState.shape;

/** How far a group's money is, from what was read of Wise last. */
export async function readFunding(
  parts: Pick<Runtime, 'store' | 'vault' | 'wiseFacts'>,
  operator: Operator,
  path: BatchGroupPath,
): Promise<BatchFunding> {
  const { db } = parts.store;
  const group = await findGroupOrThrow(db, path);
  const [rows, funding, second] = await Promise.all([
    transfersOf(db, group.id),
    readLatest(db, group.id),
    findSecondDebit(db, group.id),
  ]);
  // Of a group made elsewhere not all transfers may have been read yet.
  const isWhole = group.origin === 'console' || rows.length === group.wiseTransfers;
  const total = isWhole ? totalOf(rows) : null;
  return {
    funding,
    total,
    payout: sumByStatus(rows),
    secondDebit: second?.initiationStatus
      ? {
          status: second.initiationStatus,
          startedAt: second.startedAt.toISOString(),
          amount: second.amount,
        }
      : null,
    before: isBegun(funding) || !isWhole ? null : await readBeforeFunding(parts, operator, group, rows),
    asOf: new Date().toISOString(),
  };
}

const isBegun = (funding: z.output<typeof fundingState> | null): boolean =>
  funding !== null && standingStates.includes(funding.state);

async function readLatest(db: Database, groupId: string): Promise<z.output<typeof fundingState> | null> {
  const row = await findLatestFunding(db, groupId);
  if (!row) return null;
  const [[person], release] = await Promise.all([
    db.select({ name: people.name }).from(people).where(eq(people.id, row.personId)),
    readRelease(db, row),
  ]);
  return {
    way: way.parse(row.way),
    state: state.parse(row.state),
    code: row.code,
    amount: row.amount,
    personName: person?.name ?? '',
    startedAt: row.startedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    debitSeenAt: row.debitSeenAt?.toISOString() ?? null,
    transfersMovedAt: row.transfersMovedAt?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
    conversionsSeen: openConversions(row.conversionsSeen),
    debit:
      row.way === 'DIRECT_DEBIT'
        ? {
            status: row.initiationStatus,
            changedAt: row.initiationChangedAt?.toISOString() ?? null,
            reference: row.initiationReference,
            lastFour: row.initiationAccount,
            cameLate: row.code === cameLate,
          }
        : null,
    release,
  };
}

function sumByStatus(rows: Awaited<ReturnType<typeof transfersOf>>): BatchFunding['payout'] {
  const sums = new Map<string, { transfers: number; amount: Big }>();
  for (const { bouncedAt, payoutFailure, transferStatus, sourceAmount } of rows) {
    const status = payoutStatusOf({
      transferStatus,
      hasBounced: bouncedAt !== null,
      failureCode: payoutFailure,
    });
    const { transfers, amount } = sums.get(status) ?? { transfers: 0, amount: new Big(0) };
    sums.set(status, { transfers: transfers + 1, amount: amount.plus(sourceAmount ?? 0) });
  }
  return [...sums].map(([status, { transfers, amount }]) => ({
    status,
    transfers,
    amount: amount.toFixed(),
  }));
}
