import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideApproval } from '../../../approvals/decide.ts';
import { batchFundingKind } from '../../../approvals/kinds/batch-funding.ts';
import { requestApproval } from '../../../approvals/request.ts';
import { voidApprovals } from '../../../approvals/standing.ts';
import {
  type ApprovalDesk,
  type Name,
  openApprovalDesk,
} from '../../../approvals/test-support/approval-desk.ts';
import { approvalRules, approvals } from '../../../db/schema/approvals.ts';
import { batchGroups } from '../../../db/schema/batches.ts';
import { people } from '../../../db/schema/staff.ts';
import { insertGroup } from '../test-support/test-groups.ts';
import { readGroupApproval } from '../group-approval.ts';
import { resourceOf } from '../run/start-approved.ts';
import { readApprovalFacts } from './approval-facts.ts';
import { readPossibleApprovers } from './possible-approvers.ts';

const profileId = '1';

describe('whether a closed group may be funded', () => {
  let desk: ApprovalDesk;
  beforeAll(async () => {
    desk = await openApprovalDesk();
    await desk.test.store.db.insert(approvalRules).values({ currency: 'GBP', above: '50', approvers: 1 });
  });
  afterAll(() => desk.test.drop());

  async function makeGroup(): Promise<string> {
    // Each day's sum is one maker's, of one profile and currency: nothing is recorded here.
    const { personId } = await desk.as('leah');
    const closed = { profileId, stage: 'settled', wiseStatus: 'COMPLETED' };
    return (await insertGroup(desk.test.store.db, personId, closed)).id;
  }
  const groupOf = async (id: string) => {
    const [group] = await desk.test.store.db.select().from(batchGroups).where(eq(batchGroups.id, id));
    if (!group) throw new Error('no such group');
    return group;
  };
  const facts = async (id: string, takes: string) =>
    readApprovalFacts(desk.parts, desk.test.store.db, await groupOf(id), takes);
  const step = async (id: string) =>
    (await readGroupApproval(desk.test.store.db, await groupOf(id), 'CLOSED')).state;
  async function ask(id: string, ceiling: string, needed: 1 | 2 = 1): Promise<string> {
    const operator = await desk.as('leah');
    const { approvalId } = await desk.test.store.db.transaction((tx) =>
      requestApproval(desk.parts, tx, batchFundingKind, {
        operator,
        content: { groupId: id, profileId, sourceCurrency: 'GBP', ceiling, rows: [] },
        subject: 'Group',
        lines: [],
        resource: resourceOf(id),
        amount: { value: ceiling, currency: 'GBP' },
        needed,
      }),
    );
    return approvalId;
  }
  const agree = async (name: Name, approvalId: string) =>
    decideApproval(desk.parts, await desk.as(name), approvalId, { decision: 'approved' }, () => undefined);

  test('by the rules of now: below the line by anybody, above it once somebody has agreed', async () => {
    const id = await makeGroup();
    expect(await facts(id, '50')).toMatchObject({ state: 'not-needed', needed: 0 });
    expect(await step(id)).toBe('not-needed');
    expect(await facts(id, '50.01')).toMatchObject({ state: 'to-ask', why: 'never-asked', needed: 1 });
    const approvalId = await ask(id, '80');
    expect(await facts(id, '60')).toMatchObject({ state: 'waiting', approvers: [] });
    expect(await step(id)).toBe('waiting');
    await agree('una', approvalId);
    expect(await facts(id, '80')).toMatchObject({ state: 'approved', approvers: [{ name: 'una' }] });
    expect(await step(id)).toBe('approved');
    expect(await facts(id, '80.01')).toMatchObject({ state: 'to-ask', why: 'above-ceiling' });
    expect(await facts(id, '1'), 'what was held against an approval stays so').toMatchObject({
      state: 'approved',
      needed: 1,
    });
  });

  test('not by an approval that ended, was never given, or whose people may not approve any more', async () => {
    const { db } = desk.test.store;
    const id = await makeGroup();
    const approvalId = await ask(id, '80');
    await db
      .update(approvals)
      .set({ expiresAt: new Date(0) })
      .where(eq(approvals.id, approvalId));
    expect(await facts(id, '60')).toMatchObject({ state: 'to-ask', why: 'ended' });
    expect(await step(id)).toBe('ended');

    await agree('una', await ask(id, '80'));
    await db.update(people).set({ flags: [] }).where(eq(people.name, 'una'));
    expect(await facts(id, '60')).toMatchObject({ state: 'to-ask', why: 'not-enough', approvers: [] });
    expect(await step(id)).toBe('ended');
    await db
      .update(people)
      .set({ flags: ['approve'] })
      .where(eq(people.name, 'una'));
    expect((await facts(id, '60')).state).toBe('approved');

    await db.transaction((tx) => voidApprovals(desk.parts, tx, resourceOf(id), 'It changed.'));
    expect(await facts(id, '60')).toMatchObject({ state: 'to-ask', why: 'ended' });
    expect(await step(id)).toBe('ended');
  });

  test('by two where the rules want two now, and one had agreed', async () => {
    const { db } = desk.test.store;
    await db.insert(approvalRules).values({ currency: 'GBP', above: '70', approvers: 2 });
    const id = await makeGroup();
    await agree('una', await ask(id, '90'));
    expect(await facts(id, '70')).toMatchObject({ state: 'approved', needed: 1 });
    expect(await facts(id, '70.01')).toMatchObject({ state: 'to-ask', why: 'not-enough', needed: 2 });
  });

  test('who may approve is told beforehand, with what the others lack', async () => {
    const { db } = desk.test.store;
    const id = await makeGroup();
    const standings = async (name: Name) =>
      Object.fromEntries(
        (await readPossibleApprovers(db, await desk.as(name), await facts(id, '200'), 'GBP')).map((one) => [
          `${one.name}${one.isYou ? ', you' : ''}`,
          one.standing,
        ]),
      );
    expect(await standings('leah')).toEqual({
      'leah, you': 'flag',
      tom: 'limit',
      una: 'may',
      victor: 'limit',
    });
    expect(await standings('una')).toMatchObject({ 'una, you': 'asks' });
    const approvalId = await ask(id, '200', 2);
    expect(await standings('una')).toMatchObject({ 'una, you': 'may' });
    await agree('una', approvalId);
    expect(await standings('una')).toMatchObject({ 'una, you': 'has-agreed' });
  });
});
