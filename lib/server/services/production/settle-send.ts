import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { printJobs } from '../../db/schema/kiosks.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import type { LocatedCard } from '../locate-card.ts';
import { askProduction } from './read-production.ts';

/** Not noted where the process ended before the job was. */
const noted = z.object({ jobId: z.uuid().optional() });

/**
 * What became of a send whose answer was lost, by reading Wise.
 * @returns undefined while it cannot be told yet
 */
export async function settleSend(
  parts: Pick<Runtime, 'store' | 'wise'>,
  call: CallOptions,
  card: Pick<LocatedCard, 'profileId' | 'token'>,
  details: unknown,
): Promise<'succeeded' | 'failed' | undefined> {
  await askProduction(parts, call, card);
  const { jobId } = noted.parse(details);
  const [job] = await parts.store.db
    .select({ state: printJobs.state })
    .from(printJobs)
    .where(
      and(eq(printJobs.cardToken, card.token), jobId === undefined ? undefined : eq(printJobs.id, jobId)),
    )
    .orderBy(desc(printJobs.createdAt))
    .limit(1);
  if (!job || job.state === 'refused') return 'failed';
  return job.state === 'sending' || job.state === 'unknown' ? undefined : 'succeeded';
}
