import 'server-only';
import { balanceNamed } from '../../../../contracts/wise/money-events.ts';
import { tellBalancePages } from '../tell-balance-pages.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Balances are read from Wise by whoever looks. */
export const balanceStateChange = webhookKind(
  'balances#account-state-change',
  balanceNamed,
  async ({ store }, { resource }) => {
    await tellBalancePages(store.db, resource.profile_id);
    return 'pages-told';
  },
);
