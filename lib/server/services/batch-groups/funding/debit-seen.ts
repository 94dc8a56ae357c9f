import 'server-only';
import Big from 'big.js';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { balanceDebits, type batchGroups } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import type { Wise } from '../../../wise/create-wise.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import type { FundingRow } from './funding-row.ts';
import { payingBalanceOf } from './read-balances.ts';

type Parts = Pick<Runtime, 'store'> & { wise: { balances: Pick<Wise['balances'], 'listBalances'> } };
type Group = Pick<typeof batchGroups.$inferSelect, 'profileId' | 'sourceCurrency'>;

const heldBefore = z.record(z.string(), z.string());

/**
 * Whether money was seen to leave: by webhooks, or by the balances themselves. With a conversion nobody can say beforehand
 * how much leaves which balance, so any debit of one that was named counts; that the transfers have moved is the proof, this
 * is a sign beside it.
 */
export async function wasDebited(
  { store, wise }: Parts,
  options: CallOptions,
  { profileId, sourceCurrency }: Group,
  { amount, balanceBefore, debitSeenAt, othersBefore, startedAt }: FundingRow,
): Promise<boolean> {
  if (debitSeenAt) return true;
  if (amount === null || balanceBefore === null) return false;
  const debits = await store.db
    .select({ amount: balanceDebits.amount, currency: balanceDebits.currency })
    .from(balanceDebits)
    .where(
      and(
        eq(balanceDebits.profileId, profileId),
        sql`${balanceDebits.occurredAt} >= ${startedAt.toISOString()}::timestamptz - interval '1 minute'`,
      ),
    );
  const sum = debits
    .filter(({ currency }) => currency === sourceCurrency)
    .reduce((total, debit) => total.plus(debit.amount), new Big(0));
  if (sum.gte(amount)) return true;
  const balances = await wise.balances.listBalances(options, profileId);
  const balance = payingBalanceOf(balances, sourceCurrency);
  if (balance && new Big(balance.amount.value).lte(new Big(balanceBefore).minus(amount))) return true;
  if (othersBefore === null) return false;
  const before = heldBefore.parse(JSON.parse(othersBefore));
  return balances.some(({ amount: now, currency, id }) => {
    const held = before[id];
    if (held === undefined) return false;
    return new Big(now.value).lt(held) || debits.some((debit) => debit.currency === currency);
  });
}

/** So long a debit is waited for once every transfer has moved: its webhook may be late. */
const debitWaitedForMs = 10 * 60 * 1000;

/**
 * Whether a funding from the balance is over. The transfers move only with their money, all at once; a debit that was never
 * seen, of another balance or of another amount, does not keep it open for ever.
 */
export function isSettled(
  seen: { areAllMoved: boolean; isProven: boolean; isDebitSeen: boolean; transfersMovedAt: Date | null },
  now: Date,
): boolean {
  if (!seen.areAllMoved) return false;
  if (seen.isDebitSeen) return true;
  const since = seen.transfersMovedAt ?? now;
  return seen.isProven && now.getTime() - since.getTime() >= debitWaitedForMs;
}
