import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recipientClaims } from '../../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { makeClaim, noteAsked, noteNotAsked, takeClaim, underClaim } from './recipient-claims.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.drop());

let accounts = 0;
async function claimFirst() {
  const account = { profileId: '7', accountDigest: `account ${++accounts}` };
  const claim = await makeClaim(test.store, account);
  if (!claim) throw new Error('somebody had one before');
  return { account, claim };
}

it('is one person’s at a time, and free at once when the work is done', async () => {
  const { account, claim } = await claimFirst();
  const made = await underClaim(test.store, claim, async () => {
    expect(await makeClaim(test.store, account)).toBeUndefined();
    expect(await takeClaim(test.store, account)).toBeUndefined();
    return 'recipient';
  });
  expect(made).toBe('recipient');
  expect(await takeClaim(test.store, account)).toMatchObject({ askedAt: null });
});

it('is free at once when the work fails, and what was asked stays noted', async () => {
  const { account, claim } = await claimFirst();
  const work = underClaim(test.store, claim, () => Promise.reject(new Error('no answer')));
  await expect(work).rejects.toThrow('no answer');
  expect((await takeClaim(test.store, account))?.askedAt).toBeInstanceOf(Date);
});

it('stays with whoever took it over from one whose time ran out', async () => {
  const { account, claim } = await claimFirst();
  await underClaim(test.store, claim, async () => {
    await test.store.db.update(recipientClaims).set({ leasedUntil: sql`now() - interval '1 second'` });
    expect(await takeClaim(test.store, account)).toBeDefined();
    await noteAsked(test.store, account);
    await noteNotAsked(test.store, claim);
  });
  expect(await takeClaim(test.store, account)).toBeUndefined();
  await test.store.db.update(recipientClaims).set({ leasedUntil: sql`now() - interval '1 second'` });
  expect((await takeClaim(test.store, account))?.askedAt).toBeInstanceOf(Date);
});
