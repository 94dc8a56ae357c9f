import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseEntries, caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { tryRule } from '../desk-rules/try-rule.ts';
import { openCases } from './open-cases.ts';
import { type DeclineDesk, openDeclineDesk } from './test-support/decline-desk.ts';

describe('the job that opens cases', () => {
  let desk: DeclineDesk;
  beforeAll(async () => {
    desk = await openDeclineDesk();
  });
  afterAll(() => desk.test.drop());
  const casesOf = async (ids: string[]) =>
    (
      await desk.test.store.db
        .select()
        .from(declineCases)
        .where(inArray(declineCases.transactionId, ids))
        .orderBy(declineCases.transactionId)
    ).map((row) => ({ ...row, rules: JSON.stringify(row.rules) }));
  const idsWithCase = async (ids: string[]) => (await casesOf(ids)).map(({ transactionId }) => transactionId);
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  it('opens one for each declined payment that meets a rule, whichever of them, and never a second', async () => {
    await desk.addRule({ reasons: ['SUSPECTED_FRAUD_AML'] }, { dueHours: 8, severity: 'high' });
    await desk.addRule({ reasons: ['SUSPECTED_FRAUD_AML', 'CARD_EXPIRED'] }, { dueHours: 2 });
    const ids = await desk.declined(
      { reason: 'SUSPECTED_FRAUD_AML' },
      { reason: 'CARD_EXPIRED' },
      { reason: 'CARD_FROZEN' },
      { reason: null, state: 'COMPLETED' },
    );
    await openCases(desk.parts);
    const cases = await casesOf(ids);
    expect(cases.map(({ severity, transactionId }) => [transactionId, severity])).toEqual([
      [ids[0], 'high'],
      [ids[1], 'low'],
    ]);
    expect(JSON.parse(cases[0]?.rules ?? '')).toHaveLength(2);
    const [both] = cases;
    const hours = ((both?.dueAt.getTime() ?? 0) - (both?.openedAt.getTime() ?? 0)) / 3_600_000;
    expect(hours, 'the shortest time of its rules').toBe(2);
    expect(await openCases(desk.parts)).toBe(0);
    expect(await casesOf(ids)).toEqual(cases);
    const entries = await desk.test.store.db
      .select({ kind: caseEntries.kind, personId: caseEntries.personId })
      .from(caseEntries)
      .where(eq(caseEntries.caseId, both?.id ?? ''));
    expect(entries).toEqual([{ kind: 'opened', personId: null }]);
  });

  it('opens each once when two replicas run it at the same time', async () => {
    const ids = await desk.declined(...Array.from({ length: 12 }, () => ({ reason: 'SUSPECTED_FRAUD_AML' })));
    const other = { ...desk.parts, store: await desk.test.openAgain() };
    const opened = await Promise.all([openCases(desk.parts), openCases(other)]);
    expect(opened[0] + opened[1]).toBe(12);
    expect(await idsWithCase(ids)).toEqual(ids);
  });

  it('meets what was stored while the last run went on', async () => {
    const [id = ''] = await desk.declined({ reason: 'CARD_EXPIRED' });
    await desk.test.store.db
      .update(cardTransactions)
      .set({ changedAt: sql`now() - interval '90 seconds'` })
      .where(eq(cardTransactions.transactionId, id));
    await openCases(desk.parts);
    expect(await idsWithCase([id])).toEqual([id]);
  });

  it('counts repetition on a card, and at a shop over several cards', async () => {
    await desk.addRule({ sameCard: { times: 3, minutes: 10 } });
    await desk.addRule({ sameMerchant: { cards: 3, minutes: 10 } });
    const cardToken = 'b0000000-0000-4000-8000-000000000001';
    const at = (minutes: number) => ({ cardToken, merchant: `Shop ${minutes}`, createdAt: ago(minutes) });
    const onCard = await desk.declined(at(30), at(8), at(5), at(1));
    const merchant = 'Ondina Books';
    const atShop = await desk.declined(
      { merchant, createdAt: ago(9) },
      { merchant: ' ondina books ', createdAt: ago(6) },
      { merchant, createdAt: ago(2) },
    );
    await openCases(desk.parts);
    expect(await idsWithCase([...onCard, ...atShop])).toEqual([onCard[3], atShop[2]]);
    const [last] = await casesOf(onCard);
    const related = await desk.test.store.db
      .select({ id: caseTransactions.transactionId })
      .from(caseTransactions)
      .where(eq(caseTransactions.caseId, last?.id ?? ''));
    expect(related.map(({ id }) => id).sort()).toEqual([onCard[1], onCard[2]]);
  });

  it('waits an hour with a soft decline, and leaves out what went through meanwhile', async () => {
    const reason = 'CONTACTLESS_PIN_ENTRY_REQUIRED';
    await desk.addRule({ reasons: [reason] });
    const cardToken = 'b0000000-0000-4000-8000-000000000002';
    const paid = await desk.keep({ reason, cardToken, createdAt: ago(61) });
    await desk.keep({ cardToken, state: 'COMPLETED', reason: null, createdAt: ago(59) });
    const [lost, young] = await desk.declined({ reason, createdAt: ago(61) }, { reason, createdAt: ago(30) });
    await desk.test.store.db.update(cardTransactions).set({ changedAt: cardTransactions.createdAt });
    await openCases(desk.parts);
    expect(await idsWithCase([paid, lost ?? '', young ?? ''])).toEqual([lost]);
    expect(await idsWithCase([young ?? '']), 'it may still go through').toEqual([]);
  });

  it('opens one where no shop is named, and does not wait for a clock that is ahead', async () => {
    const ahead = new Date(Date.now() + 3 * 3_600_000).toISOString();
    const ids = await desk.declined(
      { reason: 'SUSPECTED_FRAUD_AML', merchant: null },
      { reason: 'SUSPECTED_FRAUD_AML', createdAt: ahead },
      { reason: 'CONTACTLESS_PIN_ENTRY_REQUIRED', createdAt: ahead },
    );
    await desk.test.store.db
      .update(cardTransactions)
      .set({ changedAt: sql`now() - interval '61 minutes'` })
      .where(eq(cardTransactions.transactionId, ids[2] ?? ''));
    await openCases(desk.parts);
    expect(await idsWithCase(ids)).toEqual(ids);
  });

  it('a trial tells what a rule would have opened and writes nothing', async () => {
    const before = await desk.test.store.db.select().from(declineCases);
    const conditions = { mccs: ['5411'], reasons: ['INSUFFICIENT_FUNDS'] };
    const day = new Date(Date.now() - 86_400_000).toISOString();
    const ids = await desk.declined(
      ...Array.from({ length: 22 }, () => ({ reason: 'INSUFFICIENT_FUNDS', createdAt: day })),
      { reason: 'INSUFFICIENT_FUNDS', createdAt: new Date(Date.now() - 31 * 86_400_000).toISOString() },
    );
    const trial = await tryRule(desk.parts, await desk.as('ines'), conditions);
    expect(trial).toMatchObject({ total: 22, days: [{ day: day.slice(0, 10), cases: 22 }] });
    expect(trial.first.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect(await desk.test.store.db.select().from(declineCases)).toEqual(before);
  });
});
