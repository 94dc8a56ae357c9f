import { listBalances } from '@/lib/contracts/batch-funding.schema';
import { route } from '@/lib/server/http/route';
import { readBalances } from '@/lib/server/services/batch-groups/funding/read-balances';

export const GET = route(listBalances, ({ runtime, params }) => readBalances(runtime, params.profileId));
