import type { z } from 'zod';
import type * as schema from './batch-before-funding.schema.ts';
import type { BatchGroupPath } from './batch-groups.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type BeforeFunding = z.output<typeof schema.beforeFunding>;
export type ApprovalBeforeFunding = z.output<typeof schema.approvalBeforeFunding>;
export type Conversion = z.output<typeof schema.conversionReply>;

/** Asks other people about a group as it stands at Wise: closed, or made elsewhere. */
export const requestFundingApproval = defineEndpoint<{
  params: BatchGroupPath;
  body: Record<string, never>;
  reply: { approvalId: string };
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/funding/approval',
  consolePermission: 'batch-groups.fund',
});

/** What the balance is short of, and from which others Wise could take it. */
export const getConversion = defineEndpoint<{ params: BatchGroupPath; reply: Conversion }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/funding/conversion',
  consolePermission: 'batch-groups.read',
});

/** Asks a second person to let Wise convert from other balances. */
export const requestConversion = defineEndpoint<{
  params: BatchGroupPath;
  body: Record<string, never>;
  reply: { approvalId: string };
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/funding/conversion',
  consolePermission: 'batch-groups.fund',
});
