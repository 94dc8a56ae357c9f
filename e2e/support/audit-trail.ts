import { listAudit } from '../../lib/contracts/audit.ts';
import type { ConsoleClient } from './console-client.ts';

/** The newest row that names it, as `action phase outcome`. */
export async function latestOf(auditor: ConsoleClient, query: string): Promise<string | undefined> {
  const [row] = (await auditor.call(listAudit, { query: { query } })).body.items;
  return row && `${row.action} ${row.phase} ${row.outcome}`;
}
