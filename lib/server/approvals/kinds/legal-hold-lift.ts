import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { legalHolds } from '../../db/schema/retention.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

const content = z.object({ legalHoldId: z.uuid() });

export const legalHoldLift: ApprovalKind<z.output<typeof content>> = {
  kind: 'legal-holds.lift',
  content,
  mayDecide: mayDecideByFlag,
  async carryOut(tx, { legalHoldId }, { row }) {
    const lifted = await tx
      .update(legalHolds)
      .set({ liftedAt: sql`now()`, liftedBy: row.requestedBy })
      .where(and(eq(legalHolds.id, legalHoldId), isNull(legalHolds.liftedAt)))
      .returning();
    if (lifted.length === 0) throw new AppError('conflict');
    await publishEvent(tx, { type: 'cases.changed' });
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
