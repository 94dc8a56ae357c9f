import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { CodeClassification } from '../../../../contracts/new-codes.ts';
import { decideApproval } from '../../../approvals/decide.ts';
import {
  type ApprovalDesk,
  type Name,
  openApprovalDesk,
} from '../../../approvals/test-support/approval-desk.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { people } from '../../../db/schema/staff.ts';
import { GuardedReason } from '../../../catalogues/decline-reasons/guarded-reason.ts';
import { keepTransactions } from '../../card-transactions/archive/keep-transactions.ts';
import { type Told, toldTransaction } from '../../card-transactions/archive/test-support/told-transaction.ts';
import { listNewCodes } from '../list-new-codes.ts';
import { proposeClassification } from '../propose.ts';

let lastId = 9000;

/** What may be told, unless a test says otherwise. */
export const harmless: CodeClassification = {
  level: 'tell',
  family: 'rules',
  title: 'The shop is too far away',
  happened: 'The shop was out of reach.',
  cause: 'A rule of the scheme.',
  actor: 'customer',
  next: 'The customer pays nearer by.',
  retry: 'no',
  retryText: 'No.',
  say: 'The shop is too far away for your card.',
};
const { say: _, ...unsaid } = harmless;
export const restricted: CodeClassification = { ...unsaid, level: 'restricted' };

/** A store with two people of compliance who classify codes, and an archive to fill. */
export interface CodeDesk extends ApprovalDesk {
  /** Keeps declined payments, each on a card of its own unless said otherwise. @returns their ids */
  keep(count: number, told: Partial<Told> & { detail?: string }): Promise<string[]>;
  /** What the archive tells everybody of these payments, each word once. */
  told(ids: readonly string[]): Promise<(string | null)[]>;
  propose(name: Name, code: string, classification: CodeClassification | null): Promise<string>;
  decide(name: Name, approvalId: string): Promise<void>;
  /** Ines proposes, Karim agrees. */
  classify(code: string, classification: CodeClassification | null): Promise<void>;
  versionOf(code: string): Promise<number>;
}

export async function openCodeDesk(): Promise<CodeDesk> {
  const desk = await openApprovalDesk();
  const { store } = desk.test;
  await store.db
    .update(people)
    .set({ flags: ['approve'] })
    .where(eq(people.name, 'ines'));
  const versionOf = async (code: string) =>
    (await listNewCodes(desk.parts, await desk.as('ines'))).items.find((one) => one.code === code)?.version ??
    0;
  const propose = async (name: Name, code: string, classification: CodeClassification | null) =>
    proposeClassification(desk.parts, await desk.as(name), {
      code,
      version: await versionOf(code),
      classification,
    });
  const decide = async (name: Name, approvalId: string) => {
    const decision = { decision: 'approved' } as const;
    await decideApproval(desk.parts, await desk.as(name), approvalId, decision, () => undefined);
  };
  return {
    ...desk,
    versionOf,
    propose,
    decide,
    async keep(count, { detail, ...told }) {
      const payments = Array.from({ length: count }, () => {
        const payment = toldTransaction({
          id: String(++lastId),
          step: 'AUTH',
          state: 'DECLINED',
          amount: '20.00',
          second: 0,
          cardToken: randomUUID(),
          ...told,
        });
        const reason = GuardedReason.of('DECLINED', told.reason ?? null, detail ?? null);
        return { ...payment, transaction: { ...payment.transaction, reason } };
      });
      await keepTransactions(store, payments, 'GBP');
      return payments.map(({ transaction }) => transaction.id);
    },
    async told(ids) {
      const rows = await store.db
        .selectDistinct({ told: cardTransactions.toldReason })
        .from(cardTransactions)
        .where(inArray(cardTransactions.transactionId, [...ids]));
      return rows.map(({ told }) => told);
    },
    async classify(code, classification) {
      await decide('karim', await propose('ines', code, classification));
    },
  };
}
