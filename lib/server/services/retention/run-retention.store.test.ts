import { randomUUID } from 'node:crypto';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleEvents } from '../../db/schema/audit.ts';
import { accessLog } from '../../db/schema/cards.ts';
import { legalHolds, retentionRuns } from '../../db/schema/retention.ts';
import { cardTransactionIds, cardTransactions, cardTransactionSteps } from '../../db/schema/transactions.ts';
import { webhookDeliveries } from '../../db/schema/wise.ts';
import { daysAgo, openRetentionDesk, type RetentionDesk } from './test-support/retention-desk.ts';

const profileId = '7';

describe('deleting what has passed its time', () => {
  let desk: RetentionDesk;
  const db = () => desk.test.store.db;
  beforeAll(async () => {
    desk = await openRetentionDesk();
  });
  afterAll(() => desk.test.drop());
  beforeEach(() => desk.empty());

  it('goes row by row in portions, with every state, and what is counted stays true', async () => {
    const old = Array.from({ length: 1100 }, (_, place) => ({
      id: String(1000 + place),
      cardToken: `card-${place % 7}`,
      state: place % 3 === 0 ? 'DECLINED' : 'COMPLETED',
      createdAt: daysAgo(185 + (place % 60)).toISOString(),
    }));
    const young = { id: '9000', createdAt: daysAgo(178).toISOString() };
    await desk.keepAll(...old, young);
    await desk.keepFor('card-transactions', 180);
    await desk.run();
    for (const table of [cardTransactionIds, cardTransactions, cardTransactionSteps])
      expect(await desk.idsIn(table)).toEqual(['9000']);
    await desk.expectCountsTrue();
    const [done] = await db()
      .select()
      .from(retentionRuns)
      .where(eq(retentionRuns.className, 'card-transactions'));
    expect(done).toMatchObject({ passed: 1100, deleted: 1100 });
    expect(done?.endedAt).not.toBeNull();
    expect(
      await db().$count(consoleEvents, eq(consoleEvents.event, { type: 'retention.changed' })),
      'open pages read again when it begins and when it is over',
    ).toBe(2);
  });

  it('drops a month once nothing is left of it, and none that holds something', async () => {
    const months = async () => {
      const { rows } = await desk.test.store.executeSql(
        `select relname as name from pg_class where relkind = 'r' and relname like 'card_transactions_2%' order by 1`,
      );
      return rows.map(({ name }) => String(name));
    };
    const monthOf = (days: number) =>
      `card_transactions_${daysAgo(days).toISOString().slice(0, 7).replace('-', '_')}`;
    await desk.hold({ profileId: '8' });
    await desk.keepAll(
      { id: '1', createdAt: daysAgo(900).toISOString() },
      { id: '2', createdAt: daysAgo(800).toISOString(), profileId: '8' },
      { id: '3' },
    );
    expect(await months()).toContain(monthOf(900));
    await desk.keepFor('card-transactions', 180);
    await desk.run();
    expect(await months()).not.toContain(monthOf(900));
    expect(await months()).toContain(monthOf(800));
    expect(await desk.idsIn(cardTransactions)).toEqual(['2', '3']);
    await desk.keepAll({ id: '4', createdAt: daysAgo(900).toISOString() });
    expect(await months(), 'and none is made again').not.toContain(monthOf(900));
  });

  it('a run that died is gone on with: what went is counted once, and nothing is asked of the trail again', async () => {
    const told = Array.from({ length: 900 }, (_, place) => ({
      id: String(1000 + place),
      createdAt: new Date(daysAgo(300).getTime() + place * 1000).toISOString(),
    }));
    await desk.keepAll(...told);
    await desk.keepFor('card-transactions', 180);
    await db().execute(sql`create function break_off() returns trigger language plpgsql as $$
      begin if old.transaction_id = 1700 then raise exception 'cut off'; end if; return old; end $$`);
    await db().execute(
      sql`create trigger breaks_off before delete on card_transaction_ids for each row execute function break_off()`,
    );
    await expect(desk.run()).rejects.toThrow();
    expect(await desk.idsIn(cardTransactions)).toHaveLength(400);
    await desk.expectCountsTrue();
    await db().execute(sql`drop function break_off cascade`);
    await desk.run();
    await desk.run();
    expect(await desk.idsIn(cardTransactionSteps)).toEqual([]);
    await desk.expectCountsTrue();
    const runs = await db()
      .select()
      .from(retentionRuns)
      .where(eq(retentionRuns.className, 'card-transactions'));
    expect(runs).toMatchObject([{ passed: 900, deleted: 900 }]);
  });

  it('nothing that has passed its time comes back by a late delivery or a reading', async () => {
    await desk.keepFor('card-transactions', 180);
    await desk.keepAll({ id: '31', createdAt: daysAgo(200).toISOString() });
    await desk.keepAll({ id: '32', createdAt: daysAgo(200).toISOString(), source: 'reading' }, { id: '33' });
    expect(await desk.idsIn(cardTransactionIds)).toEqual(['33']);
    expect(await desk.idsIn(cardTransactionSteps)).toEqual(['33']);
  });

  it('deliveries that were taken in and the access log go too, but for what is held', async () => {
    const deliver = (digest: string, days: number, more: object = {}) =>
      db()
        .insert(webhookDeliveries)
        .values({
          contentDigest: digest,
          body: '{}',
          state: 'processed',
          profileId,
          receivedAt: daysAgo(days),
          ...more,
        });
    await deliver('old', 40);
    await deliver('waits', 40, { state: 'received' });
    await deliver('held', 40, { profileId: '8' });
    await deliver('young', 20);
    const personId = randomUUID();
    const opened = (subjectId: string, days: number) => ({
      personId,
      subjectType: 'card',
      subjectId,
      profileId: '8',
      at: daysAgo(days),
    });
    await db()
      .insert(accessLog)
      .values([opened('held-card', 40), opened('other', 40), opened('other', 20)]);
    const person = await desk.as('ines');
    await db()
      .insert(legalHolds)
      .values({ profileId: '8', cardToken: 'held-card', reasonSealed: 'x', placedBy: person.personId });
    await desk.keepFor('webhook-deliveries', 30);
    await desk.keepFor('access-log', 30);
    await desk.run();
    const left = await db()
      .select({ digest: webhookDeliveries.contentDigest })
      .from(webhookDeliveries)
      .orderBy(asc(webhookDeliveries.contentDigest));
    expect(left.map(({ digest }) => digest)).toEqual(['held', 'waits', 'young']);
    const visits = await db()
      .select({ subjectId: accessLog.subjectId, at: accessLog.at })
      .from(accessLog)
      .where(and(eq(accessLog.personId, personId), ne(accessLog.subjectId, '')));
    expect(visits.map(({ subjectId }) => subjectId).sort()).toEqual(['held-card', 'other']);
  });
});
