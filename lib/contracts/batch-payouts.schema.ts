import { z } from 'zod';
import { batchGroupName, batchGroupPath, batchGroupReply, batchGroupTarget } from './batch-groups.schema.ts';
import { whyNotAgainValues } from '../catalogues/returned-rows.ts';
import * as endpoints from './batch-payouts.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';

const batchRowPath = batchGroupPath.extend({ rowNumber: z.string().regex(/^[1-9]\d{0,6}$/) });

/** `estimatedAt`: null where Wise does not say. */
export const deliveryEstimateReply = z.object({ estimatedAt: instant.nullable(), asOf: instant });

export const getDeliveryEstimate = serveEndpoint(endpoints.getDeliveryEstimate, {
  params: batchRowPath,
  reply: deliveryEstimateReply,
});
export const getReceipt = serveEndpoint(endpoints.getReceipt, {
  params: batchRowPath,
  query: z.strictObject({}),
  reply: 'raw',
  audit: { action: 'batch-groups.read-receipt', target: batchGroupTarget },
});

export const sendReturnedAgainBody = z.strictObject({
  name: batchGroupName,
  /** Another group has this name, and that is meant. */
  sameName: z.boolean().optional(),
});
/** `group`: the new one. `leftOut`: rows of the old one that did not arrive and were not taken, and why. */
export const sendReturnedAgainReply = z.object({
  group: batchGroupReply,
  taken: z.number().int(),
  leftOut: z.array(z.object({ rowNumber: z.number().int(), why: z.enum(whyNotAgainValues) })),
});
export const sendReturnedAgain = serveEndpoint(endpoints.sendReturnedAgain, {
  params: batchGroupPath,
  body: sendReturnedAgainBody,
  reply: sendReturnedAgainReply,
  audit: { action: 'batch-groups.send-returned-again', target: batchGroupTarget },
});
