import 'server-only';
import type { z } from 'zod';
import type { balanceListReply } from '../../../../contracts/batch-funding.schema.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseBalance } from '../../../wise/resources/balances.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';

/** Wise: what is invested, or is on its way in or out of it, cannot be paid from. */
export const isOperable = ({ investmentState }: WiseBalance): boolean => investmentState === 'NOT_INVESTED';

/** @throws AppError not_found for a profile the console does not know */
export async function readBalances(
  parts: Pick<Runtime, 'env' | 'store' | 'wise'>,
  profileId: string,
): Promise<z.input<typeof balanceListReply>> {
  const userId = await findProfileUserOrThrow(parts.store.db, profileId);
  const balances = await parts.wise.balances.listBalances({ userId, priority: 'interactive' }, profileId);
  return {
    items: balances.map((balance) => ({
      id: balance.id,
      currency: balance.currency,
      type: balance.type,
      name: balance.name,
      investmentState: balance.investmentState,
      available: balance.amount.value,
      reserved: balance.reservedAmount?.value ?? null,
      isOperable: isOperable(balance),
    })),
    nextCursor: null,
    total: balances.length,
    asOf: new Date().toISOString(),
    canTopUp: parts.env.wise.environment !== 'production',
  };
}

/** The balance a group in this currency is paid from: Wise has one STANDARD balance per currency. */
export const payingBalanceOf = (
  balances: readonly WiseBalance[],
  currency: string,
): WiseBalance | undefined =>
  balances.find((one) => one.currency === currency && one.type === 'STANDARD' && isOperable(one));
