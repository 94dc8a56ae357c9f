import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AuditTrail } from '../audit/audit-trail.ts';
import { SubjectTexts } from '../audit/subject-texts.ts';
import { auditRows } from '../db/schema/audit.ts';
import { cardOrders } from '../db/schema/kiosks.ts';
import { branches } from '../db/schema/staff.ts';
import { addProfile } from '../db/test-support/add-profile.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { cancelOrder } from '../services/card-orders/cancel-order.ts';
import { findRenewal, findRequest } from '../services/card-orders/order-request.ts';
import { beginRenewal } from '../services/card-orders/renew-order.ts';
import { readDigest } from '../services/recipients/digest-key.ts';
import { createVault } from '../vault/vault.ts';
import type { Wise } from '../wise/create-wise.ts';
import { connectDemoUser, createTestWise, demoBusiness } from '../wise/test-support/connected-store.ts';
import { type RunningEmulator, runEmulator } from '../wise/test-support/run-emulator.ts';
import { continueRenewals } from './continue-renewals.ts';

type Parts = Parameters<typeof continueRenewals>[0] & Parameters<typeof beginRenewal>[0];

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const profileId = demoBusiness.id;
const operator = { personId: randomUUID() };
const made = z.object({ orderId: z.int().transform(String) });
const held = z.object({
  items: z.array(z.object({ id: z.int().transform(String), idempotenceUuid: z.string().nullable() })),
});

describe('continueRenewals', () => {
  let test: TestStore;
  let emulator: RunningEmulator;
  let opened: { wise: Wise; parts: Parts }[] = [];
  const asked: string[] = [];
  const failures: object[] = [];

  /** A console process: everything it keeps in memory is its own. */
  async function startProcess(): Promise<Parts> {
    const store = await test.openAgain();
    const wise = createTestWise({ db: store.db, vault, emulator });
    const parts = {
      store,
      vault,
      wise,
      audit: new AuditTrail(store.db, new SubjectTexts(store.db, vault), () => undefined),
      digests: () => readDigest(store.db, vault),
      afterWrite: (follow: Promise<void>) => follow,
      jobs: {
        ask: async (name: string) => void asked.push(name),
        reconcileSoon: async () => void asked.push('reconcile-outcomes'),
      },
      log: { error: (fields: object) => void failures.push(fields) },
    };
    opened.push({ wise, parts });
    return parts;
  }
  const endProcesses = async () => {
    for (const { wise } of opened) await wise.close();
    opened = [];
  };
  /** The first step alone, by a process that is gone before the second. */
  async function beginAndDie(): Promise<{ orderId: string; requestId: string }> {
    const { orderId } = made.parse(
      await emulator.control('POST', 'kiosk-cards', { profileId, ageDays: 61, notify: false }),
    );
    const requestId = randomUUID();
    const { oldStatus } = await beginRenewal(
      await startProcess(),
      operator,
      'all',
      { profileId, orderId },
      { requestId, reason: 'Not collected', branchId: 'leeds' },
      () => undefined,
    );
    expect(oldStatus).toBe('CANCELLED');
    await endProcesses();
    return { orderId, requestId };
  }
  const stateOf = async (requestId: string) => {
    const row = await findRequest(test.store.db, requestId);
    return row && [row.state, row.contentSealed === null];
  };
  const placedUnder = async (requestId: string) =>
    held
      .parse(await emulator.control('GET', 'state/card-orders'))
      .items.filter(({ idempotenceUuid }) => idempotenceUuid === requestId);
  const trailOf = async (orderId: string) => {
    const rows = await test.store.db.select().from(auditRows).where(eq(auditRows.targetId, orderId));
    return rows.map(({ action, outcome, phase }) => `${action} ${phase} ${outcome}`);
  };

  beforeAll(async () => {
    [test, emulator] = await Promise.all([openTestStore(), runEmulator()]);
    const { db } = test.store;
    await connectDemoUser(db, vault);
    await db.insert(branches).values({ id: 'leeds', name: 'Leeds' });
    await addProfile(db, demoBusiness);
  });
  afterAll(async () => {
    await endProcesses();
    await Promise.all([test.drop(), emulator.stop()]);
  });

  it('places the one new order after the process that cancelled the old one died, and the trail says so', async () => {
    const { orderId, requestId } = await beginAndDie();
    expect(await stateOf(requestId)).toEqual(['waiting', false]);
    expect(await placedUnder(requestId)).toEqual([]);
    const next = await startProcess();
    await continueRenewals(next);
    await continueRenewals(next);
    expect(await stateOf(requestId)).toEqual(['placed', true]);
    const [placed, ...more] = await placedUnder(requestId);
    expect(more).toEqual([]);
    const [row] = await test.store.db
      .select()
      .from(cardOrders)
      .where(eq(cardOrders.id, placed?.id ?? ''));
    expect(row).toMatchObject({ branchId: 'leeds', replacesOrderId: orderId, orderedBy: operator.personId });
    expect(await trailOf(orderId)).toEqual([
      'card-orders.renew intent null',
      'card-orders.renew outcome succeeded',
    ]);
  });

  it('is one order where two replicas go on at the same moment', async () => {
    const { requestId } = await beginAndDie();
    await Promise.all([continueRenewals(await startProcess()), continueRenewals(await startProcess())]);
    expect(await placedUnder(requestId)).toHaveLength(1);
    expect(await stateOf(requestId)).toEqual(['placed', true]);
  });

  it('leaves what has no answer to be settled under its key', async () => {
    const { orderId, requestId } = await beginAndDie();
    await emulator.control('POST', 'faults', {
      match: { method: 'POST', path: `/profiles/${profileId}/card-orders` },
      dropAfterApply: true,
    });
    await expect(continueRenewals(await startProcess())).rejects.toThrow();
    await emulator.control('DELETE', 'faults');
    expect(await stateOf(requestId)).toEqual(['unknown', false]);
    expect(asked).toContain('reconcile-outcomes');
    expect((await trailOf(orderId)).at(-1)).toBe('card-orders.renew outcome unknown');
    expect(failures).toEqual([]);
    expect(await placedUnder(requestId)).toHaveLength(1);
  });

  it('orders nothing while the old order stands, nor after it was cancelled for good by a person', async () => {
    const { orderId } = made.parse(
      await emulator.control('POST', 'kiosk-cards', { profileId, ageDays: 61, notify: false }),
    );
    const path = { profileId, orderId };
    const requestId = randomUUID();
    await emulator.control('POST', 'faults', {
      match: { method: 'PUT', path: `/card-orders/${orderId}/status` },
      dropBeforeApply: true,
    });
    const first = await startProcess();
    await expect(
      beginRenewal(
        first,
        operator,
        'all',
        path,
        { requestId, reason: 'Not collected', branchId: 'leeds' },
        () => undefined,
      ),
    ).rejects.toThrow();
    await emulator.control('DELETE', 'faults');
    asked.length = 0;
    await continueRenewals(first);
    expect(await stateOf(requestId)).toEqual(['waiting', false]);
    expect(asked).toEqual(['continue-renewals']);
    await cancelOrder(first, 'all', path, () => undefined);
    await continueRenewals(first);
    expect(await findRenewal(test.store.db, path)).toBeUndefined();
    expect(await placedUnder(requestId)).toEqual([]);
  });
});
