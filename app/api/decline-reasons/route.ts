import { listDeclineReasons } from '@/lib/contracts/decline-reasons.schema';
import { tellAllReasons } from '@/lib/server/catalogues/decline-reasons/tell';
import { route } from '@/lib/server/http/route';

export const GET = route(listDeclineReasons, async ({ operator }) => ({ items: tellAllReasons(operator) }));
