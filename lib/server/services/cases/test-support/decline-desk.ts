import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { CaseDetail } from '../../../../contracts/cases.ts';
import type { DeskConditions } from '../../../../contracts/desk-rules.ts';
import { decideApproval } from '../../../approvals/decide.ts';
import { type ApprovalDesk, openApprovalDesk } from '../../../approvals/test-support/approval-desk.ts';
import { declineCases } from '../../../db/schema/cases.ts';
import { people } from '../../../db/schema/staff.ts';
import { keepTransactions } from '../../card-transactions/archive/keep-transactions.ts';
import { type Told, toldTransaction } from '../../card-transactions/archive/test-support/told-transaction.ts';
import { requestNewRule } from '../../desk-rules/change-rule.ts';
import { openCases } from '../open-cases.ts';
import { readCase } from '../read-case.ts';

let lastId = 7000;

/** A store with people of compliance, an archive to fill, and rules that two of them made. */
export interface DeclineDesk extends ApprovalDesk {
  /** Keeps a payment, declined now on a card of its own unless said otherwise. @returns its id */
  keep(told: Partial<Told>): Promise<string>;
  /** Several, one after the other. */
  declined(...told: Partial<Told>[]): Promise<string[]>;
  addRule(
    conditions: DeskConditions,
    more?: { dueHours?: number; severity?: 'low' | 'high'; needsSecondReader?: boolean },
  ): Promise<void>;
  /** Opens the case of a payment declined now. */
  openOne(told?: Partial<Told>): Promise<CaseDetail>;
}

export async function openDeclineDesk(): Promise<DeclineDesk> {
  const desk = await openApprovalDesk();
  const { store } = desk.test;
  await store.db
    .update(people)
    .set({ flags: ['approve'] })
    .where(eq(people.name, 'ines'));
  const keep = async (told: Partial<Told>) => {
    const id = String(++lastId);
    const payment = {
      id,
      step: 'AUTH',
      state: 'DECLINED',
      amount: '20.00',
      second: 0,
      cardToken: randomUUID(),
      createdAt: new Date().toISOString(),
      reason: 'CARD_FROZEN',
      ...told,
    };
    await keepTransactions(store, [toldTransaction(payment)], 'GBP');
    return id;
  };
  // The first run only says where to begin.
  await openCases(desk.parts);
  return {
    ...desk,
    keep,
    async declined(...told) {
      const ids: string[] = [];
      for (const one of told) ids.push(await keep(one));
      return ids;
    },
    async openOne(told = {}) {
      const id = await keep(told);
      await openCases(desk.parts);
      const [found] = await store.db
        .select({ id: declineCases.id })
        .from(declineCases)
        .where(eq(declineCases.transactionId, id));
      return readCase(desk.parts, await desk.as('ines'), found?.id ?? '');
    },
    async addRule(conditions, { dueHours = 4, severity = 'low', needsSecondReader = false } = {}) {
      const approvalId = await requestNewRule(desk.parts, await desk.as('ines'), {
        name: `Rule ${randomUUID().slice(0, 8)}`,
        conditions,
        isActive: true,
        severity,
        dueHours,
        needsSecondReader,
      });
      const decision = { decision: 'approved' } as const;
      await decideApproval(desk.parts, await desk.as('karim'), approvalId, decision, () => undefined);
    },
  };
}
