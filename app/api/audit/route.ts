import { listAudit } from '@/lib/contracts/audit.schema';
import { countAuditRows, findAuditRows, listActions } from '@/lib/server/audit/read-audit';
import { route } from '@/lib/server/http/route';

export const GET = route(listAudit, async ({ runtime, query }) => {
  const { db } = runtime.store;
  const [page, total, actions] = await Promise.all([
    findAuditRows(db, query, query),
    countAuditRows(db, query),
    listActions(db),
  ]);
  return { ...page, total, actions, asOf: new Date().toISOString() };
});
