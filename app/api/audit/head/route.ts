import { getAuditHead } from '@/lib/contracts/audit.schema';
import { readAuditHead } from '@/lib/server/audit/signing';
import { route } from '@/lib/server/http/route';

export const GET = route(getAuditHead, ({ runtime }) => readAuditHead(runtime.store.db, runtime.vault));
