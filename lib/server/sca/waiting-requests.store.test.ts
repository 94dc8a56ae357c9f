import { randomBytes, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scaRequests } from '../db/schema/sca.ts';
import { people } from '../db/schema/staff.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { resealEverything } from '../vault/reseal.ts';
import { createVault } from '../vault/vault.ts';
import {
  findWaitingRequest,
  keepWaitingRequest,
  pruneWaitingRequests,
  takeWaitingRequest,
  type WaitingContent,
} from './waiting-requests.ts';

const keyOf = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const content: WaitingContent = {
  request: { method: 'POST', path: '/api/there', body: '{"a":1}', idempotencyKey: null },
  action: 'cards.update-status',
  details: { to: 'FROZEN' },
  asked: { method: 'PUT', host: 'api', path: '/v3/there', headers: {}, body: '{}', digest: 'd' },
  oneTimeToken: 'one-time-token-of-the-test',
  challenges: [{ type: 'SMS', alternatives: [], required: true }],
  kept: { contentKey: 'content-key-of-the-test' },
};

describe('waiting requests', () => {
  const [first, next] = [keyOf('first'), keyOf('next')];
  const vault = createVault(parseVaultKeys(first));
  const operator = { personId: '', sessionId: randomUUID() };
  let test: TestStore;
  const parts = () => ({ store: test.store, vault });
  const keep = (forMs = 60_000) =>
    keepWaitingRequest(
      parts(),
      {
        id: randomUUID(),
        ...operator,
        profileId: '30000001',
        userId: '20000001',
        expiresAt: new Date(Date.now() + forMs),
      },
      content,
    );
  const over = { code: 'sca_over' };

  beforeAll(async () => {
    test = await openTestStore();
    const [added] = await test.store.db
      .insert(people)
      .values({ name: 'Ada', email: 'ada@example.com', role: 'operator' })
      .returning();
    operator.personId = added?.id ?? '';
  });
  afterAll(() => test.drop());

  it('are found by whoever asked, in the session they asked in, and hold nothing readable', async () => {
    const { id } = await keep();
    expect((await findWaitingRequest(parts(), operator, id)).content).toEqual(content);
    for (const other of [
      { ...operator, personId: randomUUID() },
      { ...operator, sessionId: randomUUID() },
    ]) {
      await expect(findWaitingRequest(parts(), other, id)).rejects.toMatchObject(over);
      await expect(takeWaitingRequest(parts(), other, id)).rejects.toMatchObject(over);
    }
    const [row] = await test.store.db.select().from(scaRequests).where(eq(scaRequests.id, id));
    expect(JSON.stringify(row)).not.toMatch(/of-the-test/);
  });

  it('are taken once, by one of many who come at once', async () => {
    const { id } = await keep();
    const taken = await Promise.allSettled(
      Array.from({ length: 5 }, () => takeWaitingRequest(parts(), operator, id)),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(findWaitingRequest(parts(), operator, id)).rejects.toMatchObject(over);
  });

  it('are over when their time is, and leave the store', async () => {
    const { id } = await keep(-1000);
    await expect(findWaitingRequest(parts(), operator, id)).rejects.toMatchObject(over);
    await expect(takeWaitingRequest(parts(), operator, id)).rejects.toMatchObject(over);
    await pruneWaitingRequests(test.store.db);
    expect(await test.store.db.$count(scaRequests, eq(scaRequests.id, id))).toBe(0);
  });

  it('open in no other session, for no other profile, even where the store was changed', async () => {
    const { id } = await keep();
    const sessionId = randomUUID();
    await test.store.db.update(scaRequests).set({ sessionId }).where(eq(scaRequests.id, id));
    await expect(findWaitingRequest(parts(), { ...operator, sessionId }, id)).rejects.toMatchObject(over);
    const another = await keep();
    await test.store.db
      .update(scaRequests)
      .set({ profileId: '30000002' })
      .where(eq(scaRequests.id, another.id));
    await expect(findWaitingRequest(parts(), operator, another.id)).rejects.toMatchObject(over);
  });

  it('are sealed anew when keys change', async () => {
    await test.store.db.delete(scaRequests).where(sql`true`);
    const { id } = await keep();
    const both = createVault(parseVaultKeys(`${next},${first}`));
    expect(await resealEverything(test.store.db, both)).toEqual({ unreadable: 0 });
    const afterwards = createVault(parseVaultKeys(next));
    const found = await findWaitingRequest({ store: test.store, vault: afterwards }, operator, id);
    expect(found.content).toEqual(content);
  });
});
