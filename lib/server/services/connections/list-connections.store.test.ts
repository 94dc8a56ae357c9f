import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionListQuery } from '../../../contracts/connections.schema.ts';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import { storeConnection } from '../../wise/connections.ts';
import { listConnections } from './list-connections.ts';
import { readConnectionDetails } from './read-connection.ts';
import { storeProfiles } from './store-profiles.ts';

const vault = createVault([{ id: 'k', bytes: randomBytes(32) }]);
const many = 3_000;

let opened: TestStore;
const parts = () => ({ store: opened.store });
const list = (query: Record<string, unknown> = {}) =>
  listConnections(parts(), connectionListQuery.parse(query));

beforeAll(async () => {
  opened = await openTestStore();
  const { db } = opened.store;
  const ids = Array.from({ length: many }, (_, index) => String(500_000 + index));
  await db.insert(wiseConnections).values(
    ids.map((userId, index) => ({
      userId,
      ownerName: `Person ${index % 700}`,
      searchText: `person ${index % 700}`,
      state: index % 100 === 0 ? 'broken' : 'working',
      lastUsedAt: index % 3 === 0 ? null : new Date(1_790_000_000_000 + (index % 50) * 1_000),
    })),
  );
  await db.insert(profiles).values(
    ids.map((userId) => ({
      id: `9${userId}`,
      userId,
      type: 'PERSONAL',
      name: `Firm ${userId}`,
      state: 'VISIBLE',
      searchText: `firm ${userId}`,
      readAt: new Date(),
    })),
  );
});
afterAll(() => opened.drop());

describe('thousands of connections', () => {
  test.each(['owner', '-used', 'expires', '-connected'])(
    'every one is met once, sorted by %s',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, limit: 200, ...(cursor !== undefined && { cursor }) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect([seen.length, new Set(seen).size]).toEqual([many, many]);
    },
  );

  test('are found by a profile’s name or number, and counted per state', async () => {
    expect((await list({ query: 'firm 500123' })).items.map(({ id }) => id)).toEqual(['500123']);
    expect((await list({ query: '9500124' })).items.map(({ id }) => id)).toEqual(['500124']);
    const broken = await list({ state: 'broken' });
    expect(broken.total).toBe(30);
    expect(broken.counts).toEqual({ working: 2_970, broken: 30, disconnected: 0 });
  });
});

describe('a profile that two Wise users reach', () => {
  const told = [{ id: '77', type: 'BUSINESS', name: 'Shared Ltd', state: 'VISIBLE' }];
  const connect = (userId: string, kind: 'user' | 'personal') =>
    storeConnection(opened.store.db, vault, { userId, kind, refreshToken: kind === 'user' ? 'r' : null });
  const reads = (userId: string) => storeProfiles(opened.store.db, userId, told, new Date());
  const ownerOf77 = async () => {
    const [row] = await opened.store.db
      .select({ userId: profiles.userId })
      .from(profiles)
      .where(sql`${profiles.id} = '77'`);
    return row?.userId;
  };

  test('stays with the one whose connection works and reaches cards', async () => {
    await connect('71', 'personal');
    await reads('71');
    expect(await ownerOf77()).toBe('71');
    await connect('72', 'user');
    await reads('72');
    expect(await ownerOf77()).toBe('72');
    await connect('73', 'user');
    for (const other of ['71', '73']) await reads(other);
    expect(await ownerOf77()).toBe('72');
    await opened.store.db.update(wiseConnections).set({ state: 'broken' }).where(sql`user_id = '72'`);
    await reads('73');
    expect(await ownerOf77()).toBe('73');
    const { profileList } = await readConnectionDetails(parts(), '73');
    expect(profileList).toMatchObject([{ id: '77', name: 'Shared Ltd', cards: 0 }]);
  });
});
