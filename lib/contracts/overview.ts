import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './overview.schema.ts';

export type Overview = z.output<typeof schema.overviewReply>;
export type OverviewItem = z.output<typeof schema.overviewItem>;

/** What waits for this person, and how the console stands with Wise. */
export const getOverview = defineEndpoint<{ reply: Overview }>()({
  method: 'GET',
  path: '/api/overview',
  consolePermission: 'signed-in',
});
