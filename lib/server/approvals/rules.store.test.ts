import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalDayAmounts } from '../db/schema/approvals.ts';
import { decideApproval } from './decide.ts';
import { readRules, requestRulesChange } from './change-rules.ts';
import { approversFor, approversNeeded, recordForDay, type Submitted } from './rules.ts';
import { type ApprovalDesk, openApprovalDesk } from './test-support/approval-desk.ts';

const rules = [
  { currency: 'GBP', above: '10000', approvers: 1 as const },
  { currency: 'GBP', above: '250000', approvers: 2 as const },
  { currency: 'XAU', above: '5', approvers: 2 as const },
];

describe('how many people approve', () => {
  it.each([
    ['GBP', '10000', 0],
    ['GBP', '10000.01', 1],
    ['GBP', '250000', 1],
    ['GBP', '250000.0001', 2],
    ['XAU', '5', 0],
    ['XAU', '6', 2],
    ['EUR', '10000', 0],
    ['EUR', '10000.01', 1],
    ['EUR', '99999999', 1],
    ['THB', '0.01', 1],
  ] as const)('in %s for %s: %i', (currency, total, needed) => {
    expect(approversFor(rules, currency, total)).toBe(needed);
  });
});

describe('what is submitted on a day', () => {
  let desk: ApprovalDesk;
  let makerId: string;
  beforeAll(async () => {
    desk = await openApprovalDesk();
    makerId = (await desk.as('leah')).personId;
  });
  afterAll(() => desk.test.drop());

  const submit = (id: string, amount: string, more: Partial<Submitted> = {}) =>
    desk.test.store.db.transaction(async (tx) => {
      const submitted = {
        resource: { type: 'batch-group', id },
        profileId: '1',
        makerId,
        currency: 'GBP',
        amount,
        ...more,
      };
      await recordForDay(tx, submitted);
      return approversNeeded(tx, submitted);
    });

  it('is added up per person, profile and currency, so that splitting changes nothing', async () => {
    expect(await submit('a', '6000')).toEqual({ needed: 0, total: '6000' });
    expect(await submit('b', '4000.10')).toEqual({ needed: 1, total: '10000.1' });
    expect(await submit('c', '1', { profileId: '2' })).toEqual({ needed: 0, total: '1' });
    expect(await submit('d', '1', { currency: 'EUR' })).toEqual({ needed: 0, total: '1' });
    const { personId } = await desk.as('una');
    expect(await submit('e', '1', { makerId: personId })).toEqual({ needed: 0, total: '1' });
  });
  it('counts once however often it is submitted, with its last amount', async () => {
    expect(await submit('b', '3000')).toEqual({ needed: 0, total: '9000' });
    expect(await submit('b', '3000')).toEqual({ needed: 0, total: '9000' });
  });
  it('counts on its own day only', async () => {
    await desk.test.store.db
      .update(approvalDayAmounts)
      .set({ day: '2020-01-01' })
      .where(eq(approvalDayAmounts.resourceId, 'a'));
    expect(await submit('b', '9000')).toEqual({ needed: 0, total: '9000' });
  });
  it('is seen by what is submitted at the same moment', async () => {
    const two = await Promise.all([
      submit('f', '9000', { profileId: '3' }),
      submit('g', '9000', { profileId: '3' }),
    ]);
    expect(two.map(({ needed }) => needed).sort()).toEqual([0, 1]);
  });

  it('follows the rules once a second administrator has agreed to them, and not before', async () => {
    const [first, second] = [await desk.as('victor'), await desk.as('hanna')];
    const { version } = await readRules(desk.parts);
    const wanted = { version, rules: [{ currency: 'GBP', above: '100', approvers: 2 as const }] };
    const approvalId = await requestRulesChange(desk.parts, first, wanted);
    expect((await readRules(desk.parts)).pendingApprovalId).toBe(approvalId);
    expect((await submit('b', '9000')).needed).toBe(0);
    await expect(requestRulesChange(desk.parts, second, wanted)).rejects.toMatchObject({ code: 'conflict' });
    await decideApproval(desk.parts, second, approvalId, { decision: 'approved' }, () => undefined);
    expect((await submit('b', '9000')).needed).toBe(2);
    const now = await readRules(desk.parts);
    expect(now).toMatchObject({ rules: wanted.rules, pendingApprovalId: null });
    await expect(requestRulesChange(desk.parts, first, wanted)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      requestRulesChange(desk.parts, first, { version: now.version, rules: wanted.rules }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});
