import 'server-only';
import { and, eq } from 'drizzle-orm';
import { digestOf } from '../../../approvals/content.ts';
import { batchConversionKind } from '../../../approvals/kinds/batch-conversion.ts';
import { consumeApproval, voidApprovals } from '../../../approvals/standing.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { approvals } from '../../../db/schema/approvals.ts';
import { batchFundings } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import type { Group } from '../run/row-outcome.ts';
import { contentOf, findLatest, isGiven, readShortage } from './conversion.ts';
import { conversionOf, whyOver } from './conversion-content.ts';
import { isOnlyApprover } from './require-approved.ts';

/** From where the money comes, and what to set on the funding that takes it. */
export interface MoneySource {
  /** Uses up the approval, where one is needed; in the transaction that begins the funding. */
  take(tx: Database): Promise<Partial<typeof batchFundings.$inferInsert>>;
}

/**
 * That the balance covers what the group takes at most, or somebody else has agreed that Wise takes the rest from other
 * balances: exactly this group and total, no more than that, from no others. Anything else ends that word.
 * @throws AppError batch_balance_short, batch_conversion_over, batch_funder_approved, wise_unavailable
 */
export async function requireMoney(
  parts: Runtime,
  operator: Operator,
  options: CallOptions,
  group: Group,
): Promise<MoneySource> {
  const { db } = parts.store;
  const shortage = await readShortage(parts, options, group);
  const balanceBefore = shortage.available;
  if (shortage.short.lte(0)) return { take: async () => ({ balanceBefore }) };
  const row = await findLatest(db, group.id);
  if (!row || !isGiven(row)) throw new AppError('batch_balance_short');
  const content = contentOf(parts.vault, row);
  const resource = conversionOf(group.id);
  const why = whyOver(content, shortage);
  if (why !== undefined) {
    await db.transaction((tx) => voidApprovals(parts, tx, resource, `${why} This no longer counts.`));
    throw new AppError('batch_conversion_over', { detail: `${why} Nothing was paid.` });
  }
  const { kind } = batchConversionKind;
  return {
    async take(tx) {
      const used = await consumeApproval(tx, { kind, resource, digest: digestOf(kind, resource, content) });
      if (!used) throw new AppError('batch_conversion_over');
      if (isOnlyApprover(used.decidedBy, operator.personId)) throw new AppError('batch_funder_approved');
      return {
        balanceBefore,
        conversionApprovalId: used.approvalId,
        othersBefore: JSON.stringify(
          Object.fromEntries(shortage.others.map(({ amount, id }) => [id, amount.value])),
        ),
      };
    },
  };
}

/** What Wise certainly did not do, it did not convert for either: the same word allows the next try within its day. */
export async function giveBackConversion(
  { store }: Pick<Runtime, 'store'>,
  fundingId: string,
): Promise<void> {
  await store.db.transaction(async (tx) => {
    const [refused] = await tx
      .select({ approvalId: batchFundings.conversionApprovalId })
      .from(batchFundings)
      .where(and(eq(batchFundings.id, fundingId), eq(batchFundings.state, 'refused')));
    if (!refused?.approvalId) return;
    const { approvalId } = refused;
    await tx.update(approvals).set({ usedAt: null }).where(eq(approvals.id, approvalId));
    await publishEvent(tx, { type: 'approvals.changed', approvalId });
  });
}
