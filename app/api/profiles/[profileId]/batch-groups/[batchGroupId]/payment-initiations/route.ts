import { payByDirectDebit } from '@/lib/contracts/direct-debits.schema';
import { route } from '@/lib/server/http/route';
import { payByDirectDebit as pay } from '@/lib/server/services/batch-groups/funding/pay-by-debit';

export const POST = route(payByDirectDebit, ({ runtime, operator, params, body, noteForAudit }) =>
  pay(runtime, operator, params, body, noteForAudit),
);
