import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalDecisions, approvalLimits } from '../db/schema/approvals.ts';
import { people } from '../db/schema/staff.ts';
import { setItemAccepted } from './items.ts';
import { consumeApproval, findStandingApproval } from './standing.ts';
import { approvalActs, note, soughtOf } from './test-support/approval-acts.ts';
import { type ApprovalDesk, type Name, names, openApprovalDesk } from './test-support/approval-desk.ts';

describe('an approval', () => {
  let desk: ApprovalDesk;
  beforeAll(async () => {
    desk = await openApprovalDesk();
  });
  afterAll(() => desk.test.drop());
  const { decide, read, whoSees, whoDecides } = approvalActs(() => desk);

  describe('is seen and decided', () => {
    it('by people with the flag, and by nobody for themselves', async () => {
      const { approvalId } = await desk.ask('leah');
      expect(await whoSees(approvalId)).toBe('leah tom una victor hanna noor');
      expect(await whoDecides(approvalId)).toBe('tom una victor');
      expect(await decide('leah', approvalId)).toBe('second_person_required');
      expect(await decide('hanna', approvalId)).toBe('forbidden');
      expect(await decide('ines', approvalId)).toBe('not_found');
      expect(await decide('tom', approvalId)).toBe('approved');
    });
    it('by people with a limit in its currency that reaches it', async () => {
      const asked = await desk.ask('leah', { amount: { value: '100.01', currency: 'GBP' } });
      expect(await whoDecides(asked.approvalId)).toBe('una');
      expect(await decide('tom', asked.approvalId)).toBe('above_your_limit');
      expect(await decide('victor', asked.approvalId), 'no limit at all').toBe('above_your_limit');
      const euros = await desk.ask('leah', { amount: { value: '1', currency: 'EUR' } });
      expect(await whoDecides(euros.approvalId)).toBe('');
      const exact = await desk.ask('leah', { amount: { value: '100.00', currency: 'GBP' } });
      expect(await decide('tom', exact.approvalId)).toBe('approved');
    });
    it('by another of compliance only, where compliance asks; for everybody else it is not there', async () => {
      const { approvalId } = await desk.ask('ines', { audience: 'compliance' });
      expect(await whoSees(approvalId)).toBe('ines karim');
      expect(await whoDecides(approvalId)).toBe('karim');
      for (const name of names.filter((one) => one !== 'ines' && one !== 'karim'))
        expect(await decide(name, approvalId), name).toBe('not_found');
      expect(await decide('karim', approvalId)).toBe('approved');
    });
    it('by nobody whose own rights it changes', async () => {
      const { personId } = await desk.as('tom');
      const { approvalId } = await desk.ask('leah', { personId });
      expect(await decide('tom', approvalId)).toBe('second_person_required');
      expect(await whoDecides(approvalId)).toBe('una victor');
    });
  });

  it('is decided once, whoever comes at the same time', async () => {
    const { approvalId } = await desk.ask('leah');
    const words = await Promise.all([decide('tom', approvalId), decide('una', approvalId)]);
    expect(words.sort()).toEqual(['already_decided', 'approved']);
    const rows = await desk.test.store.db
      .select()
      .from(approvalDecisions)
      .where(eq(approvalDecisions.approvalId, approvalId));
    expect(rows).toHaveLength(1);
  });

  it('that needs two takes two different people, also at the same time', async () => {
    const { approvalId } = await desk.ask('leah', { needed: 2 });
    expect(await decide('tom', approvalId)).toBe('pending');
    expect(await decide('tom', approvalId)).toBe('second_person_required');
    expect(await whoDecides(approvalId)).toBe('una victor');
    expect(await read('noor', approvalId)).toMatchObject({ approvals: 1, needed: 2, state: 'pending' });
    expect(await decide('una', approvalId)).toBe('approved');

    const other = await desk.ask('leah', { needed: 2 });
    const words = await Promise.all([decide('tom', other.approvalId), decide('tom', other.approvalId)]);
    expect(words.sort()).toEqual(['pending', 'second_person_required']);
  });

  describe('counts those alone who could still give it', () => {
    const setPerson = async (name: Name, change: Partial<typeof people.$inferInsert>) => {
      const { personId } = await desk.as(name);
      await desk.test.store.db.update(people).set(change).where(eq(people.id, personId));
    };
    const setLimit = async (name: Name, amount: string) => {
      const { personId } = await desk.as(name);
      await desk.test.store.db
        .update(approvalLimits)
        .set({ amount })
        .where(eq(approvalLimits.personId, personId));
    };

    it('where the first of two has lost the flag, a third person has to agree', async () => {
      const { approvalId } = await desk.ask('leah', { needed: 2 });
      expect(await decide('tom', approvalId)).toBe('pending');
      await setPerson('tom', { flags: [] });
      expect(await decide('una', approvalId)).toBe('pending');
      expect(await read('leah', approvalId)).toMatchObject({
        approvals: 1,
        decisions: [
          { by: 'tom', doesCount: false },
          { by: 'una', doesCount: true },
        ],
      });
      expect(await decide('victor', approvalId)).toBe('approved');
      await setPerson('tom', { flags: ['approve'] });
    });

    it('where the limit of the first fell below the amount, too', async () => {
      const amount = { value: '90', currency: 'GBP' };
      const { approvalId } = await desk.ask('leah', { needed: 2, amount });
      expect(await decide('tom', approvalId)).toBe('pending');
      await setLimit('tom', '89.99');
      expect(await decide('una', approvalId)).toBe('pending');
      await setLimit('tom', '100');
      expect((await read('leah', approvalId)).approvals).toBe(2);
    });

    it('when it is used, too', async () => {
      const asked = await desk.ask('leah');
      expect(await decide('tom', asked.approvalId)).toBe('approved');
      await setPerson('tom', { disabledAt: new Date() });
      const { db } = desk.test.store;
      expect(await findStandingApproval(db, soughtOf(asked))).toBeUndefined();
      expect(await db.transaction((tx) => consumeApproval(tx, soughtOf(asked)))).toBeUndefined();
      await db.update(people).set({ disabledAt: null }).where(eq(people.name, 'tom'));
      expect(await db.transaction((tx) => consumeApproval(tx, soughtOf(asked)))).toMatchObject({
        approvalId: asked.approvalId,
        decidedBy: [{ name: 'tom' }],
      });
    });
  });

  it('with items is given only by who has accepted each of them', async () => {
    const items = ['payee-1', 'payee-2'].map((key) => ({ key, kind: 'new-payee', lines: [`Pays ${key}.`] }));
    const { approvalId } = await desk.ask('leah', { items, needed: 2 });
    const accept = async (name: Name, key: string, isAccepted = true) =>
      setItemAccepted(desk.parts, await desk.as(name), approvalId, key, isAccepted, note);
    expect(await decide('tom', approvalId)).toBe('items_not_accepted');
    await accept('tom', 'payee-1');
    await accept('tom', 'payee-1');
    expect(await decide('tom', approvalId)).toBe('items_not_accepted');
    await accept('tom', 'payee-2');
    await accept('tom', 'payee-1', false);
    expect(await decide('tom', approvalId)).toBe('items_not_accepted');
    const seen = await accept('tom', 'payee-1');
    expect(seen.items.map(({ isAccepted }) => isAccepted)).toEqual([true, true]);
    expect(await decide('tom', approvalId)).toBe('pending');
    expect(await decide('una', approvalId), 'another’s look is not one’s own').toBe('items_not_accepted');
    await expect(accept('una', 'payee-3')).rejects.toMatchObject({ code: 'not_found' });
    await expect(accept('leah', 'payee-1')).rejects.toMatchObject({ code: 'second_person_required' });
    expect(await decide('una', approvalId, 'refused', 'no')).toBe('refused');
  });
});
