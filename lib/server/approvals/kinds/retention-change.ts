import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { changeRetentionBody } from '../../../contracts/retention.schema.ts';
import { retentionRules } from '../../db/schema/retention.ts';
import { AppError } from '../../http/app-error.ts';
import { retentionJob } from '../../jobs/names.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideAsAdministrator } from '../limits.ts';

const content = changeRetentionBody;

export const retentionChange: ApprovalKind<z.output<typeof content>> = {
  kind: 'retention.change',
  content,
  mayDecide: mayDecideAsAdministrator,
  async carryOut(tx, { class: className, days, version }) {
    const changed =
      version === 0
        ? await tx
            .insert(retentionRules)
            .values({ className, days, version: 1 })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(retentionRules)
            .set({ days, version: version + 1, changedAt: sql`now()` })
            .where(and(eq(retentionRules.className, className), eq(retentionRules.version, version)))
            .returning();
    if (changed.length === 0) throw new AppError('conflict');
  },
  async afterApproval({ jobs }) {
    // It runs every night anyway.
    await jobs.ask(retentionJob).catch(() => undefined);
    return {};
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
