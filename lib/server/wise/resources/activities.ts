import 'server-only';
import type { z } from 'zod';
import { activityListReply } from '../../../contracts/wise/activities.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export interface ActivityPage {
  monetaryResourceType?: string | undefined;
  status?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  /** The `cursor` of the page before. */
  nextCursor?: string | undefined;
  /** Wise: 1 to 100. */
  size: number;
}

export type WiseActivityList = z.output<typeof activityListReply>;
export type WiseActivity = WiseActivityList['activities'][number];

export interface WiseActivities {
  listActivities(options: CallOptions, profileId: string, page: ActivityPage): Promise<WiseActivityList>;
}

export const createActivities = (client: WiseClient): WiseActivities => ({
  listActivities: (options, profileId, page) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/profiles/${profileId}/activities`,
      query: { ...page },
      reply: activityListReply,
    }),
});
