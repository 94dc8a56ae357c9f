import 'server-only';
import { balanceUpdate as schema } from '../../../../contracts/wise/money-events.ts';
import { balanceDebits } from '../../../db/schema/batches.ts';
import { fundingJob } from '../../../jobs/names.ts';
import { momentOf } from '../moment.ts';
import { webhookKind } from '../webhook-kind.ts';

/** A debit is kept as a sign that a batch was paid; see `settleFundings`. */
export const balanceUpdate = webhookKind(
  'balances#update',
  schema.shape.data,
  async ({ jobs, store }, { amount, currency, occurred_at, resource, transaction_type }, { id, sentAt }) => {
    if (transaction_type !== 'debit') return 'known-already';
    await store.db
      .insert(balanceDebits)
      .values({
        id,
        profileId: resource.profile_id,
        currency,
        amount,
        occurredAt: momentOf(occurred_at) ?? sentAt,
      })
      .onConflictDoNothing();
    await jobs.ask(fundingJob).catch(() => undefined);
    return 'kept';
  },
);
