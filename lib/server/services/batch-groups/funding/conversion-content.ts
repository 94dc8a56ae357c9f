import 'server-only';
import { createHash } from 'node:crypto';
import Big from 'big.js';
import type { BatchConversionContent } from '../../../approvals/kinds/batch-conversion.ts';
import type { batchRows } from '../../../db/schema/batches.ts';
import type { WiseBalance } from '../../../wise/resources/balances.ts';
import type { Pricing } from '../run/pricing.ts';
import { isOperable } from './read-balances.ts';

/** The approvals of a group's conversions stand apart from those of its payments: each ends by itself. */
export const conversionOf = (groupId: string) => ({ type: 'batch-conversion', id: groupId });

/** The same for the same transfers, each with what it takes. */
export function transfersDigest(
  rows: readonly Pick<typeof batchRows.$inferSelect, 'sourceAmount' | 'transferId'>[],
): string {
  const transfers = rows.map(({ sourceAmount, transferId }) => `${transferId} ${sourceAmount}`).sort();
  return createHash('sha256').update(JSON.stringify(transfers)).digest('base64url');
}

/** Wise does not say which ones it takes from: any STANDARD balance that holds something may be it. */
export const othersOf = (balances: readonly WiseBalance[], sourceCurrency: string): WiseBalance[] =>
  balances.filter(
    (one) =>
      one.type === 'STANDARD' &&
      one.currency !== sourceCurrency &&
      isOperable(one) &&
      new Big(one.amount.value).gt(0),
  );

/** About what a balance comes to in the group's currency, by what a payment costs. */
export function worthOf(available: string, { feeShare, fixedFee, rate }: Pricing): string {
  const worth = new Big(available).minus(fixedFee).times(new Big(1).minus(feeShare)).times(rate);
  return worth.lt(0) ? '0' : worth.round(2, Big.roundDown).toFixed();
}

interface Now {
  total: string;
  transfersDigest: string;
  short: Big;
  others: readonly Pick<WiseBalance, 'id'>[];
}

/** Why what was approved is not what is there now; undefined where it is. */
export function whyOver(approved: BatchConversionContent, now: Now): string | undefined {
  if (!new Big(now.total).eq(approved.total)) return 'The group takes another amount now.';
  if (now.transfersDigest !== approved.transfersDigest) return 'The transfers in the group are others now.';
  if (now.short.gt(approved.ceiling)) return 'More is short now than may be converted.';
  const named = new Set(approved.balances.map(({ id }) => id));
  return now.others.some(({ id }) => !named.has(id))
    ? 'Wise could take from a balance that was not named.'
    : undefined;
}
