import type { z } from 'zod';
import type * as schema from './batch-groups.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type BatchGroup = z.output<typeof schema.batchGroup>;
export type BatchGroupDetail = z.output<typeof schema.batchGroupReply>;
export type BatchGroupsQuery = z.input<typeof schema.batchGroupsQuery>;
export type BatchRowCounts = z.output<typeof schema.batchRowCounts>;
export type BatchGroupPath = z.output<typeof schema.batchGroupPath>;
type Version = z.input<typeof schema.versionBody>;

/** The console's own register: Wise has no list of batch groups. */
export const listBatchGroups = defineEndpoint<{
  query: BatchGroupsQuery;
  reply: z.output<typeof schema.batchGroupListReply>;
}>()({ method: 'GET', path: '/api/batch-groups', consolePermission: 'batch-groups.read' });

/** Nothing is made at Wise before the rows are sent; one that was made elsewhere is read there. */
export const createBatchGroup = defineEndpoint<{
  body: z.input<typeof schema.createBatchGroupBody>;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/batch-groups',
  consolePermission: 'batch-groups.write',
  needsIdempotencyKey: true,
});

export const getBatchGroup = defineEndpoint<{ params: BatchGroupPath; reply: BatchGroupDetail }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}',
  consolePermission: 'batch-groups.read',
});

/** Until its rows are sent. */
export const updateBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.updateBatchGroupBody>;
  reply: BatchGroupDetail;
}>()({
  method: 'PATCH',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}',
  consolePermission: 'batch-groups.write',
});

/** Throws away rows of which none was sent. */
export const discardBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: Version;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/discard',
  consolePermission: 'batch-groups.write',
});

/** Sends the rows that are ready, or goes on with them. What was refused is tried again. */
export const runBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: Version;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/run',
  consolePermission: 'batch-groups.write',
  needsIdempotencyKey: true,
});

/** What has begun is finished, the rest waits. */
export const pauseBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: Record<string, never>;
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/pause',
  consolePermission: 'batch-groups.write',
});

/** Closes the group at Wise for further transfers, so that it can be funded. */
export const completeBatchGroup = defineEndpoint<{
  params: BatchGroupPath;
  body: { wiseVersion: string };
  reply: BatchGroupDetail;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/complete',
  consolePermission: 'batch-groups.write',
  needsIdempotencyKey: true,
});
