import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { newDeskRule } from '../../../contracts/desk-rules.schema.ts';
import { deskRules } from '../../db/schema/cases.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

/** `version`: of the rule that is changed; null for a new one. */
const content = z.object({ ruleId: z.uuid(), version: z.number().int().nullable(), rule: newDeskRule });

export const deskRulesChange: ApprovalKind<z.output<typeof content>> = {
  kind: 'desk-rules.change',
  content,
  mayDecide: mayDecideByFlag,
  async carryOut(tx, { rule, ruleId, version }) {
    const changed =
      version === null
        ? await tx
            .insert(deskRules)
            .values({ id: ruleId, ...rule })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(deskRules)
            .set({ ...rule, version: version + 1, changedAt: sql`now()` })
            .where(and(eq(deskRules.id, ruleId), eq(deskRules.version, version)))
            .returning();
    if (changed.length === 0) throw new AppError('conflict');
    await publishEvent(tx, { type: 'desk-rules.changed' });
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
