import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditTrail } from '../audit/audit-trail.ts';
import { SubjectTexts } from '../audit/subject-texts.ts';
import { cardStatusChanges } from '../db/schema/cards.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { createVault } from '../vault/vault.ts';
import { cursorBefore, readCardHistory } from './card-history.ts';

const token = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001';
const reader = { personId: '00000000-0000-4000-8000-000000000001', role: 'auditor' as const };
/** Microseconds that no page's moment tells. */
const moments = ['10:00:00.500900', '10:00:00.500100', '10:00:00.500', '10:00:00.499999', '09:00:00'];

describe('what happened to a card, page by page', () => {
  let test: TestStore;
  let texts: SubjectTexts;
  const read = (page: { cursor?: string; limit: number }, cardToken = token) =>
    readCardHistory({ store: test.store, texts }, reader, { token: cardToken }, page);

  beforeAll(async () => {
    test = await openTestStore();
    texts = new SubjectTexts(test.store.db, createVault([{ id: 'k1', bytes: randomBytes(32) }]));
    for (const moment of moments)
      await test.store.executeSql(
        `insert into card_status_changes (card_token, profile_id, status, changed_by, occurred_at)
         values ('${token}', '1', 'FROZEN', 'internal_system', '2026-11-20 ${moment}Z')`,
      );
    const rows = await test.store.db.select({ id: cardStatusChanges.id }).from(cardStatusChanges);
    expect(rows).toHaveLength(moments.length);
  });
  afterAll(() => test.drop());

  it.each([1, 2, 3, 5])('pages of %i show several changes of one millisecond once each', async (limit) => {
    const shown: string[] = [];
    const times: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await read({ limit, ...(cursor !== undefined && { cursor }) });
      shown.push(...page.items.map(({ id }) => id));
      times.push(...page.items.map(({ at }) => at));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(shown).size).toBe(shown.length);
    expect(times).toEqual([
      ...Array.from({ length: 3 }, () => '2026-11-20T10:00:00.500Z'),
      '2026-11-20T10:00:00.499Z',
      '2026-11-20T09:00:00.000Z',
    ]);
  });

  it('shows what was told soon after an act and is not what it did', async () => {
    const frozen = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9002';
    const act = {
      action: 'cards.update-status',
      actor: { personId: reader.personId, role: 'operator' as const },
      target: { type: 'card' as const, id: frozen, profileId: '1' },
      details: { to: 'FROZEN' },
    };
    const audit = new AuditTrail(test.store.db, texts, () => undefined);
    const intentSequence = await audit.append({ ...act, phase: 'intent' });
    await audit.append({ ...act, phase: 'outcome', outcome: 'succeeded', intentSequence });
    const now = Date.now();
    const told = (status: string, secondsLater: number) => ({
      cardToken: frozen,
      profileId: '1',
      status,
      changedBy: 'the-client',
      occurredAt: new Date(now + secondsLater * 1000),
    });
    await test.store.db
      .insert(cardStatusChanges)
      .values([told('FROZEN', 1), told('ACTIVE', 20), told('FROZEN', 40)]);
    const { items } = await read({ limit: 10 }, frozen);
    expect(items.map(({ to, via }) => `${to} ${via}`)).toEqual([
      'FROZEN partner-api',
      'ACTIVE partner-api',
      'FROZEN console',
    ]);
  });

  it('begins before a moment with nothing of that moment', async () => {
    const { items } = await read({ cursor: cursorBefore(new Date('2026-11-20T10:00:00.500Z')), limit: 10 });
    expect(items.map(({ at }) => at)).toEqual(['2026-11-20T10:00:00.499Z', '2026-11-20T09:00:00.000Z']);
  });

  it.each(['yesterday', '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000Z~many', '~1'])(
    'refuses %s as a cursor',
    async (cursor) => {
      await expect(read({ cursor, limit: 2 })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  );
});
