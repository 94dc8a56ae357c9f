import type { z } from 'zod';
import type { BatchGroupPath } from './batch-groups.ts';
import type * as schema from './batch-rows.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type BatchRow = z.output<typeof schema.batchRow>;
export type NameCheck = BatchRow['nameChecks'][number];
export type BatchRowFault = z.output<typeof schema.batchRowFault>;
export type BatchRowFlag = z.output<typeof schema.batchRowFlag>;
export type AddedBatchRows = z.output<typeof schema.addBatchRowsReply>;
export type BatchRowsChange = z.input<typeof schema.changeBatchRowsBody>;

/** Of `accept`: this very answer of the bank's, and no other that Wise may tell later. */
export const acceptanceOfName = ({
  type,
  outcome,
  resolvedName,
}: Pick<NameCheck, 'type' | 'outcome' | 'resolvedName'>): string =>
  `name:${type}:${outcome}:${resolvedName ?? ''}`;

/** All rows of a group: Wise takes a thousand at most. */
export const listBatchRows = defineEndpoint<{
  params: BatchGroupPath;
  query: z.input<typeof schema.batchRowsQuery>;
  reply: z.output<typeof schema.batchRowsReply>;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/rows',
  consolePermission: 'batch-groups.read',
});

/** A file, or what was pasted. All rows are checked; nothing is sent to Wise. */
export const addBatchRows = defineEndpoint<{
  params: BatchGroupPath;
  body: z.input<typeof schema.addBatchRowsBody>;
  reply: AddedBatchRows;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/rows',
  consolePermission: 'batch-groups.write',
  mostBodyBytes: 3_100_000,
});

/** Until a row is in the group. Everything is checked again. */
export const changeBatchRows = defineEndpoint<{
  params: BatchGroupPath;
  body: BatchRowsChange;
  reply: z.output<typeof schema.changeBatchRowsReply>;
}>()({
  method: 'PATCH',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/rows',
  consolePermission: 'batch-groups.write',
});

/** A file that can be mended and added again. */
export const exportBatchRows = defineEndpoint<{
  params: BatchGroupPath;
  query: { rows?: 'all' | 'to-mend' };
  reply: string;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/batch-groups/{batchGroupId}/rows/export.csv',
  consolePermission: 'batch-groups.read',
});
