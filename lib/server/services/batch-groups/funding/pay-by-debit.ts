import 'server-only';
import type { z } from 'zod';
import type { BatchGroupDetail, BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import {
  directDebitCurrency,
  type payByDirectDebitBody,
} from '../../../../contracts/direct-debits.schema.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import { fundingJob } from '../../../jobs/names.ts';
import type { Runtime } from '../../../runtime.ts';
import { readBatchGroup } from '../read-detail.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { lastFourOf, readDebitAccounts } from './debit-accounts.ts';
import { noteFailure } from './fund.ts';
import { requireFundable } from './fundable.ts';
import { beginFunding, setFunding } from './funding-row.ts';

/**
 * Has Wise debit an account for the whole group: once, whatever happens, and never beside another way. Wise has no list of
 * payment initiations, so one whose answer was lost is known again only by its webhook, or by the transfers that moved.
 * @throws AppError batch_debit_currency, batch_debit_account, sca_required, outcome_unknown, and what `requireFundable` throws
 */
export async function payByDirectDebit(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  { accountId, reference, total }: z.output<typeof payByDirectDebitBody>,
  note: (details: Record<string, unknown>) => void,
): Promise<BatchGroupDetail> {
  const { db } = parts.store;
  const currency = directDebitCurrency.safeParse((await findGroupOrThrow(db, path)).sourceCurrency);
  if (!currency.success) throw new AppError('batch_debit_currency');
  const { group, options, takes, wiseGroup } = await requireFundable(parts, operator, path, total);
  const accounts = await readDebitAccounts(parts, group.profileId, currency.data);
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) throw new AppError('batch_debit_account');

  const funding = await db.transaction((tx) =>
    beginFunding(tx, {
      groupId: group.id,
      way: 'DIRECT_DEBIT',
      state: 'started',
      personId: operator.personId,
      amount: takes,
      initiationReference: reference ?? null,
      initiationAccount: lastFourOf(account),
    }),
  );
  note({ fundingId: funding.id });
  try {
    const initiation = await parts.wise.batchGroups.initiateDirectDebit(
      options,
      group.profileId,
      wiseGroup.id,
      { accountId, reference },
    );
    note({ initiationId: initiation.id });
    await setFunding(db, funding, {
      state: 'sent',
      initiationId: initiation.id,
      initiationStatus: initiation.status,
      initiationChangedAt: new Date(),
      initiationReference: initiation.reference ?? reference ?? null,
    });
  } catch (thrown) {
    await noteFailure(parts, funding, thrown);
    throw thrown;
  } finally {
    // It runs every minute anyway.
    await parts.jobs.ask(fundingJob).catch(() => undefined);
  }
  return readBatchGroup(parts, path);
}
