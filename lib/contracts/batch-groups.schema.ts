import { z } from 'zod';
import { batchGroupNameLength } from './wise/batch-groups.ts';
import * as endpoints from './batch-groups.ts';
import { batchGroupStatusValues } from '../catalogues/batch-statuses.ts';
import { instant, int64Text, listOf, serveEndpoint, several } from './endpoint-schema.ts';

export const batchGroupPath = z.strictObject({ profileId: int64Text, batchGroupId: z.uuid() });
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, such as GBP.');
const amount = z.object({ amount: z.string(), currency: z.string() });

export const batchGroupStatus = z.enum(batchGroupStatusValues);

/** Rows by what became of them. */
export const batchRowCounts = z.object({
  heldBack: z.number().int(),
  waiting: z.number().int(),
  sending: z.number().int(),
  askingWise: z.number().int(),
  inGroup: z.number().int(),
  refused: z.number().int(),
  leftOut: z.number().int(),
});

export const batchGroup = z.object({
  id: z.uuid(),
  profileId: z.string(),
  profileName: z.string(),
  name: z.string(),
  sourceCurrency: z.string(),
  status: batchGroupStatus,
  /** Grows with every change of the rows or the status here. */
  version: z.number().int(),
  origin: z.enum(['console', 'wise']),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  /** Wise's id, once the group is there. */
  wiseId: z.uuid().nullable(),
  wiseStatus: z.string().nullable(),
  rows: batchRowCounts,
  /** Of what is in the group, once Wise has said what each transfer takes. */
  total: amount.nullable(),
  createdAt: instant,
  changedAt: instant,
  /** When Wise was read last. */
  wiseReadAt: instant.nullable(),
});

/** What the file pays, by currency and fixed side: sums of different currencies are never added. */
export const batchTotals = z.object({
  /** Debited for the transfers in the group. */
  inGroup: z.string(),
  fees: z.string(),
  /** Fixed amounts of rows that are to be sent yet. */
  toCome: z.array(amount.extend({ side: z.enum(['source', 'target']), rows: z.number().int() })),
  heldBack: z.array(amount.extend({ side: z.enum(['source', 'target']), rows: z.number().int() })),
});

/** Another group of the same profile. */
const otherGroup = z.object({ id: z.uuid(), name: z.string() });

/** Of its payments. `not-asked`: it is not known yet whether anybody has to be. `ended`: it does not count any more. */
export const groupApproval = z.object({
  state: z.enum(['not-asked', 'not-needed', 'waiting', 'approved', 'ended']),
  by: z.array(z.string()),
});

export const batchGroupReply = batchGroup.extend({
  approval: groupApproval,
  /** Wise's int64 in its digits, to be sent back with what depends on it. */
  wiseVersion: z.string().nullable(),
  totals: batchTotals,
  newPayees: z.number().int(),
  startedAt: instant.nullable(),
  startedBy: z.string().nullable(),
  /** Why it stands still, of the error catalogue. */
  stopCode: z.string().nullable(),
  /** When Wise last refused a transfer of the profile because of approvals on wise.com, and took none since. */
  blockedAtWiseAt: instant.nullable(),
  /** Rows a minute of the last minute, while it runs. */
  rowsPerMinute: z.number().int().nullable(),
  /** Wise ends unfunded transfers on this day; null once funded or where there are none. */
  transfersEndAt: instant.nullable(),
  /** It sends returned rows of that group again. */
  continues: otherGroup.nullable(),
  /** Those that send returned rows of this one again, with how many rows each. */
  continuedIn: z.array(otherGroup.extend({ rows: z.number().int() })),
  asOf: instant,
});

export const batchGroupSorts = ['-changed', 'changed', 'name', '-name', '-created', 'created'] as const;
export const batchGroupsQuery = z.strictObject({
  query: z.string().trim().max(100).optional(),
  status: several(batchGroupStatus),
  profileId: several(int64Text),
  currency: several(currencyCode),
  /** `me`, or a person's id. */
  owner: z.union([z.literal('me'), z.uuid()]).optional(),
  sort: z.enum(batchGroupSorts).default('-changed'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const batchGroupListReply = listOf(batchGroup);

export const batchGroupName = z
  .string()
  .trim()
  .normalize()
  .min(1, 'Give it a name.')
  .max(batchGroupNameLength, `${batchGroupNameLength} characters at most.`)
  .regex(/^\P{Cc}*$/u, 'One line of text.');

/** A new group, or one that was made elsewhere, by Wise's id. `sameName`: another group has it, and that is meant. */
export const createBatchGroupBody = z.union([
  z.strictObject({
    profileId: int64Text,
    name: batchGroupName,
    sourceCurrency: currencyCode,
    sameName: z.boolean().optional(),
  }),
  z.strictObject({ profileId: int64Text, wiseId: z.uuid() }),
]);
export const updateBatchGroupBody = z.strictObject({ version: z.number().int(), name: batchGroupName });
export const versionBody = z.strictObject({ version: z.number().int() });

export const batchGroupTarget = ({ params }: { params: Record<string, string> }) => ({
  type: 'batch-group' as const,
  id: params.batchGroupId ?? '',
  ...(params.profileId && { profileId: params.profileId }),
});

export const listBatchGroups = serveEndpoint(endpoints.listBatchGroups, {
  query: batchGroupsQuery,
  reply: batchGroupListReply,
});
export const createBatchGroup = serveEndpoint(endpoints.createBatchGroup, {
  body: createBatchGroupBody,
  reply: batchGroupReply,
  audit: {
    action: 'batch-groups.create',
    target: () => ({ type: 'batch-groups', id: 'register' }),
    details: (body: z.output<typeof createBatchGroupBody>) => ({
      profileId: body.profileId,
      ...('wiseId' in body ? { wiseId: body.wiseId } : { sourceCurrency: body.sourceCurrency }),
    }),
  },
});
export const getBatchGroup = serveEndpoint(endpoints.getBatchGroup, {
  params: batchGroupPath,
  reply: batchGroupReply,
});
export const updateBatchGroup = serveEndpoint(endpoints.updateBatchGroup, {
  params: batchGroupPath,
  body: updateBatchGroupBody,
  reply: batchGroupReply,
  audit: { action: 'batch-groups.rename', target: batchGroupTarget },
});
export const discardBatchGroup = serveEndpoint(endpoints.discardBatchGroup, {
  params: batchGroupPath,
  body: versionBody,
  reply: batchGroupReply,
  audit: { action: 'batch-groups.discard', target: batchGroupTarget },
});
export const runBatchGroup = serveEndpoint(endpoints.runBatchGroup, {
  params: batchGroupPath,
  body: versionBody,
  reply: batchGroupReply,
  audit: { action: 'batch-groups.run', target: batchGroupTarget },
});
export const pauseBatchGroup = serveEndpoint(endpoints.pauseBatchGroup, {
  params: batchGroupPath,
  body: z.strictObject({}),
  reply: batchGroupReply,
  audit: { action: 'batch-groups.pause', target: batchGroupTarget },
});
export const completeBatchGroup = serveEndpoint(endpoints.completeBatchGroup, {
  params: batchGroupPath,
  body: z.strictObject({ wiseVersion: z.string().regex(/^-?\d{1,19}$/) }),
  reply: batchGroupReply,
  audit: { action: 'batch-groups.complete', target: batchGroupTarget },
});
