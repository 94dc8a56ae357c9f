import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardStatusChanges } from '../../db/schema/cards.ts';
import { declineCases } from '../../db/schema/cases.ts';
import { productionEvents } from '../../db/schema/kiosks.ts';
import { keepReading } from '../spending-permission-readings/keep-reading.ts';
import { openCases } from './open-cases.ts';
import { readCardTimeline } from './read-card-timeline.ts';
import { type DeclineDesk, openDeclineDesk } from './test-support/decline-desk.ts';

const cardToken = randomUUID();
const start = Date.now();
const minutes = (many: number) => new Date(start + many * 60_000);
let desk: DeclineDesk;
let caseId: string;
beforeAll(async () => {
  desk = await openDeclineDesk();
  await desk.addRule({ reasons: ['PAYMENT_METHOD_NOT_ALLOWED'] });
  const createdAt = minutes(0).toISOString();
  const transactionId = await desk.keep({ cardToken, createdAt, reason: 'PAYMENT_METHOD_NOT_ALLOWED' });
  await openCases(desk.parts);
  const [made] = await desk.test.store.db
    .select({ id: declineCases.id })
    .from(declineCases)
    .where(eq(declineCases.transactionId, transactionId));
  caseId = made?.id ?? '';
});
afterAll(() => desk.test.drop());

test('what happened to the card before the payment and after it, in one order', async () => {
  const { db } = desk.test.store;
  const frozen = { cardToken, profileId: '7', status: 'FROZEN', changedBy: 'client' };
  await db.insert(cardStatusChanges).values([
    { ...frozen, occurredAt: minutes(-60) },
    { ...frozen, status: 'ACTIVE', occurredAt: minutes(5) },
    { ...frozen, cardToken: randomUUID(), occurredAt: minutes(-30) },
  ]);
  const told = { cardToken, kioskId: 'WIS00001', occurredAt: minutes(-90), receivedAt: minutes(-80) };
  await db.insert(productionEvents).values([
    { ...told, id: randomUUID(), status: 'IN_PROGRESS', sentAt: minutes(-89) },
    { ...told, id: randomUUID(), status: 'PRODUCED', sentAt: minutes(-85) },
  ]);
  const switches = (isEnabled: boolean) => [{ type: 'ECOM', isEnabled, isLocked: false }];
  await keepReading(db, { cardToken, readAt: minutes(-70), permissions: switches(true) });
  await keepReading(db, { cardToken, readAt: minutes(-20), permissions: switches(false) });
  await keepReading(db, { cardToken, readAt: minutes(1), permissions: switches(false), isOfDecline: true });

  const found = await readCardTimeline(desk.parts, await desk.as('ines'), caseId);
  expect(found).toMatchObject({ declinedAt: minutes(0).toISOString(), isCut: false });
  const facts = found.moments.map((one) => [
    (Date.parse(one.at) - start) / 60_000,
    one.kind === 'card-event' ? one.event.to : one.kind === 'switches' ? one.place : one.kind,
  ]);
  expect(facts).toEqual([
    [5, 'ACTIVE'],
    [1, 'after'],
    [-20, 'before'],
    [-60, 'FROZEN'],
    [-85, 'production'],
    [-89, 'production'],
  ]);
  const before = found.moments.find((one) => one.kind === 'switches' && one.place === 'before');
  // Nobody here did it, so it was done elsewhere.
  expect(before).toMatchObject({ changed: [{ type: 'ECOM', isEnabled: false, isHere: false, by: null }] });
});

test('a case that is not there has no card', async () => {
  const wanted = readCardTimeline(desk.parts, await desk.as('ines'), randomUUID());
  await expect(wanted).rejects.toMatchObject({ code: 'not_found' });
});
