import 'server-only';
import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import { batchFundings, batchGroups, batchRows } from '../../../db/schema/batches.ts';
import { profiles } from '../../../db/schema/wise.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import type { WiseTransfer } from '../../../wise/resources/transfers.ts';
import { isMoneyComing } from '../group-status.ts';
import type { Row } from '../run/row-outcome.ts';
import { standingStates } from './funding-row.ts';
import { askingMoment, type Moments, storeMoments, storeReading } from './store-status.ts';
import { moneyInitiated } from './transfers-moved.ts';
import { waitingForMoney } from './total.ts';

/** From these Wise takes a transfer no further, but for money that comes back weeks later. */
const restingStatuses = ['outgoing_payment_sent', 'funds_refunded', 'cancelled', 'charged_back'];
/** Of these something may follow: a payment bounces back, and what was paid for and cancelled is refunded. */
const mayGoOn = ['outgoing_payment_sent', 'cancelled'];
/** Wise refunds most of what it cancelled within the hour. */
const readAgainAfter = sql`case when ${batchRows.transferStatus} = 'cancelled'
  and ${batchRows.changedAt} > now() - interval '1 hour' then interval '1 minute' else interval '1 day' end`;
const perRun = 300;

/**
 * Reads transfers that were paid for and are on their way: webhooks tell sooner, but may be lost. One that rests but may
 * go on is read once a day for a month.
 */
export async function followTransfers(parts: Runtime): Promise<void> {
  const rows = await parts.store.db
    .select({ transferId: batchRows.transferId })
    .from(batchRows)
    .innerJoin(batchGroups, eq(batchGroups.id, batchRows.groupId))
    .leftJoin(
      batchFundings,
      and(eq(batchFundings.groupId, batchRows.groupId), inArray(batchFundings.state, standingStates)),
    )
    .where(
      and(
        isNotNull(batchRows.transferId),
        or(isNotNull(batchFundings.id), isMoneyComing),
        or(
          and(
            notInArray(batchRows.transferStatus, restingStatuses),
            // As long as the money is on its way, reading the first of them does; see `haveTransfersMoved`.
            or(
              eq(batchFundings.state, 'done'),
              // One of a group that was paid elsewhere has moved: the others will.
              isNull(batchFundings.id),
              notInArray(batchRows.transferStatus, [waitingForMoney, moneyInitiated]),
            ),
            sql`${batchRows.transferReadAt} < now() - interval '1 minute'`,
          ),
          and(
            inArray(batchRows.transferStatus, mayGoOn),
            sql`${batchRows.transferReadAt} < now() - ${readAgainAfter}`,
            sql`coalesce(${batchFundings.startedAt}, ${batchGroups.createdAt}) > now() - interval '30 days'`,
          ),
        ),
      ),
    )
    .orderBy(asc(batchRows.transferReadAt))
    .limit(perRun);
  for (const { transferId } of rows) {
    // A Wise that does not answer is asked again a minute later.
    if (transferId)
      await readTransferAgain(parts, transferId, { priority: 'background' }).catch(() => undefined);
  }
}

/** What a webhook said of a transfer: not always what it is now. */
interface ToldStatus {
  status: string;
  at: Date;
}

interface ReadsTransfers extends Pick<Runtime, 'store'> {
  wise: {
    transfers: {
      getTransfer(options: CallOptions, transferId: string): Promise<Pick<WiseTransfer, 'status'>>;
    };
  };
}

interface Reading extends Pick<CallOptions, 'priority'> {
  told?: ToldStatus;
}
/** Answers that a later one has overtaken are asked for again, this often; the next reading comes within a minute. */
const mostReadings = 3;

/**
 * @param told where that is known already Wise is not asked
 * @returns false for a transfer that belongs to no group of the register
 */
export async function readTransferAgain(
  parts: ReadsTransfers,
  transferId: string,
  reading: Reading,
): Promise<boolean> {
  for (let readings = 1; ; readings++) {
    const result = await readOnce(parts, transferId, reading);
    if (result !== 'overtaken' || readings === mostReadings) return result !== 'no-such-transfer';
  }
}

async function readOnce(
  parts: ReadsTransfers,
  transferId: string,
  { told, priority }: Reading,
): Promise<'done' | 'overtaken' | 'no-such-transfer'> {
  const { db } = parts.store;
  const { bouncedAt, groupId, rowNumber, transferStatus, transferStatusAt } = batchRows;
  const [known] = await db
    .select({
      row: { bouncedAt, groupId, rowNumber, transferStatus, transferStatusAt },
      userId: profiles.userId,
      askedAt: askingMoment,
    })
    .from(batchRows)
    .innerJoin(batchGroups, eq(batchGroups.id, batchRows.groupId))
    .innerJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .where(eq(batchRows.transferId, transferId));
  if (!known) return 'no-such-transfer';
  const { askedAt, row, userId } = known;
  // A later status comes with a word of its own. Of each transfer that is made its first status is told.
  const isKnown = told !== undefined && told.status === row.transferStatus;
  if (isKnown) {
    const moments = told.status === waitingForMoney ? {} : momentsOf(row, told.status, told);
    if (Object.keys(moments).length === 0) return 'done';
    return (await storeMoments(db, row, moments)) ? 'done' : 'overtaken';
  }
  const { status } = await parts.wise.transfers.getTransfer({ userId, priority }, transferId);
  const moments = momentsOf(row, status, told);
  return (await storeReading(db, row, { status, askedAt, moments })) ? 'done' : 'overtaken';
}

/** Wise tells when a transfer came to a status by webhook only; without one it is when it was first read so. */
export function momentsOf(
  row: Pick<Row, 'transferStatus' | 'transferStatusAt' | 'bouncedAt'>,
  status: string,
  told: ToldStatus | undefined,
  now = new Date(),
): Moments {
  const moments: Moments = {};
  const toldAt = told?.status === status ? told.at : undefined;
  if (status !== row.transferStatus) moments.transferStatusAt = toldAt ?? now;
  else if (toldAt && (row.transferStatusAt === null || toldAt < row.transferStatusAt))
    moments.transferStatusAt = toldAt;
  const bouncedAt =
    told?.status === 'bounced_back' ? told.at : status === 'bounced_back' && !row.bouncedAt ? now : undefined;
  if (bouncedAt && (!row.bouncedAt || bouncedAt < row.bouncedAt)) moments.bouncedAt = bouncedAt;
  return moments;
}
