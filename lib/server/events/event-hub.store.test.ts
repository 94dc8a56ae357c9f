import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { EventHub, type KeptEvent, publishEvent, type StoredEvent } from './event-hub.ts';

const event = (cardToken: string) => ({ type: 'card.changed' as const, profileId: '1', cardToken });

const id = '5f0d6a37-6c0b-4a57-9d7a-0a5e4b7d9001';
const oneOfEach: { [Type in KeptEvent['type']]: Extract<KeptEvent, { type: Type }> } = {
  'card.changed': event('c'),
  'card-transaction.changed': {
    type: 'card-transaction.changed',
    profileId: '1',
    cardToken: 'c',
    transactionId: '2',
  },
  'bulk.changed': { type: 'bulk.changed', bulkId: id },
  'batch.changed': { type: 'batch.changed', batchGroupId: id },
  'cards.synced': { type: 'cards.synced' },
  'card-order.changed': { type: 'card-order.changed', profileId: '1', orderId: '2' },
  'production.changed': { type: 'production.changed', profileId: '1', cardToken: 'a' },
  'balances.changed': { type: 'balances.changed', profileId: '1' },
  'branch.changed': { type: 'branch.changed', branchId: 'leeds' },
  'webhooks.changed': { type: 'webhooks.changed' },
  'connections.changed': { type: 'connections.changed' },
  'hold.changed': { type: 'hold.changed', profileId: '1', cardToken: 'c', holdId: id, wasOpen: true },
  'approvals.changed': { type: 'approvals.changed', approvalId: id },
  'approval-rules.changed': { type: 'approval-rules.changed' },
  'cases.changed': { type: 'cases.changed' },
  'desk-rules.changed': { type: 'desk-rules.changed' },
  'retention.changed': { type: 'retention.changed' },
  'new-codes.changed': { type: 'new-codes.changed' },
  'decline-reasons.changed': { type: 'decline-reasons.changed' },
  'views.changed': { type: 'views.changed', team: 'operator' },
  'staff.changed': { type: 'staff.changed' },
  'sessions.changed': { type: 'sessions.changed' },
};

describe('event hub', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.drop());

  it('every replica hears every event once, in the order of ids, even when transactions overlap', async () => {
    const replicas = [new EventHub(test.store), new EventHub(await test.openAgain())];
    const heard: StoredEvent[][] = replicas.map(() => []);
    for (const [index, hub] of replicas.entries()) {
      await hub.start();
      hub.subscribe((stored) => heard[index]?.push(stored));
    }
    const { db } = test.store;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => db.transaction((tx) => publishEvent(tx, event(`c${index}`)))),
    );
    await vi.waitFor(() => expect(heard.map((list) => list.length)).toEqual([20, 20]), { timeout: 5000 });
    for (const list of heard) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(new Set(ids).size).toBe(20);
    }
  });

  it('an event of every kind is read as it was told, so that none keeps back those after it', async () => {
    const hub = new EventHub(test.store);
    const before = await hub.newestId();
    const told = Object.values(oneOfEach);
    await test.store.db.transaction((tx) => publishEvent(tx, ...told));
    expect((await hub.readAfter(before)).map((stored) => stored.event)).toEqual(told);
  });

  it('an event of a transaction that fails is never heard', async () => {
    const hub = new EventHub(test.store);
    const before = await hub.newestId();
    await test.store.db
      .transaction(async (tx) => {
        await publishEvent(tx, event('never'));
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await hub.readAfter(before)).toEqual([]);
  });
});
