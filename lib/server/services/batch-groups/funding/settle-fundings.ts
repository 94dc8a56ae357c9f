import 'server-only';
import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { batchFundings, batchGroups } from '../../../db/schema/batches.ts';
import { profiles } from '../../../db/schema/wise.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import { isSettled, wasDebited } from './debit-seen.ts';
import { type FundingRow, setFunding, transfersOf } from './funding-row.ts';
import { isOften, isToBeRead } from './reading-pace.ts';
import { settleDebit } from './settle-debit.ts';
import { provesPayment } from './total.ts';
import { haveTransfersMoved } from './transfers-moved.ts';

/** A process that began a funding and died leaves it `started`; its call may still be on its way for this long. */
const startedForMs = 2 * 60 * 1000;

/**
 * Reads Wise for fundings of which it is not known yet whether the money moved. What the answer to the funding said proves
 * nothing: the transfers must have left `incoming_payment_waiting`, and the debit must have been seen or waited for long
 * enough.
 * @returns how many should be asked about again within seconds
 */
export async function settleFundings(parts: Runtime): Promise<number> {
  const { db } = parts.store;
  const open = await db
    .select({ funding: batchFundings, group: batchGroups, userId: profiles.userId })
    .from(batchFundings)
    .innerJoin(batchGroups, eq(batchGroups.id, batchFundings.groupId))
    .innerJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .where(
      or(
        inArray(batchFundings.state, ['unknown', 'sent']),
        and(
          eq(batchFundings.state, 'started'),
          lt(batchFundings.startedAt, sql`now() - ${startedForMs} * interval '1 millisecond'`),
        ),
      ),
    );
  const now = new Date();
  for (const { funding, group, userId } of open.filter(({ funding }) => isToBeRead(funding, now))) {
    const options = { userId, priority: 'background' } as const;
    // A Wise that does not answer leaves it as it is.
    await settleOne(parts, options, group, funding).catch(() =>
      parts.log.warn({ groupId: group.id }, 'a funding could not be read'),
    );
  }
  return open.filter(({ funding }) => isOften(funding, now)).length;
}

type Group = typeof batchGroups.$inferSelect;

async function settleOne(
  parts: Runtime,
  options: CallOptions,
  group: Group,
  funding: FundingRow,
): Promise<void> {
  const { db } = parts.store;
  if (funding.state === 'started') await setFunding(db, funding, { state: 'unknown' }, ['started']);
  if (funding.way === 'DIRECT_DEBIT') return settleDebit(parts, options, group, funding);
  const moved = await haveTransfersMoved(parts, options, group.id);
  const debit =
    funding.way === 'BALANCE' ? await wasDebited(parts, options, group, funding) : moved === 'all';
  const now = new Date();
  const facts = {
    readAt: now,
    ...(moved === 'all' && { transfersMovedAt: funding.transfersMovedAt ?? now }),
    ...(debit && { debitSeenAt: funding.debitSeenAt ?? now }),
  };
  const isProven = (await transfersOf(db, group.id)).some(({ transferStatus }) =>
    provesPayment(transferStatus),
  );
  const isDone =
    funding.way === 'BALANCE'
      ? isSettled(
          {
            areAllMoved: moved === 'all',
            isProven,
            isDebitSeen: debit,
            transfersMovedAt: funding.transfersMovedAt,
          },
          now,
        )
      : moved === 'all' && debit;
  const isSent = funding.state === 'sent' || moved !== 'none';
  await setFunding(db, funding, {
    ...facts,
    ...(isDone ? { state: 'done', settledAt: now, code: null } : { state: isSent ? 'sent' : 'unknown' }),
  });
}
