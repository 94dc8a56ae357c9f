import 'server-only';
import type { ErrorCode } from '../../../../catalogues/errors.ts';
import type { BatchGroupDetail, BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import { toAppError } from '../../../http/to-app-error.ts';
import { fundingJob } from '../../../jobs/names.ts';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import { readBatchGroup } from '../read-detail.ts';
import { requireFundable } from './fundable.ts';
import { beginFunding, setFunding } from './funding-row.ts';
import { giveBackConversion, requireMoney } from './use-conversion.ts';

/**
 * Pays the whole group from the balance: once, whatever happens. The row that says so is stored before Wise is asked; an
 * answer that was lost leaves it `unknown` until Wise was read, and nothing else may be begun beside it.
 * @param total what the person saw, as it was at sending; what it takes now is held against the ceiling and the balance
 * @throws AppError batch_past_this, batch_funding_stands, batch_total_changed, batch_needs_approval,
 *   batch_above_ceiling, batch_funder_approved, batch_balance_short, batch_conversion_over, sca_required, outcome_unknown
 */
export async function fundBatchGroup(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  total: string,
  note: (details: Record<string, unknown>) => void,
): Promise<BatchGroupDetail> {
  const { db } = parts.store;
  const { group, options, takes, wiseGroup } = await requireFundable(parts, operator, path, total);
  const money = await requireMoney(parts, operator, options, group);

  const funding = await db.transaction(async (tx) =>
    beginFunding(tx, {
      groupId: group.id,
      way: 'BALANCE',
      state: 'started',
      personId: operator.personId,
      amount: takes,
      ...(await money.take(tx)),
    }),
  );
  note({ fundingId: funding.id });
  try {
    await parts.wise.batchGroups.fundFromBalance(options, group.profileId, wiseGroup.id);
    await setFunding(db, funding, { state: 'sent' });
  } catch (thrown) {
    const failure = isShort(thrown) ? new AppError('batch_balance_short', { cause: thrown }) : thrown;
    await noteFailure(parts, funding, failure);
    await giveBackConversion(parts, funding.id);
    throw failure;
  } finally {
    // It runs every minute anyway.
    await parts.jobs.ask(fundingJob).catch(() => undefined);
  }
  return readBatchGroup(parts, path);
}

/** Wise names the lack of money in three ways. */
const isShort = (thrown: unknown) =>
  thrown instanceof WiseError &&
  thrown.kind === 'refused' &&
  thrown.codes.some(({ code }) => short.has(code));
const short: ReadonlySet<string> = new Set([
  'balance.insufficient-funds',
  'balance.payment-option-unavailable',
  'transfer.insufficient_funds',
]);

/** Only what Wise certainly did not do, or was never asked for, makes room for another try. */
export async function noteFailure(
  { store }: Pick<Runtime, 'store'>,
  funding: { id: string; groupId: string },
  thrown: unknown,
): Promise<void> {
  const { code } = toAppError(thrown);
  const isCertain =
    thrown instanceof WiseError ? !thrown.applied && certainlyNot.has(thrown.kind) : neverPaid.has(code);
  await setFunding(
    store.db,
    funding,
    isCertain ? { state: 'refused', code, settledAt: new Date() } : { state: 'unknown', code },
  );
}

const neverPaid: ReadonlySet<ErrorCode> = new Set([
  'batch_balance_short',
  'wise_not_connected',
  'wise_token_limited',
]);
const certainlyNot: ReadonlySet<WiseError['kind']> = new Set([
  'refused',
  'not-found',
  'unauthorised',
  'sca',
  'rate-limited',
  'unavailable',
]);
