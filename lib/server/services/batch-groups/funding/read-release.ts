import 'server-only';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { fundingRelease } from '../../../../contracts/batch-funding.schema.ts';
import { batchReleaseUnknown, batchReleaseWire } from '../../../approvals/kinds/batch-release.ts';
import type { Database } from '../../../db/database.ts';
import { approvals } from '../../../db/schema/approvals.ts';
import { people } from '../../../db/schema/staff.ts';
import { resourceOf } from '../run/start-approved.ts';
import { releasableFrom } from './carry-out-release.ts';
import type { FundingRow } from './funding-row.ts';

/** Who may say that no money moved by it, from when on, and who has asked already; null where nobody may. */
export async function readRelease(
  db: Database,
  funding: FundingRow,
): Promise<z.input<typeof fundingRelease> | null> {
  const opensAt = releasableFrom(funding);
  if (!opensAt) return null;
  const { id, type } = resourceOf(funding.groupId);
  const [asked] = await db
    .select({ approvalId: approvals.id, by: people.name, at: approvals.requestedAt })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.requestedBy))
    .where(
      and(
        eq(approvals.resourceType, type),
        eq(approvals.resourceId, id),
        inArray(approvals.kind, [batchReleaseUnknown.kind, batchReleaseWire.kind]),
        eq(approvals.state, 'pending'),
        gt(approvals.expiresAt, sql`now()`),
      ),
    );
  return {
    by: funding.way === 'BANK_TRANSFER' ? 'operators' : 'administrators',
    opensAt: opensAt.toISOString(),
    asked: asked ? { ...asked, at: asked.at.toISOString() } : null,
  };
}
