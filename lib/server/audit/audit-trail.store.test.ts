import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditExport } from '../../format/audit-chain.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { createVault } from '../vault/vault.ts';
import { type AuditEntry, AuditTrail } from './audit-trail.ts';
import { exportAudit } from './export-audit.ts';
import { countAuditRows, findAuditRows, listActions } from './read-audit.ts';
import { sealAct } from './sealed-act.ts';
import { readAuditKey, signAuditHead } from './signing.ts';
import { SubjectTexts } from './subject-texts.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const log = pino({ level: 'silent' });
const entry = (card: string, texts?: Record<string, string>): AuditEntry => ({
  phase: 'intent',
  action: 'pin-count.reset',
  actor: { personId: '00000000-0000-4000-8000-000000000001', role: 'operator' },
  target: { type: 'card', id: card, profileId: '1' },
  details: { b: 1, a: { z: [1, 2], y: null } },
  ...(texts && { texts }),
});

describe('audit trail', () => {
  let test: TestStore;
  let texts: SubjectTexts;
  let trail: AuditTrail;
  const appended: bigint[] = [];
  const readExport = async () => {
    await signAuditHead(test.store.db, vault, log);
    const lines: string[] = [];
    for await (const line of exportAudit(test.store.db, await readAuditKey(test.store.db, vault)))
      lines.push(line);
    return lines;
  };

  beforeAll(async () => {
    test = await openTestStore();
    texts = new SubjectTexts(test.store.db, vault);
    trail = new AuditTrail(test.store.db, texts, (sequence) => appended.push(sequence));
  });
  afterAll(() => test.drop());

  it('chains rows appended at the same time without a gap', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => trail.append(entry(`card-${index}`))));
    expect([...appended].sort((a, b) => Number(a - b))).toEqual(
      Array.from({ length: 30 }, (_, index) => BigInt(index + 1)),
    );
    const verdict = verifyAuditExport(await readExport());
    expect(verdict).toMatchObject({ rows: 30, faults: [] });
  });

  it.each([
    'update audit_rows set action = $$x$$',
    'delete from audit_rows',
    'truncate audit_rows',
    'delete from audit_heads',
  ])('the store refuses: %s', async (statement) => {
    const refused = await test.store.db.execute(sql.raw(statement)).then(
      () => 'done',
      (error: Error) => String(error.cause),
    );
    expect(refused).toContain('append-only');
  });

  it('keeps free text out of the chain, sealed, and forgets it with the subject’s key', async () => {
    const sequence = await trail.append(entry('card-x', { reason: 'lost by Ada' }));
    const lines = await readExport();
    expect(lines.join('')).not.toContain('Ada');
    expect((await texts.read('card-x', 'reason', [sequence])).get(sequence)).toBe('lost by Ada');
    const stored = await test.store.db.execute(sql`select sealed from audit_texts`);
    expect(JSON.stringify(stored)).not.toContain('Ada');
    await test.store.db.execute(sql`delete from subject_keys where subject_id = 'card-x'`);
    expect((await texts.read('card-x', 'reason', [sequence])).size).toBe(0);
    expect(verifyAuditExport(await readExport()).faults).toEqual([]);
  });

  it('signs a head once, and the same key signs after a restart', async () => {
    const key = await readAuditKey(test.store.db, vault);
    await signAuditHead(test.store.db, vault, log);
    await signAuditHead(test.store.db, vault, log);
    expect((await readAuditKey(test.store.db, vault)).keyId).toBe(key.keyId);
    const heads = await test.store.db.execute(sql`select count(*)::int as heads from audit_heads`);
    expect(JSON.stringify(heads)).toContain('"heads":2');
  });

  it('holds whatever a row is given, as the store gives it back', async () => {
    const given = { at: new Date(), none: undefined, list: [undefined, Number.NaN], nothing: -0, big: 1e21 };
    await trail.append({ ...entry('card-y'), details: given });
    expect(verifyAuditExport(await readExport()).faults).toEqual([]);
  });

  it('refuses a row that the store does not take, and none of those written with it', async () => {
    const before = appended.length;
    const bad = { ...entry('card-bad'), details: { text: '\u0000' } };
    const answers = await Promise.allSettled(
      [entry('card-a'), bad, entry('card-b')].map((one) => trail.append(one)),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(appended).toHaveLength(before + 2);
    expect(verifyAuditExport(await readExport()).faults).toEqual([]);
  });

  it('holds what compliance alone may know of sealed, and lists it for nobody', async () => {
    const listed = await countAuditRows(test.store.db, {});
    const act = {
      action: 'cases.decide',
      actor: { personId: '00000000-0000-4000-8000-000000000009', role: 'compliance' },
      target: { type: 'case', id: 'the-case', profileId: '30000101' },
      details: { outcome: 'referred-to-wise' },
    };
    const sequence = await trail.append(sealAct('request-9', { ...act, phase: 'intent' }));
    await trail.append(
      sealAct('request-9', {
        ...act,
        phase: 'outcome',
        outcome: 'failed',
        errorCode: 'case_taken',
        intentSequence: sequence,
      }),
    );
    const [opened] = (await texts.read('request-9', 'act', [sequence])).values();
    expect(JSON.parse(opened ?? '')).toEqual({
      action: act.action,
      target: act.target,
      details: act.details,
    });
    const lines = await readExport();
    expect(verifyAuditExport(lines).faults).toEqual([]);
    for (const trace of ['case', 'referred', 'compliance', '000000000009', '30000101', 'failed'])
      expect(lines.join('')).not.toContain(trace);
    expect(await countAuditRows(test.store.db, {})).toBe(listed);
    const { items } = await findAuditRows(test.store.db, { query: 'request-9' }, { limit: 5 });
    expect(items).toEqual([]);
    expect(await listActions(test.store.db)).toEqual(['pin-count.reset']);
  });
});
