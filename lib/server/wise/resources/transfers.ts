import 'server-only';
import type { z } from 'zod';
import { type Requirements, requirementsReply } from '../../../contracts/wise/recipients.ts';
import { deliveryEstimateReply, transfer, transferPaymentsReply } from '../../../contracts/wise/transfers.ts';
import type { WiseClient } from '../client.ts';
import { toWiseInt64 } from '../json.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseTransfer = z.output<typeof transfer>;

export interface WiseTransfers {
  getTransfer(options: CallOptions, transferId: string): Promise<WiseTransfer>;
  getDeliveryEstimate(
    options: CallOptions,
    transferId: string,
  ): Promise<z.output<typeof deliveryEstimateReply>>;
  /** A PDF; Wise has one once the money was sent. */
  getReceipt(options: CallOptions, transferId: string): Promise<Buffer>;
  /** What was paid in for it. */
  listPayments(options: CallOptions, transferId: string): Promise<z.output<typeof transferPaymentsReply>>;
  /** What Wise asks of a transfer on this quote. @param details what is filled in so far */
  getRequirements(
    options: CallOptions,
    draft: { recipientId: string; quoteId: string; details: Readonly<Record<string, string>> },
  ): Promise<Requirements[]>;
}

export const createTransfers = (client: WiseClient): WiseTransfers => ({
  getTransfer: (options, transferId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/transfers/${transferId}`,
      reply: transfer,
    }),

  getDeliveryEstimate: (options, transferId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/delivery-estimates/${transferId}`,
      reply: deliveryEstimateReply,
    }),

  getReceipt: (options, transferId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/transfers/${transferId}/receipt.pdf`,
      headers: { accept: 'application/pdf' },
      reply: 'bytes',
    }),

  listPayments: (options, transferId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/transfers/${transferId}/payments`,
      reply: transferPaymentsReply,
    }),

  getRequirements: (options, { recipientId, quoteId, details }) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v1/transfer-requirements`,
      body: { targetAccount: toWiseInt64(recipientId), quoteUuid: quoteId, details },
      safe: true,
      onlyReads: true,
      reply: requirementsReply,
    }),
});
