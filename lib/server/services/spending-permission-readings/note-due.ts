import 'server-only';
import { spendingPermissionReadingsDue as due } from '../../db/schema/spending-permissions.ts';
import { readSwitchesJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';

/** What is told later than this says nothing of the moment any more. */
export const worthReadingMs = 60 * 60 * 1000;
const reasonOfSwitches = 'PAYMENT_METHOD_NOT_ALLOWED';

/**
 * Where a payment met a switch that was off, the card's switches are read at once, by a job. Only where everybody reads that
 * reason: open pages hear of the reading, and that would tell it from other declines whose reason is not disclosed.
 */
export async function noteSwitchesDue(
  { jobs, store }: { jobs: Pick<Runtime['jobs'], 'ask'>; store: Runtime['store'] },
  profileId: string,
  { cardToken, creationTime, id, reason }: Transaction,
): Promise<void> {
  if (reason?.toArchive().toldReason !== reasonOfSwitches) return;
  const declinedAt = new Date(creationTime);
  if (!(Date.now() - declinedAt.getTime() < worthReadingMs)) return;
  const noted = await store.db
    .insert(due)
    .values({ profileId, transactionId: id, cardToken, declinedAt })
    .onConflictDoNothing()
    .returning({ transactionId: due.transactionId });
  // It runs every minute anyway.
  if (noted.length > 0) await jobs.ask(readSwitchesJob).catch(() => undefined);
}
