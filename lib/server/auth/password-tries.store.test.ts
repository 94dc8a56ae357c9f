import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../db/schema/staff.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { giveBackPasswordTries, takePasswordTry, triesBeforeLock } from './password-tries.ts';

describe('password tries', () => {
  let test: TestStore;
  let person: string;
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const takeMany = async (count: number, now?: Date) => {
    const taken = await Promise.all(
      Array.from({ length: count }, () => takePasswordTry(test.store.db, person, now)),
    );
    return taken.filter(Boolean).length;
  };
  beforeAll(async () => {
    test = await openTestStore();
    const [added] = await test.store.db
      .insert(people)
      .values({ name: 'Ada', email: 'ada@example.com', role: 'operator' })
      .returning();
    person = added?.id ?? '';
  });
  afterAll(() => test.drop());

  it('many tries at once get no more than as many one after the other', async () => {
    expect(await takeMany(20)).toBe(triesBeforeLock);
    expect(await takeMany(1)).toBe(0);
  });

  it('the lock ends after 15 minutes, with all tries anew', async () => {
    expect(await takeMany(1, later(14))).toBe(0);
    expect(await takeMany(20, later(16))).toBe(triesBeforeLock);
  });

  it('a right password gives the tries back', async () => {
    await giveBackPasswordTries(test.store.db, person);
    expect(await takeMany(3)).toBe(3);
    await giveBackPasswordTries(test.store.db, person);
    expect(await takeMany(20)).toBe(triesBeforeLock);
  });
});
