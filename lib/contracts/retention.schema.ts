import { z } from 'zod';
import { retentionClassNames } from '../catalogues/retention.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './retention.ts';

const className = z.enum(retentionClassNames);
/** Whoever may not know of what a class holds is told no number of it. */
const count = z.number().int().nullable();

export const retentionRule = z.object({
  class: className,
  days: z.number().int(),
  /** Since when; null while nobody has changed it. */
  changedAt: instant.nullable(),
  version: z.number().int(),
  /** A change that waits for a second administrator. */
  pendingApprovalId: z.uuid().nullable(),
  /** `passes`: how many will have passed their time since the last run, those that stay among them. */
  nextRun: z.object({ at: instant, cutoff: instant, passes: count }),
  /** `passed`: as `passes`. `deleted`: for compliance alone; the others of them stayed. */
  lastRun: z.object({ at: instant, cutoff: instant, passed: count, deleted: count }).nullable(),
});
export const retentionReply = z.object({ items: z.array(retentionRule), asOf: instant });

export const retentionPreviewQuery = z.strictObject({
  class: className,
  days: z.coerce.number().int().min(1).max(10_000),
});
export const retentionPreviewReply = z.object({ cutoff: instant, passes: count });

export const changeRetentionBody = z.strictObject({
  class: className,
  days: z.number().int(),
  version: z.number().int(),
});

export const getRetention = serveEndpoint(endpoints.getRetention, { reply: retentionReply });
export const previewRetention = serveEndpoint(endpoints.previewRetention, {
  query: retentionPreviewQuery,
  reply: retentionPreviewReply,
});
export const changeRetention = serveEndpoint(endpoints.changeRetention, {
  body: changeRetentionBody,
  status: 202,
  reply: z.object({ approvalId: z.uuid() }),
  audit: {
    action: 'retention.change',
    target: () => ({ type: 'retention', id: 'all' }),
    details: ({ class: of, days }: z.output<typeof changeRetentionBody>) => ({ class: of, days }),
  },
});
