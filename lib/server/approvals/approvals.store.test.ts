import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalDecisions, approvalLimits, approvals } from '../db/schema/approvals.ts';
import { consoleEvents } from '../db/schema/audit.ts';
import { people } from '../db/schema/staff.ts';
import { openingMs } from '../db/test-support/open-test-store.ts';
import { AppError } from '../http/app-error.ts';
import { decideApproval } from './decide.ts';
import { expireApprovals } from './expire.ts';
import { setItemAccepted } from './items.ts';
import { listApprovals, readApproval } from './read.ts';
import { consumeApproval, findStandingApproval, voidApprovals } from './standing.ts';
import { type ApprovalDesk, type Name, names, openApprovalDesk } from './test-support/approval-desk.ts';
import { withdrawApproval } from './withdraw.ts';

const note = () => undefined;

describe('an approval', () => {
  let desk: ApprovalDesk;
  beforeAll(async () => {
    desk = await openApprovalDesk();
  }, openingMs);
  afterAll(() => desk.test.drop());

  const decide = async (
    name: Name,
    approvalId: string,
    decision: 'approved' | 'refused' = 'approved',
    text = '',
  ): Promise<string> => {
    const operator = await desk.as(name);
    return decideApproval(desk.parts, operator, approvalId, { decision, text }, note).then(
      ({ approval }) => approval.state,
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
  };
  const read = async (name: Name, approvalId: string) =>
    readApproval(desk.parts, await desk.as(name), approvalId);
  const whoSees = async (approvalId: string) => {
    const seen: Name[] = [];
    for (const name of names) {
      const items = await listApprovals(desk.parts, await desk.as(name), 'pending');
      if (items.some(({ id }) => id === approvalId)) seen.push(name);
    }
    return seen.join(' ');
  };
  const whoDecides = async (approvalId: string) => {
    const may: Name[] = [];
    for (const name of names) {
      const items = await listApprovals(desk.parts, await desk.as(name), 'waiting');
      if (items.some(({ id }) => id === approvalId)) may.push(name);
    }
    return may.join(' ');
  };
  const rowOf = async (approvalId: string) => {
    const [row] = await desk.test.store.db.select().from(approvals).where(eq(approvals.id, approvalId));
    if (!row) throw new Error('no such approval');
    return row;
  };
  const shift = (approvalId: string, column: 'expires_at' | 'usable_until') =>
    desk.test.store.db.execute(
      sql`update approvals set ${sql.identifier(column)} = now() - interval '1 second' where id = ${approvalId}`,
    );
  const soughtOf = ({ digest, resource }: { digest: string; resource: { type: string; id: string } }) => ({
    kind: 'pin.reveal' as const,
    resource,
    digest,
  });

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
    it('is void once what it is about changes, with the reason; one of the same digest may be kept', async () => {
      const asked = await desk.ask('leah');
      await decide('tom', asked.approvalId);
      const waiting = await desk.ask('leah', { resource: asked.resource, needed: 2 });
      const why = 'Tom Ashby added 2 rows at 09:44. Your approval no longer counts.';
      const { db } = desk.test.store;
      const kept = await db.transaction((tx) =>
        voidApprovals(desk.parts, tx, asked.resource, why, asked.digest),
      );
      expect(kept).toEqual([waiting.approvalId]);
      expect(await findStandingApproval(db, soughtOf(asked))).toBeDefined();
      await db.transaction((tx) => voidApprovals(desk.parts, tx, asked.resource, why));
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
