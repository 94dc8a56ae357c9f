import { listCardReveals as endpoint } from '@/lib/contracts/sensitive-details.schema';
import { route } from '@/lib/server/http/route';
import { listCardReveals } from '@/lib/server/services/reveals/list-reveals';

export const GET = route(endpoint, ({ runtime, operator, card }) => listCardReveals(runtime, operator, card));
