import { showPayIn } from '@/lib/contracts/batch-funding.schema';
import { route } from '@/lib/server/http/route';
import { showPayIn as show } from '@/lib/server/services/batch-groups/funding/pay-in';

export const POST = route(showPayIn, ({ runtime, operator, params }) => show(runtime, operator, params));
