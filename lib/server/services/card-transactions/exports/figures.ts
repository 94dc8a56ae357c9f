import 'server-only';
import Big from 'big.js';
import { z } from 'zod';
import { exportedFigures } from '../../../../contracts/card-transactions.schema.ts';
import type { ExportedFigures, Money } from '../../../../contracts/card-transactions.ts';

const keptFigures = exportedFigures.extend({ profileId: z.string(), id: z.string() });
export type KeptFigures = z.output<typeof keptFigures>;

/** What of a row, as its reader was told it, is followed. */
export const figuresOf = (told: ExportedFigures): ExportedFigures => ({
  state: told.state,
  type: told.type,
  transactionAmount: told.transactionAmount,
  billingAmount: told.billingAmount,
  declineReason: told.declineReason,
  detailedDeclineReason: told.detailedDeclineReason,
});

export const parseKept = (text: string): KeptFigures => keptFigures.parse(JSON.parse(text));
export const parseFigures = (text: string): ExportedFigures => exportedFigures.parse(JSON.parse(text));

/** Whether both tell the same; `5` and `5.00` do. */
export const areSame = (one: ExportedFigures, other: ExportedFigures): boolean =>
  one.state === other.state &&
  one.type === other.type &&
  one.declineReason === other.declineReason &&
  one.detailedDeclineReason === other.detailedDeclineReason &&
  isSameSum(one.transactionAmount, other.transactionAmount) &&
  isSameSum(one.billingAmount, other.billingAmount);

function isSameSum(one: Money | null, other: Money | null): boolean {
  if (one === null || other === null) return one === other;
  return one.currency === other.currency && new Big(one.amount).eq(other.amount);
}
