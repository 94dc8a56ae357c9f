import { afterAll, beforeAll, expect, test } from 'vitest';
import { GuardedReason } from '../catalogues/decline-reasons/guarded-reason.ts';
import type { Database } from '../db/database.ts';
import { spendingPermissionReadingsDue as due } from '../db/schema/spending-permissions.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { addConnectedProfile, addProfile } from '../db/test-support/add-profile.ts';
import { toldTransaction } from '../services/card-transactions/archive/test-support/told-transaction.ts';
import { findSwitchesAt, offAt } from '../services/spending-permission-readings/find-readings.ts';
import { keepReading } from '../services/spending-permission-readings/keep-reading.ts';
import { noteSwitchesDue } from '../services/spending-permission-readings/note-due.ts';
import { readSwitchesAfterDeclines } from './read-switches-after-declines.ts';

const cardToken = 'c0000000-0000-4000-8000-000000000001';
const switches = (isOnline: boolean) => [
  { type: 'POS_CHIP', isEnabled: true, isLocked: false },
  { type: 'ECOM', isEnabled: isOnline, isLocked: false },
];
const start = Date.now();
const minutesAgo = (minutes: number) => new Date(start - minutes * 60_000);
let opened: TestStore;
let db: Database;
let asked = 0;
beforeAll(async () => {
  opened = await openTestStore();
  db = opened.store.db;
  await addConnectedProfile(db, { id: '7', userId: '70' });
});
afterAll(() => opened.drop());

const note = (id: string, reason: string, at: Date, detail: string | null = null) => {
  const { transaction } = toldTransaction({
    id,
    cardToken,
    createdAt: at.toISOString(),
    step: 'AUTH',
    state: 'DECLINED',
    amount: '5',
    second: 0,
  });
  return noteSwitchesDue({ store: opened.store, jobs: { ask: async () => void asked++ } }, '7', {
    ...transaction,
    reason: GuardedReason.of('DECLINED', reason, detail),
  });
};
const run = (answer: () => Promise<ReturnType<typeof switches>>) =>
  readSwitchesAfterDeclines({
    store: opened.store,
    wise: { spendingPermissions: { getSpendingPermissions: answer } },
  });
const waiting = async () => (await db.select().from(due)).map(({ transactionId }) => transactionId);

test('a reading is kept where it says something new, and confirmed where it does not', async () => {
  for (const [minutes, isOnline] of [
    [50, true],
    [40, true],
    [30, false],
  ] as const)
    await keepReading(db, { cardToken, readAt: minutesAgo(minutes), permissions: switches(isOnline) });
  const { after, before } = await findSwitchesAt(db, cardToken, minutesAgo(35));
  expect(Date.parse(before?.confirmedAt ?? '') - Date.parse(before?.readAt ?? '')).toBe(600_000);
  expect(before?.permissions).toEqual(switches(true).toReversed());
  expect(after?.permissions).toEqual(switches(false).toReversed());
  // Read five minutes later: soon enough for what stood then. Half an hour earlier nobody can know.
  expect(offAt({ after, before }, minutesAgo(35))).toEqual(['ECOM']);
  expect(offAt({ after, before }, minutesAgo(45))).toEqual([]);
});

test('after a payment that met a switch the card is read once, and the reading is kept beside an equal one', async () => {
  const declinedAt = minutesAgo(1);
  await note('901', 'PAYMENT_METHOD_NOT_ALLOWED', declinedAt);
  await note('901', 'PAYMENT_METHOD_NOT_ALLOWED', declinedAt);
  await note('902', 'CARD_FROZEN', declinedAt);
  await note('903', 'PAYMENT_METHOD_NOT_ALLOWED', minutesAgo(61));
  await note('905', 'PAYMENT_METHOD_NOT_ALLOWED', declinedAt, 'SUSPECTED_FRAUD_AML_CHECK');
  expect(asked).toBe(1);
  expect(await waiting()).toEqual(['901']);
  let read = 0;
  await run(async () => {
    read++;
    return switches(false);
  });
  expect([read, await waiting()]).toEqual([1, []]);
  const { after } = await findSwitchesAt(db, cardToken, declinedAt);
  expect(after?.permissions).toEqual(switches(false).toReversed());
});

test('where Wise does not answer it is tried again later, and given up once it would say nothing', async () => {
  await note('904', 'PAYMENT_METHOD_NOT_ALLOWED', minutesAgo(2));
  const refuse = () => Promise.reject(new Error('no answer'));
  await run(refuse);
  expect(await waiting()).toEqual(['904']);
  let read = 0;
  await run(async () => {
    read++;
    return switches(true);
  });
  expect(read).toBe(0);
  await db.update(due).set({ dueAt: minutesAgo(1), declinedAt: minutesAgo(61) });
  await run(refuse);
  expect(await waiting()).toEqual([]);
});

test('transactions of one id at two profiles are read both', async () => {
  await addProfile(db, { id: '8', userId: '70', type: 'BUSINESS', name: 'Quay Ltd' });
  await db.insert(due).values(
    ['7', '8'].map((profileId) => ({
      cardToken,
      declinedAt: minutesAgo(1),
      profileId,
      transactionId: '906',
    })),
  );
  let read = 0;
  await run(async () => {
    read++;
    return switches(true);
  });
  expect([read, await waiting()]).toEqual([2, []]);
});
