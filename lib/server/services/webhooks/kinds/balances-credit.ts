import 'server-only';
import { balanceNamed } from '../../../../contracts/wise/money-events.ts';
import { tellBalancePages } from '../tell-balance-pages.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Wise: deprecated for balances#update, and still sent to who subscribed to it. */
export const balanceCredit = webhookKind('balances#credit', balanceNamed, async ({ store }, { resource }) => {
  await tellBalancePages(store.db, resource.profile_id);
  return 'pages-told';
});
