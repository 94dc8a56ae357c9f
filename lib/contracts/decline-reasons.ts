import type { z } from 'zod';
import type * as schema from './decline-reasons.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type DeclineFamily = z.output<typeof schema.declineFamily>;
export type DeclineActor = z.output<typeof schema.declineActor>;
export type RetryAdvice = z.output<typeof schema.retryAdvice>;
export type DeclineReason = z.output<typeof schema.declineReason>;

/** Every reason that the reader may know, and one entry that stands for all the others. */
export const listDeclineReasons = defineEndpoint<{ reply: z.output<typeof schema.declineReasonsReply> }>()({
  method: 'GET',
  path: '/api/decline-reasons',
  consolePermission: 'transactions.read',
});
