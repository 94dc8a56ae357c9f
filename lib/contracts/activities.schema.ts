import { z } from 'zod';
import { activityResourceTypes } from '../catalogues/activities.ts';
import { activityStatusValues } from '../catalogues/statuses.ts';
import * as endpoints from './activities.ts';
import { instant, int64Text, listOf, serveEndpoint } from './endpoint-schema.ts';

/**
 * An activity as Wise tells it. `title` and the amounts may hold Wise's tags of emphasis and whatever a merchant put into
 * its name; the amounts are text and no numbers. `transactionId`: the card transaction it is about, while Wise still
 * shows that. Of a card payment that did not go through, everybody but compliance gets the name and no words about it.
 */
export const activity = z.object({
  id: z.string(),
  type: z.string(),
  resource: z.object({ type: z.string(), id: z.string() }).nullable(),
  title: z.string(),
  description: z.string().nullable(),
  primaryAmount: z.string().nullable(),
  secondaryAmount: z.string().nullable(),
  status: z.string(),
  createdOn: z.string(),
  updatedOn: z.string(),
  transactionId: int64Text.nullable(),
  /** The console's own id of the batch group it is about, where the register has that group. */
  batchGroupId: z.uuid().nullable(),
});

export const activitiesQuery = z.strictObject({
  monetaryResourceType: z.enum(activityResourceTypes).optional(),
  status: z.enum(activityStatusValues).optional(),
  since: instant.optional(),
  until: instant.optional(),
  nextCursor: z.string().max(1000).optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export const activitiesReply = listOf(activity);

export const listActivities = serveEndpoint(endpoints.listActivities, {
  params: z.strictObject({ profileId: int64Text }),
  query: activitiesQuery,
  reply: activitiesReply,
});
