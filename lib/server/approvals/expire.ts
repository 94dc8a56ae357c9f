import 'server-only';
import { and, eq, lte, sql } from 'drizzle-orm';
import { approvals } from '../db/schema/approvals.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';

/** Ends what nobody decided in time, and tells open pages. Until it runs, readers tell by the time alone. */
export async function expireApprovals({ store }: Pick<Runtime, 'store'>): Promise<void> {
  await store.db.transaction(async (tx) => {
    const ended = await tx
      .update(approvals)
      .set({ state: 'expired', decidedAt: approvals.expiresAt })
      .where(and(eq(approvals.state, 'pending'), lte(approvals.expiresAt, sql`now()`)))
      .returning({ approvalId: approvals.id });
    await publishEvent(
      tx,
      ...ended.map(({ approvalId }) => ({ type: 'approvals.changed' as const, approvalId })),
    );
  });
}
