import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wiseAuthorizations } from '../../db/schema/wise.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { beginAuthorization, redirectUriOf, takeAuthorization } from './authorization.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.drop());

const env = {
  consoleUrl: 'https://console.example.com/',
  wise: { webUrl: 'https://wise.example.com', clientId: 'client 1' },
};
const admin = { sessionId: randomUUID(), personId: randomUUID() };
const begin = async (reconnects?: string) => {
  const url = new URL(await beginAuthorization(opened.store.db, env, admin, reconnects));
  return { url, state: url.searchParams.get('state') ?? '' };
};
const take = (state: string, who = admin) => takeAuthorization(opened.store.db, who, state);

describe('being sent to Wise and coming back', () => {
  test('goes to Wise’s page with the exact address to come back to', async () => {
    const { url, state } = await begin();
    expect(redirectUriOf(env)).toBe('https://console.example.com/api/connections/callback');
    expect(url.origin + url.pathname).toBe('https://wise.example.com/oauth/authorize/');
    expect(url.searchParams.get('redirect_uri')).toBe(redirectUriOf(env));
    expect(state).toMatch(/^[\w-]{43}$/);
    const rows = await opened.store.db.select().from(wiseAuthorizations);
    expect(JSON.stringify(rows)).not.toContain(state);
  });

  test('a state is good once, in its own session, for the user it was made for', async () => {
    const { state } = await begin('20000101');
    expect(await take(state)).toEqual({ reconnects: '20000101' });
    expect(await take(state)).toBeUndefined();
    expect(await take('never made')).toBeUndefined();
  });

  test('one that another session or person brings is spent by it', async () => {
    for (const other of [{ sessionId: randomUUID() }, { personId: randomUUID() }]) {
      const { state } = await begin();
      expect(await take(state, { ...admin, ...other })).toBeUndefined();
      expect(await take(state)).toBeUndefined();
    }
  });

  test('two that bring the same at once: one of them is let in', async () => {
    const { state } = await begin();
    const taken = await Promise.all([take(state), take(state)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('it is good for ten minutes, and what is too old goes when the next one is made', async () => {
    const { state } = await begin();
    await opened.store.db
      .update(wiseAuthorizations)
      .set({ expiresAt: sql`${wiseAuthorizations.expiresAt} - interval '10 minutes'` });
    expect(await take(state)).toBeUndefined();
    const { state: other } = await begin();
    await opened.store.db.update(wiseAuthorizations).set({ expiresAt: sql`now() + interval '1 second'` });
    expect(await take(other)).toEqual({ reconnects: undefined });
    await begin();
    await opened.store.db.update(wiseAuthorizations).set({ expiresAt: sql`now() - interval '1 second'` });
    await begin();
    expect(await opened.store.db.select().from(wiseAuthorizations)).toHaveLength(1);
  });
});
