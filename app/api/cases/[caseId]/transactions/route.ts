import { linkTransactions } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { linkTransactions as link } from '@/lib/server/services/cases/link-transactions';

export const POST = route(linkTransactions, ({ runtime, operator, params, body }) =>
  link(runtime, operator, params.caseId, body),
);
