import { listNewCodes } from '@/lib/contracts/new-codes.schema';
import { route } from '@/lib/server/http/route';
import { listNewCodes as readNewCodes } from '@/lib/server/services/new-codes/list-new-codes';

export const GET = route(listNewCodes, ({ runtime, operator }) => readNewCodes(runtime, operator));
