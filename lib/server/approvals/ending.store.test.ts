import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalDecisions } from '../db/schema/approvals.ts';
import { consoleEvents } from '../db/schema/audit.ts';
import { expireApprovals } from './expire.ts';
import { consumeApproval, findStandingApproval } from './standing.ts';
import { approvalActs, note, soughtOf } from './test-support/approval-acts.ts';
import { type ApprovalDesk, type Name, openApprovalDesk } from './test-support/approval-desk.ts';
import { withdrawApproval } from './withdraw.ts';

describe('an approval', () => {
  let desk: ApprovalDesk;
  beforeAll(async () => {
    desk = await openApprovalDesk();
  });
  afterAll(() => desk.test.drop());
  const { decide, read, whoSees, rowOf, shift } = approvalActs(() => desk);

  it('is ended by one refusal, whose reason is sealed and read by who may see it', async () => {
    const { approvalId } = await desk.ask('leah', { needed: 2 });
    await decide('tom', approvalId);
    expect(await decide('una', approvalId, 'refused', 'not on this ticket')).toBe('refused');
    expect((await read('leah', approvalId)).decisions).toMatchObject([
      { by: 'tom', decision: 'approved', note: null },
      { by: 'una', decision: 'refused', note: 'not on this ticket' },
    ]);
    const stored = await desk.test.store.db.select().from(approvalDecisions);
    expect(JSON.stringify(stored)).not.toContain('not on this ticket');
    expect(await decide('victor', approvalId)).toBe('already_decided');
  });

  it('keeps nothing in the open of what is asked for', async () => {
    const { approvalId } = await desk.ask('leah', { lines: ['A word that nobody guesses'] });
    expect(JSON.stringify(await rowOf(approvalId))).not.toContain('nobody guesses');
    expect((await read('leah', approvalId)).lines).toEqual(['A word that nobody guesses']);
  });

  it('tells those who decide no more of the card than its lines', async () => {
    const { approvalId, resource } = await desk.ask('leah');
    expect((await read('leah', approvalId)).resource).toEqual(resource);
    expect((await read('tom', approvalId)).resource).toBeNull();
    expect(JSON.stringify(await read('tom', approvalId))).not.toContain(resource.id);
  });

  describe('runs out', () => {
    it('at its time for readers and deciders, and by the job for good', async () => {
      const { approvalId } = await desk.ask('leah');
      await shift(approvalId, 'expires_at');
      expect((await read('leah', approvalId)).state).toBe('expired');
      expect(await whoSees(approvalId)).toBe('');
      expect(await decide('tom', approvalId)).toBe('approval_over');
      expect((await rowOf(approvalId)).state).toBe('pending');
      await expireApprovals(desk.parts);
      expect((await rowOf(approvalId)).state).toBe('expired');
      expect(await decide('tom', approvalId)).toBe('approval_over');
    });
    it('once approved, when the time to use it is over', async () => {
      const asked = await desk.ask('leah');
      await decide('tom', asked.approvalId);
      const { db } = desk.test.store;
      expect(await findStandingApproval(db, soughtOf(asked))).toBeDefined();
      await shift(asked.approvalId, 'usable_until');
      expect(await findStandingApproval(db, soughtOf(asked))).toBeUndefined();
      expect(await consumeApproval(db, soughtOf(asked))).toBeUndefined();
    });
  });

  it('is withdrawn by whoever asked, and by nobody else', async () => {
    const { approvalId } = await desk.ask('leah');
    await expect(withdrawApproval(desk.parts, await desk.as('tom'), approvalId, note)).rejects.toMatchObject({
      code: 'not_found',
    });
    const withdrawn = await withdrawApproval(desk.parts, await desk.as('leah'), approvalId, note);
    expect(withdrawn.state).toBe('withdrawn');
    expect(await decide('tom', approvalId)).toBe('approval_over');
    await expect(withdrawApproval(desk.parts, await desk.as('leah'), approvalId, note)).rejects.toMatchObject(
      {
        code: 'approval_over',
      },
    );
  });

  it('is not asked for twice where one has to be alone', async () => {
    const resource = { type: 'card', id: randomUUID() };
    await desk.ask('leah', { resource, alone: 'of-asker' });
    await expect(desk.ask('leah', { resource, alone: 'of-asker' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await desk.ask('una', { resource, alone: 'of-asker' });
    await expect(desk.ask('victor', { resource, alone: 'of-resource' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const [first, second] = await Promise.allSettled(
      ['leah', 'una'].map((name) =>
        desk.ask(name as Name, { resource: { type: 'card', id: 'same' }, alone: 'of-resource' }),
      ),
    );
    expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('tells open pages of each step, by its id alone', async () => {
    const { approvalId } = await desk.ask('leah');
    await decide('tom', approvalId);
    const rows = await desk.test.store.db.select().from(consoleEvents);
    const own = rows.map(({ event }) => JSON.stringify(event)).filter((text) => text.includes(approvalId));
    expect(own).toEqual(Array(2).fill(JSON.stringify({ type: 'approvals.changed', approvalId })));
  });
});
