import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq, inArray } from 'drizzle-orm';
import { declineCases } from '../../db/schema/cases.ts';
import { countDesk, listDueCases } from './count-desk.ts';
import { openCases } from './open-cases.ts';
import { type DeclineDesk, openDeclineDesk } from './test-support/decline-desk.ts';

let desk: DeclineDesk;
beforeAll(async () => {
  desk = await openDeclineDesk();
});
afterAll(() => desk.test.drop());

test('what is late, what is due within a day, and whose it is', async () => {
  const { db } = desk.test.store;
  const [ines, karim] = await Promise.all([desk.as('ines'), desk.as('karim')]);
  expect(await listDueCases(db, ines)).toEqual([]);
  await desk.addRule({ reasons: ['CARD_FROZEN'] }, { dueHours: 72 });
  const [own, ofKarim, untaken, closed] = await desk.declined({}, {}, {}, {}, {});
  await openCases(desk.parts);
  const ids = (...wanted: (string | undefined)[]) =>
    inArray(
      declineCases.transactionId,
      wanted.map((id) => id ?? ''),
    );
  const lately = new Date(Date.now() - 60_000);
  await db
    .update(declineCases)
    .set({ dueAt: lately })
    .where(ids(own, ofKarim, untaken, closed));
  await db.update(declineCases).set({ assigneeId: ines.personId }).where(ids(own));
  await db.update(declineCases).set({ assigneeId: karim.personId }).where(ids(ofKarim));
  await db.update(declineCases).set({ closedAt: lately }).where(ids(closed));
  const counts = { open: 4, late: 3, dueSoon: 0, yours: 1, yoursLate: 1, untakenLate: 1, waitsForYou: 2 };
  expect(await countDesk(db, ines)).toMatchObject(counts);

  await db
    .update(declineCases)
    .set({ dueAt: new Date(Date.now() + 3_600_000) })
    .where(eq(declineCases.assigneeId, karim.personId));
  expect(await countDesk(db, karim)).toMatchObject({ late: 2, dueSoon: 1, yours: 1, waitsForYou: 2 });
  expect(await listDueCases(db, karim)).toEqual([
    { kind: 'cases', at: lately.toISOString(), late: 2, dueSoon: 1, yours: 1, yoursLate: 0, untakenLate: 1 },
  ]);
});
