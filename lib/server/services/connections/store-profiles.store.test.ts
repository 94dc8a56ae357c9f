import { randomBytes, randomUUID } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { webhookDeliveries } from '../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import { storeConnection } from '../../wise/connections.ts';
import { storeProfiles } from './store-profiles.ts';

const vault = createVault([{ id: 'k', bytes: randomBytes(32) }]);
let opened: TestStore;

beforeAll(async () => {
  opened = await openTestStore();
  await storeConnection(opened.store.db, vault, { userId: '1', kind: 'user', refreshToken: 'r' });
});
afterAll(() => opened.drop());

it('what came for a profile before it was known is due once it is; another’s, and what was taken in, is not', async () => {
  const { db } = opened.store;
  const takenIn = (profileId: string, outcome: string) => ({
    contentDigest: randomUUID(),
    body: '{}',
    state: 'processed',
    attempts: 1,
    profileId,
    outcome,
  });
  await db
    .insert(webhookDeliveries)
    .values([takenIn('77', 'not-connected'), takenIn('78', 'not-connected'), takenIn('77', 'kept')]);
  const told = [{ id: '77', type: 'BUSINESS', name: 'Harbourline', state: 'VISIBLE' }];
  await storeProfiles(db, '1', told, new Date());
  const rows = await db
    .select({
      profileId: webhookDeliveries.profileId,
      state: webhookDeliveries.state,
      outcome: webhookDeliveries.outcome,
    })
    .from(webhookDeliveries)
    .orderBy(asc(webhookDeliveries.profileId), asc(webhookDeliveries.state));
  expect(rows).toEqual([
    { profileId: '77', state: 'processed', outcome: 'kept' },
    { profileId: '77', state: 'received', outcome: null },
    { profileId: '78', state: 'processed', outcome: 'not-connected' },
  ]);
});
