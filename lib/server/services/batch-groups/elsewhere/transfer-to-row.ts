import 'server-only';
import type { WiseQuote } from '../../../wise/resources/quotes.ts';
import type { WiseTransfer } from '../../../wise/resources/transfers.ts';
import { priceOf } from '../run/choose-option.ts';
import { blankContent, type RowContent } from '../rows/content.ts';

/** What the register keeps of a transfer that another program put into a group. */
export interface RowOfTransfer {
  content: RowContent;
  facts: {
    targetCurrency: string;
    fixedSide: 'source' | 'target';
    amount: string | null;
    recipientId: string | null;
    quoteId: string | null;
    quoteExpiresAt: Date | null;
    sourceAmount: string | null;
    targetAmount: string | null;
    fee: string | null;
    rate: string | null;
    transferAskedAt: Date | null;
    transferId: string;
    transferStatus: string;
  };
}

/**
 * A transfer as a row. Its cells are those of a file that would pay the same again, by the recipient's id.
 * @param quote undefined where Wise shows it no more; then the transfer's own amounts are all there is
 */
export function transferToRow(
  transfer: WiseTransfer,
  quote: WiseQuote | undefined,
  recipientName: string | undefined,
): RowOfTransfer {
  const price = quote ? priceOf(quote) : null;
  const known = price === 'blocked' ? null : price;
  const sourceAmount = known?.sourceAmount ?? amountOf(transfer.sourceValue);
  const targetAmount = known?.targetAmount ?? amountOf(transfer.targetValue);
  const fixedSide = quote?.providedAmountType === 'SOURCE' ? 'source' : 'target';
  const amount = fixedSide === 'source' ? sourceAmount : targetAmount;
  const cells: Record<string, string | null | undefined> = {
    recipientId: transfer.targetAccount,
    name: recipientName,
    targetCurrency: transfer.targetCurrency,
    amountCurrency: fixedSide,
    amount,
    paymentReference: transfer.details?.reference,
  };
  return {
    content: blankContent(
      Object.fromEntries(
        Object.entries(cells).flatMap(([field, cell]) => (cell ? [[field, cell] as const] : [])),
      ),
    ),
    facts: {
      targetCurrency: transfer.targetCurrency,
      fixedSide,
      amount,
      recipientId: transfer.targetAccount,
      quoteId: transfer.quoteUuid,
      quoteExpiresAt: quote ? timeOf(quote.expirationTime) : null,
      sourceAmount,
      targetAmount,
      fee: known?.fee ?? null,
      rate: transfer.rate,
      transferAskedAt: transfer.created === null ? null : timeOf(transfer.created),
      transferId: transfer.id,
      transferStatus: transfer.status,
    },
  };
}

/** Wise: 0 may mean that it is not known before the transfer is funded. */
const amountOf = (value: string | null): string | null =>
  value === null || Number(value) === 0 ? null : value;

/** Wise: `2017-11-24 10:47:49` is UTC without saying so; other times say their zone. */
function timeOf(told: string): Date | null {
  const isBare = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(told);
  const at = new Date(isBare ? `${told.replace(' ', 'T')}Z` : told);
  return Number.isNaN(at.getTime()) ? null : at;
}
