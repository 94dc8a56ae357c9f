import { z } from 'zod';
import * as endpoints from './batch-before-funding.ts';
import { batchGroupPath, batchGroupTarget } from './batch-groups.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';

/** `limit`: could but for the amount. `flag`: may not approve at all. `asks`: nobody decides on what they ask for. */
export const approverBeforeFunding = z.object({
  name: z.string(),
  isYou: z.boolean(),
  standing: z.enum(['may', 'has-agreed', 'limit', 'flag', 'asks']),
});
export const approvalBeforeFunding = z.object({
  state: z.enum(['not-needed', 'approved', 'waiting', 'to-ask']),
  /** Why what was approved is not enough. */
  why: z.enum(['never-asked', 'ended', 'not-enough', 'above-ceiling', 'other-rows']).nullable(),
  /** How many have to agree, and to how much: the sum of the maker's day. */
  needed: z.number().int(),
  amount: z.string(),
  /** The most that was approved. */
  ceiling: z.string().nullable(),
  /** The one in force, or the one that waits. */
  approvalId: z.uuid().nullable(),
  approvedBy: z.array(z.string()),
  people: z.array(approverBeforeFunding),
  /** The reader alone approved: somebody else funds it. */
  isYoursAlone: z.boolean(),
});
/** What stands between a group and its funding. Amounts in the group's currency. */
export const beforeFunding = z.object({
  /** What it takes at most, as things stand: the balance and the ceiling are held against it. Null without prices. */
  takes: z.string().nullable(),
  /** Of transfers whose quote has ended: what they took at sending is not what Wise need take now. */
  quotes: z.object({ ended: z.number().int(), atSending: z.string(), now: z.string().nullable() }),
  approval: approvalBeforeFunding,
});

export const conversionReply = z.object({
  /** Null where the balance covers the group. */
  short: z.string().nullable(),
  /** What may be converted at most, were it asked for now. */
  ceiling: z.string(),
  /** Which Wise could take from. `worth`: about, in the group's currency; null where Wise gives no price. */
  balances: z.array(
    z.object({ id: z.string(), currency: z.string(), available: z.string(), worth: z.string().nullable() }),
  ),
  /** Together they come to what is short. */
  doesCover: z.boolean(),
  /** The latest request that was not used yet. */
  approval: z
    .object({
      id: z.uuid(),
      state: z.enum(['waiting', 'approved', 'ended']),
      approvedBy: z.array(z.string()),
      ceiling: z.string(),
      until: instant.nullable(),
      /** Why funding would end it. */
      whyOver: z.string().nullable(),
      isYoursAlone: z.boolean(),
    })
    .nullable(),
  asOf: instant,
});

const approvalReply = z.object({ approvalId: z.uuid() });

export const requestFundingApproval = serveEndpoint(endpoints.requestFundingApproval, {
  params: batchGroupPath,
  body: z.strictObject({}),
  status: 202,
  reply: approvalReply,
  audit: { action: 'batch-groups.request-approval', target: batchGroupTarget },
});
export const getConversion = serveEndpoint(endpoints.getConversion, {
  params: batchGroupPath,
  reply: conversionReply,
});
export const requestConversion = serveEndpoint(endpoints.requestConversion, {
  params: batchGroupPath,
  body: z.strictObject({}),
  status: 202,
  reply: approvalReply,
  audit: { action: 'batch-groups.request-conversion', target: batchGroupTarget },
});
