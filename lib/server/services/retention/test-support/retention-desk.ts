import { expect } from 'vitest';
import type { RetentionClassName } from '../../../../catalogues/retention.ts';
import { AuditTrail } from '../../../audit/audit-trail.ts';
import { declineCases } from '../../../db/schema/cases.ts';
import { evidencePackages } from '../../../db/schema/evidence.ts';
import { legalHolds, retentionRules, retentionRuns } from '../../../db/schema/retention.ts';
import {
  cardTransactionIds,
  cardTransactions,
  cardTransactionSteps,
} from '../../../db/schema/transactions.ts';
import { addConnectedProfile } from '../../../db/test-support/add-profile.ts';
import { keepTransactions } from '../../card-transactions/archive/keep-transactions.ts';
import { type Told, toldTransaction } from '../../card-transactions/archive/test-support/told-transaction.ts';
import { type DeclineDesk, openDeclineDesk } from '../../cases/test-support/decline-desk.ts';
import { placeLegalHold } from '../../legal-holds/place-legal-hold.ts';
import { runRetention } from '../run-retention.ts';

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

type Table = typeof cardTransactionIds | typeof cardTransactions | typeof cardTransactionSteps;

/** A decline desk with customers 7 and 8, over which time passes. */
export interface RetentionDesk extends DeclineDesk {
  run(): Promise<void>;
  /** As if the last run had been yesterday's. */
  runAgain(): Promise<void>;
  keepFor(className: RetentionClassName, days: number): Promise<unknown>;
  keepAll(...told: (Partial<Told> & Pick<Told, 'id'>)[]): Promise<unknown>;
  idsIn(table: Table): Promise<string[]>;
  hold(subject: { profileId: string; cardToken?: string }): Promise<string>;
  /** What is counted of the archive, against the archive itself. */
  expectCountsTrue(): Promise<void>;
  empty(): Promise<void>;
}

export async function openRetentionDesk(): Promise<RetentionDesk> {
  const desk = await openDeclineDesk();
  const { store } = desk.test;
  const { db } = store;
  const audit = new AuditTrail(db, desk.parts.texts, () => undefined);
  await addConnectedProfile(db, { id: '7' });
  await addConnectedProfile(db, { id: '8', userId: '8' });
  await desk.addRule({ reasons: ['CARD_FROZEN'] });
  const run = () => runRetention({ store, audit, jobs: desk.parts.jobs, log: { info: () => undefined } });
  return {
    ...desk,
    run,
    async runAgain() {
      await db.update(retentionRuns).set({ startedAt: daysAgo(1) });
      await run();
    },
    keepFor: (className, days) =>
      db
        .insert(retentionRules)
        .values({ className, days, version: 1 })
        .onConflictDoUpdate({ target: retentionRules.className, set: { days } }),
    keepAll: (...told) =>
      keepTransactions(
        store,
        told.map((one) =>
          toldTransaction({ step: 'AUTH', state: 'COMPLETED', amount: '5.00', second: 0, ...one }),
        ),
        'GBP',
      ),
    idsIn: async (table) =>
      (await db.select({ id: table.transactionId }).from(table)).map(({ id }) => id).sort(),
    hold: async (subject) =>
      placeLegalHold(desk.parts, await desk.as('ines'), { ...subject, reason: 'A court asks.' }),
    async expectCountsTrue() {
      const { rows } = await store.executeSql(`
        select dimension, profile_id, slot, programme, value, sum(count)::int as count from (
          select dimension, profile_id, slot, programme, value, count from transaction_counts where profile_id <> ''
          union all select dimension, profile_id, slot, programme, value, count from transaction_count_changes
          union all select t.dimension, one.profile_id, t.slot, coalesce(one.programme, ''), t.value, -1
            from card_transactions one
            cross join lateral tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason,
              one.told_reason, one.mcc, one.merchant_category, one.merchant_country) t
        ) both_ways group by 1, 2, 3, 4, 5 having sum(count) <> 0`);
      expect(rows).toEqual([]);
    },
    async empty() {
      for (const table of [legalHolds, evidencePackages, declineCases, retentionRules, retentionRuns])
        await db.delete(table);
      for (const table of [cardTransactions, cardTransactionSteps, cardTransactionIds])
        await db.delete(table);
    },
  };
}
