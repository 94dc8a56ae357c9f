import 'server-only';
import { balanceUpdate as schema } from '../../../../contracts/wise/money-events.ts';
import { balanceDebits } from '../../../db/schema/batches.ts';
import { fundingJob } from '../../../jobs/names.ts';
import { momentOf } from '../moment.ts';
import { tellBalancePages } from '../tell-balance-pages.ts';
import { webhookKind } from '../webhook-kind.ts';

/** A debit is kept as a sign that a batch was paid; see `settleFundings`. Open pages read the balance itself from Wise. */
export const balanceUpdate = webhookKind(
  'balances#update',
  schema.shape.data,
  async (
    { jobs, store },
    { amount, channel_name: channel, currency, occurred_at, resource, transaction_type },
    { id, sentAt },
  ) => {
    const profileId = resource.profile_id;
    await tellBalancePages(store.db, profileId);
    if (transaction_type !== 'debit') return 'pages-told';
    const occurredAt = momentOf(occurred_at) ?? sentAt;
    await store.db
      .insert(balanceDebits)
      .values({ id, profileId, currency, amount, occurredAt, channel })
      .onConflictDoNothing();
    await jobs.ask(fundingJob).catch(() => undefined);
    return 'kept';
  },
);
