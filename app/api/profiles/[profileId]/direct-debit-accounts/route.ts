import { addDirectDebitAccount, listDirectDebitAccounts } from '@/lib/contracts/direct-debits.schema';
import { route } from '@/lib/server/http/route';
import {
  addDebitAccount,
  listDebitAccounts,
} from '@/lib/server/services/batch-groups/funding/debit-accounts';

export const GET = route(listDirectDebitAccounts, ({ runtime, params, query }) =>
  listDebitAccounts(runtime, params.profileId, query.currency),
);

export const POST = route(addDirectDebitAccount, ({ runtime, params, body, noteForAudit }) =>
  addDebitAccount(runtime, params.profileId, body, noteForAudit),
);
