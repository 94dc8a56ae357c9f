import 'server-only';
import Big from 'big.js';
import type { CardTransaction } from '../../../contracts/card-transactions.ts';
import type { TransactionDetail } from '../../wise/resources/to-wise-transaction.ts';

/**
 * What the movements come to, per balance and currency; money that left is negative. A reservation and its release
 * cancel out.
 */
export function netPerBalance({
  debits,
  credits,
}: Pick<TransactionDetail, 'debits' | 'credits'>): CardTransaction['net'] {
  const sums = new Map<string, { balanceId: string; currency: string; sum: Big }>();
  const add = (balanceId: string, currency: string, amount: Big) => {
    const key = `${balanceId} ${currency}`;
    const known = sums.get(key);
    sums.set(key, { balanceId, currency, sum: (known?.sum ?? new Big(0)).plus(amount) });
  };
  for (const { balanceId, debitedAmount } of debits)
    add(balanceId, debitedAmount.currency, new Big(debitedAmount.amount).neg());
  for (const { balanceId, creditedAmount } of credits)
    add(balanceId, creditedAmount.currency, new Big(creditedAmount.amount));
  return [...sums.values()].map(({ balanceId, currency, sum }) => ({
    balanceId,
    currency,
    // Big.js keeps a signed zero.
    amount: sum.eq(0) ? '0' : sum.toFixed(),
  }));
}
