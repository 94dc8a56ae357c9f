import { listCases } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { listCases as readCases } from '@/lib/server/services/cases/list-cases';

export const GET = route(listCases, ({ runtime, operator, query }) => readCases(runtime, operator, query));
