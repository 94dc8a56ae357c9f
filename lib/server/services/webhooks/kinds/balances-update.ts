import 'server-only';
import { balanceUpdate as schema } from '../../../../contracts/wise/money-events.ts';
import { balanceCredits, balanceDebits } from '../../../db/schema/batches.ts';
import { fundingJob } from '../../../jobs/names.ts';
import { momentOf } from '../moment.ts';
import { tellBalancePages } from '../tell-balance-pages.ts';
import { webhookKind } from '../webhook-kind.ts';

/**
 * A debit is kept as a sign that a batch was paid, see `settleFundings`, and a credit as one of a conversion, see
 * `noteConversions`. Open pages read the balance itself from Wise.
 */
export const balanceUpdate = webhookKind(
  'balances#update',
  schema.shape.data,
  async ({ jobs, store }, { amount, currency, occurred_at, resource, transaction_type }, { id, sentAt }) => {
    const profileId = resource.profile_id;
    await tellBalancePages(store.db, profileId);
    const move = { id, profileId, currency, occurredAt: momentOf(occurred_at) ?? sentAt };
    if (transaction_type === 'debit')
      await store.db
        .insert(balanceDebits)
        .values({ ...move, amount })
        .onConflictDoNothing();
    else if (transaction_type === 'credit')
      await store.db.insert(balanceCredits).values(move).onConflictDoNothing();
    else return 'pages-told';
    await jobs.ask(fundingJob).catch(() => undefined);
    return 'kept';
  },
);
