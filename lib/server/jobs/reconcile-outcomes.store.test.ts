import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditTrail } from '../audit/audit-trail.ts';
import { SubjectTexts } from '../audit/subject-texts.ts';
import { auditRows } from '../db/schema/audit.ts';
import { addProfile } from '../db/test-support/add-profile.ts';
import type { TestStore } from '../db/test-support/open-test-store.ts';
import { createVault } from '../vault/vault.ts';
import type { Wise } from '../wise/create-wise.ts';
import {
  closeConnectedStore,
  demoBusiness,
  openConnectedStore,
} from '../wise/test-support/connected-store.ts';
import type { RunningEmulator } from '../wise/test-support/run-emulator.ts';
import { reconcileOutcomes } from './reconcile-outcomes.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const profileId = '30000001';
const [activeCard, frozenCard] = [
  '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001',
  '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9003',
];
const minutes = (count: number) => count * 60_000;

describe('reconcileOutcomes', () => {
  let test: TestStore;
  let emulator: RunningEmulator;
  let wise: Wise;
  let audit: AuditTrail;
  const asked: string[] = [];
  const told: string[] = [];
  const reconcile = (now: number) =>
    reconcileOutcomes(
      {
        store: test.store,
        audit,
        vault,
        wise,
        jobs: { ask: async (name) => void asked.push(name) },
        tellCardChanged: async (_, cardToken) => void told.push(cardToken),
      },
      now,
    );
  const beginAct = (id: string, to: string, action = 'cards.update-status') =>
    audit.append({
      phase: 'intent',
      action,
      actor: { personId: '00000000-0000-4000-8000-000000000001', role: 'operator' },
      target: { type: 'card', id, profileId },
      details: { to },
    });
  const rowsAfter = async (intentSequence: bigint) => {
    const rows = await test.store.db
      .select()
      .from(auditRows)
      .where(eq(auditRows.intentSequence, intentSequence));
    return rows.map((row) => `${row.phase} ${row.outcome}`).sort();
  };

  beforeAll(async () => {
    ({ test, emulator, wise } = await openConnectedStore(vault));
    const { db } = test.store;
    audit = new AuditTrail(db, new SubjectTexts(db, vault), () => undefined);
    await addProfile(db, demoBusiness);
  });
  afterAll(() => closeConnectedStore({ test, emulator, wise }));

  it('leaves an act alone that may still be running', async () => {
    const intent = await beginAct(activeCard ?? '', 'FROZEN');
    await reconcile(Date.now() + minutes(1));
    expect(await rowsAfter(intent)).toEqual([]);
  });

  it('closes what a crash left open as unknown, and finds out from Wise that it was not done', async () => {
    const intent = await beginAct(activeCard ?? '', 'FROZEN');
    await reconcile(Date.now() + minutes(3));
    expect(await rowsAfter(intent)).toEqual(['outcome unknown', 'reconciled failed']);
    expect(told).toContain(activeCard);
  });

  it('finds out from Wise that it was done, writes it once, and sends nothing again', async () => {
    const intent = await beginAct(frozenCard ?? '', 'FROZEN');
    await reconcile(Date.now() + minutes(3));
    await reconcile(Date.now() + minutes(4));
    expect(await rowsAfter(intent)).toEqual(['outcome unknown', 'reconciled succeeded']);
    expect((await emulator.requests()).filter((request) => request.method !== 'GET')).toEqual([]);
  });

  it('asks again later while Wise does not answer', async () => {
    const intent = await beginAct(frozenCard ?? '', 'ACTIVE');
    await emulator.control('POST', 'faults', {
      match: { method: 'GET', path: frozenCard },
      status: 404,
      body: {},
      times: 1,
    });
    await reconcile(Date.now() + minutes(3));
    expect(await rowsAfter(intent)).toEqual(['outcome unknown']);
    expect(asked).toContain('reconcile-outcomes');
    await reconcile(Date.now() + minutes(3));
    expect(await rowsAfter(intent)).toEqual(['outcome unknown', 'reconciled failed']);
  });

  it('asks no longer about a card that Wise has not known for an hour, unless a hold waits for the answer', async () => {
    const intent = await beginAct(frozenCard ?? '', 'ACTIVE');
    const hold = await beginAct(frozenCard ?? '', 'FROZEN', 'cards.hold');
    await emulator.control('POST', 'faults', {
      match: { method: 'GET', path: frozenCard },
      status: 404,
      body: {},
    });
    await reconcile(Date.now() + minutes(3));
    asked.length = 0;
    await reconcile(Date.now() + minutes(30));
    expect(await rowsAfter(intent)).toEqual(['outcome unknown']);
    expect(asked).toEqual([]);
    await reconcile(Date.now() + minutes(61));
    expect(await rowsAfter(intent)).toEqual(['outcome unknown', 'reconciled unknown']);
    expect(await rowsAfter(hold)).toEqual(['outcome unknown']);
  });
});
