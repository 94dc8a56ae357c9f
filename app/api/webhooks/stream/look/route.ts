import { lookForGaps } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { gapsJob } from '@/lib/server/jobs/names';

export const POST = route(lookForGaps, async ({ runtime }) => {
  await runtime.jobs.ask(gapsJob);
  return { askedAt: new Date().toISOString() };
});
