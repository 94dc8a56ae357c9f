import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './new-codes.schema.ts';

export type CodeClassification = z.output<typeof schema.codeClassification>;
export type NewCode = z.output<typeof schema.newCode>;
type ApprovalReply = { approvalId: string };

/** Codes by which payments were declined and that the console came without an entry for; those nobody has classified first. */
export const listNewCodes = defineEndpoint<{ reply: z.output<typeof schema.newCodesReply> }>()({
  method: 'GET',
  path: '/api/new-codes',
  consolePermission: 'decline-reasons.classify',
});

/** Says what a code means, or says it anew. Always waits for a second person of compliance. */
export const classifyCode = defineEndpoint<{
  body: z.input<typeof schema.classifyCodeBody>;
  reply: ApprovalReply;
}>()({ method: 'POST', path: '/api/new-codes/classify', consolePermission: 'decline-reasons.classify' });

/** Has nobody but compliance read it again. Always waits for a second person of compliance. */
export const takeBackCode = defineEndpoint<{
  body: z.input<typeof schema.takeBackCodeBody>;
  reply: ApprovalReply;
}>()({ method: 'POST', path: '/api/new-codes/take-back', consolePermission: 'decline-reasons.classify' });
