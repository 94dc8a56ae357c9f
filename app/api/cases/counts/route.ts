import { getDeskCounts } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { countDesk } from '@/lib/server/services/cases/count-desk';

export const GET = route(getDeskCounts, ({ runtime, operator }) => countDesk(runtime.store.db, operator));
