import 'server-only';
import { and, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { balanceCredits, balanceDebits, batchFundings, batchGroups } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import type { Runtime } from '../../../runtime.ts';

const conversions = z.array(z.object({ currency: z.string(), amount: z.string() }));
type Conversions = z.output<typeof conversions>;

export const openConversions = (stored: string | null): Conversions =>
  stored === null ? [] : conversions.parse(JSON.parse(stored));

interface Parts extends Pick<Runtime, 'store'> {
  audit: Pick<Runtime['audit'], 'append'>;
}

/** Two clocks are compared: Wise's and the console's. */
const clocksDifferBy = sql`interval '5 seconds'`;
/** Wise tells whole seconds; both halves of a conversion are booked at one moment. */
const halvesDifferBy = sql`interval '2 seconds'`;

/** The group's own balance was filled at the moment of the debit: the other half of a conversion. */
const isConversion = sql`exists (select 1 from ${balanceCredits}
  where ${balanceCredits.profileId} = ${batchGroups.profileId} and ${balanceCredits.currency} = ${batchGroups.sourceCurrency}
    and ${balanceCredits.occurredAt} between ${balanceDebits.occurredAt} - ${halvesDifferBy}
      and ${balanceDebits.occurredAt} + ${halvesDifferBy})`;

/**
 * A balance may fall between the look at it and the call that pays, and Wise then converts from another one, unasked. Its
 * webhooks tell of debits and credits, not of what for: a debit in another currency together with a credit in the group's, from
 * the moment the funding began until its transfers had moved, is a sign, which is kept, told on the group's page and put on the
 * trail.
 */
export async function noteConversions({ audit, store }: Parts): Promise<void> {
  const { db } = store;
  const until = sql`coalesce(${batchFundings.transfersMovedAt}, ${batchFundings.settledAt}, now()) + ${clocksDifferBy}`;
  const seen = await db
    .select({
      fundingId: batchFundings.id,
      groupId: batchGroups.id,
      profileId: batchGroups.profileId,
      stored: batchFundings.conversionsSeen,
      currency: balanceDebits.currency,
      amount: sql<string>`sum(${balanceDebits.amount}::numeric)::text`,
    })
    .from(batchFundings)
    .innerJoin(batchGroups, eq(batchGroups.id, batchFundings.groupId))
    .innerJoin(
      balanceDebits,
      and(
        eq(balanceDebits.profileId, batchGroups.profileId),
        ne(balanceDebits.currency, batchGroups.sourceCurrency),
        isConversion,
        sql`${balanceDebits.occurredAt} between ${batchFundings.startedAt} - ${clocksDifferBy} and ${until}`,
      ),
    )
    .where(
      and(
        eq(batchFundings.way, 'BALANCE'),
        isNull(batchFundings.conversionApprovalId),
        inArray(batchFundings.state, ['unknown', 'sent', 'done']),
        gt(batchFundings.startedAt, sql`now() - interval '1 day'`),
      ),
    )
    .groupBy(batchFundings.id, batchGroups.id, balanceDebits.currency)
    .orderBy(balanceDebits.currency);
  for (const [fundingId, rows] of Map.groupBy(seen, (row) => row.fundingId)) {
    const [first] = rows;
    if (!first) continue;
    const { groupId, profileId, stored } = first;
    const found: Conversions = rows.map(({ amount, currency }) => ({ currency, amount }));
    const conversionsSeen = JSON.stringify(found);
    if (conversionsSeen === stored) continue;
    // Told twice rather than never, should the store fail in between.
    await audit.append({
      phase: 'event',
      action: 'batch-groups.converted-unasked',
      actor: null,
      target: { type: 'batch-group', id: groupId, profileId },
      details: { fundingId, conversions: found },
    });
    await db.transaction(async (tx) => {
      await tx.update(batchFundings).set({ conversionsSeen }).where(eq(batchFundings.id, fundingId));
      await publishEvent(tx, { type: 'batch.changed', batchGroupId: groupId });
    });
  }
}
