import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { approve } from '../../lib/contracts/approvals.ts';
import { type DeskCase, listCases } from '../../lib/contracts/cases.ts';
import { addDeskRule, type DeskRule, listDeskRules } from '../../lib/contracts/desk-rules.ts';
import type { BodyOf } from '../../lib/contracts/define-endpoint.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';
import { pickCard } from './pick-card.ts';

/** Of compliance, and may approve. */
export const approver = 'compliance2@example.com';

/** A code of nobody else's, which begins like one of Wise's restricted ones. */
export const newReason = () =>
  `SUSPECTED_FRAUD_AML_${randomUUID().slice(0, 8).toUpperCase().replaceAll('-', '_')}`;

/** A rule of this test's own: one of compliance asks, another agrees. */
export async function addRule(
  compliance: ConsoleClient,
  compliance2: ConsoleClient,
  reason: string,
  more: Partial<BodyOf<typeof addDeskRule>> = {},
): Promise<{ rule: DeskRule; approvalId: string }> {
  const name = `Desk ${reason}`;
  const { body } = await compliance.call(addDeskRule, {
    body: {
      name,
      conditions: { reasons: [reason] },
      isActive: true,
      severity: 'high',
      dueHours: 4,
      ...more,
    },
  });
  await compliance2.call(approve, { params: { approvalId: body.approvalId }, body: {} });
  const rule = (await compliance.call(listDeskRules, {})).body.items.find((one) => one.name === name);
  if (!rule) throw new Error('The approved rule is not in the list');
  return { rule, approvalId: body.approvalId };
}

interface Payment {
  /** One of its own where none is named. */
  cardToken?: string;
  merchant?: string;
}

/** Has payments declined for this reason, and waits for their cases, which are told in the same order. */
export async function haveCases(
  compliance: ConsoleClient,
  emulator: EmulatorControl,
  reason: string,
  payments: readonly Payment[],
): Promise<DeskCase[]> {
  const ids: string[] = [];
  for (const { cardToken, merchant = 'Ondina Books' } of payments) {
    const { id } = await emulator.makeTransaction({
      cardToken: cardToken ?? (await pickCard(compliance, { status: 'ACTIVE' })).token,
      state: 'DECLINED',
      declineReason: reason,
      amount: { amount: 640.5, currency: 'GBP' },
      merchant: { name: merchant },
    });
    ids.push(id);
  }
  let found: DeskCase[] = [];
  const count = async () => {
    const { items } = (await compliance.call(listCases, { query: { reason: [reason] } })).body;
    found = ids.flatMap((id) => items.find(({ transactionId }) => transactionId === id) ?? []);
    return found.length;
  };
  await expect.poll(count, { intervals: [300], timeout: 75_000 }).toBe(ids.length);
  return found;
}

/** One of them. */
export async function haveCase(
  compliance: ConsoleClient,
  emulator: EmulatorControl,
  reason: string,
  payment: Payment = {},
): Promise<DeskCase> {
  const [found] = await haveCases(compliance, emulator, reason, [payment]);
  if (!found) throw new Error('The case has gone again');
  return found;
}
