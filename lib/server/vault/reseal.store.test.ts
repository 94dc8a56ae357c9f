import { randomBytes, randomUUID } from 'node:crypto';
import { eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditKey } from '../audit/signing.ts';
import { SubjectTexts } from '../audit/subject-texts.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { consoleKeys, subjectKeys } from '../db/schema/audit.ts';
import { idempotencyKeys } from '../db/schema/cards.ts';
import { wiseConnections } from '../db/schema/wise.ts';
import { claimKey } from '../http/idempotency.ts';
import { userTokenRow } from '../wise/token-store.ts';
import { importConnections } from '../wise/connections.ts';
import { parseVaultKeys } from './keys.ts';
import { countToReseal, resealEverything, sealedColumns } from './reseal.ts';
import { createVault, type Vault } from './vault.ts';

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const vaultOf = (...keys: string[]) => createVault(parseVaultKeys(keys.join(',')));
/** Sealed under a subject's own key, which is sealed here. */
const underSubjectKey = new Set([
  'approval_decisions.note_sealed',
  'audit_texts.sealed',
  'bulk_changes.reason_sealed',
  'card_holds.reason_sealed',
  'case_entries.text_sealed',
  'legal_holds.reason_sealed',
]);

const digests = async () => (text: string) => text;

describe('resealing', () => {
  const [oldKey, newest] = [newKey('old'), newKey('newest')];
  let test: TestStore;
  let rotated: Vault;
  const scope = { personId: randomUUID(), endpoint: 'PUT /api/x', path: '/api/x' };

  beforeAll(async () => {
    test = await openTestStore();
    const before = vaultOf(oldKey);
    const { db } = test.store;
    const connections = Array.from({ length: 450 }, (_, index) => ({
      userId: String(index),
      refreshToken: `refresh-${index}`,
    }));
    await importConnections(db, before, connections);
    await readAuditKey(db, before);
    await new SubjectTexts(db, before).sealFor(
      'card',
      { table: 'card_holds', column: 'reason_sealed' },
      'why',
    );
    const claimed = await claimKey({ digests, store: { db }, vault: before }, scope, 'a-key-of-mine', '{}');
    if ('claim' in claimed) await claimed.claim.keep(new Response('{"kept":true}'), undefined);
    rotated = vaultOf(newest, oldKey);
  });
  afterAll(() => test.drop());

  it('knows every sealed column of the store', async () => {
    const found = await test.store.db.execute(
      sql`select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and column_name like '%sealed'`,
    );
    const known = new Set(sealedColumns.map(({ column, table }) => `${table}.${column}`));
    const columns = z.object({ rows: z.array(z.object({ name: z.string() })) });
    const missing = columns
      .parse(found)
      .rows.map(({ name }) => name)
      .filter((name) => !known.has(name) && !underSubjectKey.has(name));
    expect(missing).toEqual([]);
  });

  it('seals all under the new key, after which the old one is not needed', async () => {
    const { db } = test.store;
    expect(await countToReseal(db, rotated)).toBe(450 + 1 + 1 + 1);
    expect(await resealEverything(db, rotated)).toEqual({ unreadable: 0 });
    expect(await countToReseal(db, rotated)).toBe(0);

    const alone = vaultOf(newest);
    expect((await userTokenRow(db, alone, '449').read())?.refresh?.value).toBe('refresh-449');
    expect((await readAuditKey(db, alone)).privateKey).toContain('PRIVATE KEY');
    expect(await new SubjectTexts(db, alone).read('card', 'reason', [])).toEqual(new Map());
    const again = await claimKey({ digests, store: { db }, vault: alone }, scope, 'a-key-of-mine', '{}');
    expect('replay' in again && (await again.replay.text())).toBe('{"kept":true}');
  });

  it('leaves a connection whose token is being renewed alone, so that what Wise gives is not lost', async () => {
    const { db } = test.store;
    const later = vaultOf(newKey('later'), newest);
    const row = userTokenRow(db, vaultOf(newest), '7');
    const used = await row.claim('a replica');
    await resealEverything(db, later);
    expect(await countToReseal(db, later)).toBe(1);
    if (!used) throw new Error('nobody else holds it');
    await row.save('a replica', used, {
      access: { value: 'access', expiresAt: Date.now() + 60_000 },
      refreshToken: 'rotated by Wise',
    });
    await resealEverything(db, later);
    expect(await countToReseal(db, later)).toBe(0);
    expect((await userTokenRow(db, later, '7').read())?.refresh?.value).toBe('rotated by Wise');
  });

  it('counts what opens under no key of ours, and leaves it as it is', async () => {
    const { db } = test.store;
    const foreign = vaultOf(newKey('gone')).seal('x', {
      table: 'subject_keys',
      column: 'key_sealed',
      row: 'lost',
    });
    await db.insert(subjectKeys).values({ subjectId: 'lost', keySealed: foreign });
    await db.delete(wiseConnections);
    await db.delete(idempotencyKeys);
    await db.delete(consoleKeys);
    await db.delete(subjectKeys).where(ne(subjectKeys.subjectId, 'lost'));
    expect(await resealEverything(db, rotated)).toEqual({ unreadable: 1 });
    expect(await countToReseal(db, rotated)).toBe(1);
    const [kept] = await db.select().from(subjectKeys).where(eq(subjectKeys.subjectId, 'lost'));
    expect(kept?.keySealed).toBe(foreign);
  });
});
