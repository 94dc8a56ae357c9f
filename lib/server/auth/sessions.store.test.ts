import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { people, sessions as sessionsTable } from '../db/schema/staff.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import type { Store } from '../db/database.ts';
import { idleLimitMs, sessionChannel, Sessions } from './sessions.ts';

describe('sessions', () => {
  let test: TestStore;
  let personId: string;
  const replicaOn = async (store: Store) => {
    const sessions = new Sessions(store.db);
    await store.listen(
      sessionChannel,
      (person) => sessions.drop(person),
      () => sessions.drop(''),
    );
    return sessions;
  };
  beforeAll(async () => {
    test = await openTestStore();
    const [person] = await test.store.db
      .insert(people)
      .values({ name: 'Ada', email: 'ada@example.com', role: 'operator', flags: ['reveal'] })
      .returning();
    personId = person?.id ?? '';
  });
  afterAll(() => test.drop());

  it('a session ended on one replica is over on the other at once, although it was remembered there', async () => {
    const one = await replicaOn(test.store);
    const two = await replicaOn(await test.openAgain());
    const id = await one.create(personId);
    expect(await two.find(id, true)).toMatchObject({ name: 'Ada', role: 'operator', flags: ['reveal'] });
    await one.end(id);
    await vi.waitFor(async () => expect(await two.find(id, true)).toBeUndefined(), { timeout: 2000 });
  });

  it('an idle session is over, and what the page does by itself does not keep it', async () => {
    const sessions = await replicaOn(test.store);
    const id = await sessions.create(personId);
    const longAgo = new Date(Date.now() - idleLimitMs + 500);
    await test.store.db.update(sessionsTable).set({ lastSeenAt: longAgo }).where(eq(sessionsTable.id, id));
    expect(await sessions.find(id, false)).toBeDefined();
    await vi.waitFor(async () => expect(await sessions.find(id, false)).toBeUndefined(), { timeout: 3000 });
  });

  it('a disabled person’s session is nobody’s', async () => {
    const sessions = await replicaOn(test.store);
    const id = await sessions.create(personId);
    await test.store.db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId));
    expect(await sessions.find(id, true)).toBeUndefined();
  });

  it('many requests at once read the row once; what was read before a change is not remembered after it', async () => {
    let reads = 0;
    const counting = new Proxy(test.store.db, {
      get(db, name) {
        if (name === 'select') reads += 1;
        return Reflect.get(db, name);
      },
    });
    const sessions = new Sessions(counting);
    await test.store.db.update(people).set({ disabledAt: null }).where(eq(people.id, personId));
    const id = await sessions.create(personId);
    const found = await Promise.all(Array.from({ length: 30 }, () => sessions.find(id, false)));
    expect(found.every((operator) => operator?.name === 'Ada')).toBe(true);
    expect(reads).toBe(1);

    sessions.drop(personId);
    const early = sessions.find(id, false);
    sessions.drop(personId);
    await early;
    await sessions.find(id, false);
    expect(reads).toBe(3);
  });
});
