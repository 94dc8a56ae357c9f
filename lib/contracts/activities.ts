import type { z } from 'zod';
import type * as schema from './activities.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type ActivitiesQuery = z.input<typeof schema.activitiesQuery>;
export type Activity = z.output<typeof schema.activity>;
export type ActivityList = z.output<typeof schema.activitiesReply>;

/** What happened on a profile, as Wise tells it, newest first. A branch owns no profile, so its people find nothing here. */
export const listActivities = defineEndpoint<{
  params: { profileId: string };
  query: ActivitiesQuery;
  reply: ActivityList;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/activities',
  consolePermission: 'activities.read',
});
