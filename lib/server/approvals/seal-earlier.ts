import 'server-only';
import { eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { approvals } from '../db/schema/approvals.ts';
import type { Vault } from '../vault/vault.ts';
import { digestOf, sealAskedFor } from './content.ts';

/** As requests about staff were kept before approvals of every kind were. */
const earlierRequest = z.object({ request: z.unknown(), lines: z.array(z.string()) });

/** Seals requests of before, which lay in the open. The migration cannot: it has no key. */
export async function sealEarlierApprovals(db: Database, vault: Vault): Promise<void> {
  const rows = await db.select().from(approvals).where(isNull(approvals.contentSealed));
  for (const row of rows) {
    const { lines, request } = earlierRequest.parse(JSON.parse(row.request ?? 'null'));
    const asked = { content: request, subject: row.subject ?? '', lines, items: [] };
    await db
      .update(approvals)
      .set({
        contentSealed: sealAskedFor(vault, row.id, asked),
        digest: digestOf(row.kind, { type: row.resourceType, id: row.resourceId }, request),
        subject: null,
        request: null,
      })
      .where(eq(approvals.id, row.id));
  }
}
