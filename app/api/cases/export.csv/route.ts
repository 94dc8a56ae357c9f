import { exportCases } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { exportCasesFor } from '@/lib/server/services/cases/export-cases';

export const GET = route(exportCases, ({ runtime, operator, query, noteForAudit }) =>
  exportCasesFor(runtime, operator, query, noteForAudit),
);
