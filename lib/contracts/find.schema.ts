import { z } from 'zod';
import { batchGroup } from './batch-groups.schema.ts';
import { indexedCard, profileBrief } from './cards.schema.ts';
import { instant, int64Text, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './find.ts';

export const findQuery = z.strictObject({ query: z.string().trim().max(200).default('') });
/** `hasMore`: the list of cards holds others. */
export const findReply = z.object({
  cards: z.array(indexedCard),
  hasMore: z.boolean(),
  profiles: z.array(profileBrief),
  /** None for who may not read them. */
  batchGroups: z.array(
    batchGroup.pick({
      id: true,
      profileId: true,
      profileName: true,
      name: true,
      status: true,
      origin: true,
      rows: true,
    }),
  ),
  asOf: instant,
});
export const findThings = serveEndpoint(endpoints.findThings, { query: findQuery, reply: findReply });

/** `profileId`: asked first, because somebody looks at it just now. */
export const findTransactionQuery = z.strictObject({ profileId: int64Text.optional() });
/** `profilesUnread`: of those asked, Wise did not answer for so many. */
export const findTransactionReply = z.object({
  found: z.object({ profileId: int64Text, transactionId: int64Text }).nullable(),
  profilesAsked: z.number().int(),
  profilesUnread: z.number().int(),
});
export const findTransaction = serveEndpoint(endpoints.findTransaction, {
  params: z.strictObject({ transactionId: int64Text }),
  query: findTransactionQuery,
  reply: findTransactionReply,
});
