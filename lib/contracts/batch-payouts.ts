import type { z } from 'zod';
import type { BatchGroupPath } from './batch-groups.ts';
import type * as schema from './batch-payouts.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type BatchRowPath = { profileId: string; batchGroupId: string; rowNumber: string };
export type SendAgainBody = z.output<typeof schema.sendReturnedAgainBody>;
export type SentAgain = z.output<typeof schema.sendReturnedAgainReply>;
export type DeliveryEstimate = z.output<typeof schema.deliveryEstimateReply>;

/** When the payment of a row is expected to arrive, straight from Wise. */
export const getDeliveryEstimate = defineEndpoint<{ params: BatchRowPath; reply: DeliveryEstimate }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/rows/{rowNumber}/delivery-estimate',
  consolePermission: 'batch-groups.read',
});

/** Wise's receipt of a payment that was sent, as it comes from Wise. */
export const getReceipt = defineEndpoint<{
  params: BatchRowPath;
  query: Record<string, never>;
  reply: string;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/rows/{rowNumber}/receipt.pdf',
  consolePermission: 'batch-groups.read',
});

/** A new group of the rows whose money came back, with the same cells, checked anew. Nothing is sent by it. */
export const sendReturnedAgain = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.sendReturnedAgainBody>;
  reply: SentAgain;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/send-returned-again',
  consolePermission: 'batch-groups.write',
  needsIdempotencyKey: true,
});
