import { exportAudit } from '@/lib/contracts/audit.schema';
import { exportAudit as writeExport } from '@/lib/server/audit/export-audit';
import { readAuditKey, signAuditHead } from '@/lib/server/audit/signing';
import { fileResponse } from '@/lib/server/http/file-response';
import { route } from '@/lib/server/http/route';

export const GET = route(exportAudit, async ({ runtime, query, noteForAudit }) => {
  const { store, vault, log } = runtime;
  noteForAudit({ reason: query.reason });
  await signAuditHead(store.db, vault, log);
  const key = await readAuditKey(store.db, vault);
  return fileResponse(writeExport(store.db, key), 'application/jsonl', 'audit-trail.jsonl');
});
