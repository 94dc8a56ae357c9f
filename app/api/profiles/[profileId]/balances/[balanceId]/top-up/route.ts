import { topUpBalance } from '@/lib/contracts/batch-funding.schema';
import { route } from '@/lib/server/http/route';
import { topUp } from '@/lib/server/services/batch-groups/funding/top-up';

export const POST = route(topUpBalance, ({ runtime, params, body }) => topUp(runtime, params, body.amount));
