import { z } from 'zod';
import { identityChecks } from '../catalogues/hand-overs.ts';
import { branchId } from './branches.schema.ts';
import { cardPath, cardTarget } from './cards.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './hand-overs.ts';

/** `branch`: null for a card that no branch is named for. `production`: as Wise last told; null where it tells of none. */
export const handOverState = z.object({
  branch: z.object({ id: branchId, name: z.string() }).nullable(),
  production: z.string().nullable(),
  whyNot: z.enum(['not-printed', 'not-usable']).nullable(),
  handOver: z
    .object({
      branchName: z.string(),
      identityCheckedBy: z.enum(identityChecks),
      handedOverBy: z.string(),
      collectedAt: instant,
    })
    .nullable(),
  asOf: instant,
});

/** `nameCompared`: the name on the card and the one of the person at the counter. `collectedAt`: now where none is given. */
export const handOverBody = z.strictObject({
  identityCheckedBy: z.enum(identityChecks),
  nameCompared: z.literal(true),
  collectedAt: instant.optional(),
});

export const getHandOver = serveEndpoint(endpoints.getHandOver, { params: cardPath, reply: handOverState });
export const handOver = serveEndpoint(endpoints.handOver, {
  params: cardPath,
  body: handOverBody,
  reply: handOverState,
  audit: {
    action: 'cards.hand-over',
    target: cardTarget,
    details: ({ identityCheckedBy }: z.output<typeof handOverBody>) => ({ identityCheckedBy }),
  },
});
