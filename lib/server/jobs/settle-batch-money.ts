import 'server-only';
import type { Runtime } from '../runtime.ts';
import { followCancelling } from '../services/batch-groups/cancel-group.ts';
import { noteConversions } from '../services/batch-groups/funding/conversions-seen.ts';
import { followDebits } from '../services/batch-groups/funding/follow-debits.ts';
import { followTransfers } from '../services/batch-groups/funding/follow-transfers.ts';
import { settleFundings } from '../services/batch-groups/funding/settle-fundings.ts';
import { fundingJob } from './names.ts';

const askAgainSeconds = 3;

/** Finds out by reading Wise what became of fundings, of transfers that were paid for, and of groups being cancelled. */
export async function settleBatchMoney(parts: Runtime): Promise<void> {
  const fundings = await settleFundings(parts);
  await noteConversions(parts);
  const cancelling = await followCancelling(parts);
  await followTransfers(parts);
  await followDebits(parts);
  if (fundings + cancelling > 0) await parts.jobs.ask(fundingJob, askAgainSeconds);
}
