import 'server-only';
import { approversNeeded, recordForDay } from '../../../approvals/rules.ts';
import type { Database } from '../../../db/database.ts';
import { AppError } from '../../../http/app-error.ts';
import { transfersOf } from '../funding/funding-row.ts';
import { totalOf } from '../funding/total.ts';
import type { Group } from '../run/row-outcome.ts';
import { resourceOf } from '../run/start-approved.ts';

const submittedOf = ({ id, ownerId, profileId, sourceCurrency }: Group, total: string) => ({
  resource: resourceOf(id),
  profileId,
  makerId: ownerId,
  currency: sourceCurrency,
  amount: total,
});

/** Nobody here has approved a payment that another program made, so a sum that needs approval is not paid from here. */
export async function isAboveLine(db: Database, group: Group, total: string | null): Promise<boolean> {
  if (group.origin !== 'wise' || total === null) return false;
  return (await approversNeeded(db, submittedOf(group, total))).needed > 0;
}

/**
 * A group made elsewhere is paid from here only once each of its transfers was read, and below every line of the rules. It
 * counts towards the day of whoever took it into the register, like what they submit themselves.
 * @param strangers transfers that no row knows
 * @throws AppError batch_changed_at_wise, batch_total_changed, batch_elsewhere_above_line
 */
export async function requireElsewhereFundable(
  db: Database,
  group: Group,
  strangers: readonly string[],
): Promise<void> {
  if (group.origin !== 'wise') return;
  if (strangers.length > 0) throw new AppError('batch_changed_at_wise');
  const total = totalOf(await transfersOf(db, group.id));
  if (total === null) throw new AppError('batch_total_changed');
  await db.transaction(async (tx) => {
    await recordForDay(tx, submittedOf(group, total));
    if (await isAboveLine(tx, group, total)) throw new AppError('batch_elsewhere_above_line');
  });
}
