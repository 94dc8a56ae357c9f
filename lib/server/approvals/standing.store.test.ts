import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consumeApproval, findStandingApproval, voidApprovals } from './standing.ts';
import { approvalActs, soughtOf } from './test-support/approval-acts.ts';
import { type ApprovalDesk, openApprovalDesk } from './test-support/approval-desk.ts';

describe('an approval', () => {
  let desk: ApprovalDesk;
  beforeAll(async () => {
    desk = await openApprovalDesk();
  });
  afterAll(() => desk.test.drop());
  const { decide, read, rowOf } = approvalActs(() => desk);

  describe('that stands', () => {
    it('counts for exactly what was approved, and names who gave it', async () => {
      const asked = await desk.ask('leah');
      const { db } = desk.test.store;
      expect(await findStandingApproval(db, soughtOf(asked)), 'while it waits').toBeUndefined();
      await decide('tom', asked.approvalId);
      const { personId } = await desk.as('tom');
      const { personId: askerId } = await desk.as('leah');
      expect(await findStandingApproval(db, soughtOf(asked))).toMatchObject({
        approvalId: asked.approvalId,
        requestedBy: askerId,
        decidedBy: [{ personId }],
      });
      const other = { ...soughtOf(asked), digest: '0'.repeat(64) };
      expect(await findStandingApproval(db, other)).toBeUndefined();
      expect(await consumeApproval(db, other)).toBeUndefined();
      expect(await consumeApproval(db, { ...soughtOf(asked), requestedBy: personId })).toBeUndefined();
    });
    it('is used once, whoever comes at the same time, and not by an act that fails', async () => {
      const asked = await desk.ask('leah');
      await decide('tom', asked.approvalId);
      const { db } = desk.test.store;
      await db
        .transaction(async (tx) => {
          expect(await consumeApproval(tx, soughtOf(asked))).toBeDefined();
          throw new Error('the act failed');
        })
        .catch(() => undefined);
      const used = await Promise.all(
        Array.from({ length: 5 }, () => db.transaction((tx) => consumeApproval(tx, soughtOf(asked)))),
      );
      expect(used.filter(Boolean)).toHaveLength(1);
      expect((await rowOf(asked.approvalId)).usedAt).not.toBeNull();
    });
    it('is void with the reason once what it is about changes, and so is what waits', async () => {
      const asked = await desk.ask('leah');
      await decide('tom', asked.approvalId);
      const waiting = await desk.ask('leah', { resource: asked.resource, needed: 2 });
      const why = 'Tom Ashby added 2 rows at 09:44. Your approval no longer counts.';
      const { db } = desk.test.store;
      const ended = await db.transaction((tx) => voidApprovals(desk.parts, tx, asked.resource, why));
      expect(ended.sort()).toEqual([asked.approvalId, waiting.approvalId].sort());
      expect(await findStandingApproval(db, soughtOf(asked))).toBeUndefined();
      expect(await read('noor', asked.approvalId)).toMatchObject({ state: 'void', endNote: why });
      expect(await decide('una', waiting.approvalId)).toBe('approval_over');
      expect(JSON.stringify(await rowOf(asked.approvalId))).not.toContain('Ashby');
    });
    it('stays as it was once it is used', async () => {
      const asked = await desk.ask('leah');
      await decide('tom', asked.approvalId);
      const { db } = desk.test.store;
      await db.transaction((tx) => consumeApproval(tx, soughtOf(asked)));
      expect(await db.transaction((tx) => voidApprovals(desk.parts, tx, asked.resource, 'changed'))).toEqual(
        [],
      );
    });
  });
});
