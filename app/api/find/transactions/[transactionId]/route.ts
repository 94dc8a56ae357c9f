import { findTransaction } from '@/lib/contracts/find.schema';
import { route } from '@/lib/server/http/route';
import { findProfileOfTransaction } from '@/lib/server/services/find/find-transaction';

export const GET = route(findTransaction, ({ runtime, operator, scope, params, query }) =>
  findProfileOfTransaction(runtime, operator, scope, params.transactionId, query.profileId),
);
