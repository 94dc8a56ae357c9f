import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openingMs, openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { EventHub, publishEvent, type StoredEvent } from './event-hub.ts';

const event = (cardToken: string) => ({ type: 'card.changed' as const, profileId: '1', cardToken });

describe('event hub', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, openingMs);
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
