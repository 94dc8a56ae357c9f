import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cardCollections } from '../../db/schema/cards.ts';
import { kiosks, plasticMovements, printJobs } from '../../db/schema/kiosks.ts';
import { branches, people, personBranches } from '../../db/schema/staff.ts';
import { addProfile } from '../../db/test-support/add-profile.ts';
import type { TestStore } from '../../db/test-support/open-test-store.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { createVault } from '../../vault/vault.ts';
import type { Wise } from '../../wise/create-wise.ts';
import {
  closeConnectedStore,
  demoBusiness,
  openConnectedStore,
} from '../../wise/test-support/connected-store.ts';
import type { RunningEmulator } from '../../wise/test-support/run-emulator.ts';
import { storeCards } from '../card-index.ts';
import { readKioskBoard } from '../kiosks/read-board.ts';
import { readPrintJob } from '../kiosks/read-print-job.ts';
import type { Sender } from './begin-print-job.ts';
import { readCardProduction } from './read-production.ts';
import { sendToKiosk } from './send-to-kiosk.ts';
import { settleSend } from './settle-send.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const profileId = '30000001';
const userId = '20000001';
const [managerId, witnessId] = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002',
];
const made = z.object({ token: z.string() });

describe('sendToKiosk', () => {
  let test: TestStore;
  let emulator: RunningEmulator;
  let wise: Wise;
  let parts: Pick<Runtime, 'afterWrite' | 'store' | 'wise'>;
  const operator = {
    personId: managerId,
    role: 'branch_manager' as const,
    flags: [],
    branches: [{ id: 'leeds', name: 'Leeds' }],
  } satisfies Sender;
  const scope = { branchIds: ['leeds'] };
  const notes: Record<string, unknown>[] = [];

  /** A card that waits in Leeds, known to the console. */
  const makeCard = async (ageDays = 1) => {
    const { token } = made.parse(
      await emulator.control('POST', 'kiosk-cards', { profileId, ageDays, notify: false }),
    );
    const told = await wise.cards.getCard({ userId, priority: 'interactive' }, profileId, token);
    await storeCards(test.store.db, [told], new Date());
    await test.store.db.insert(cardCollections).values({ cardToken: token, branchId: 'leeds' });
    return {
      token,
      profileId,
      userId,
      isHolderShown: true,
      profile: { type: 'BUSINESS', name: 'Harbourline' },
    };
  };
  type Card = Awaited<ReturnType<typeof makeCard>>;
  const send = (card: Card, body: Parameters<typeof sendToKiosk>[3]) =>
    sendToKiosk(parts, operator, card, body, (details) => void notes.push(details));
  const codeOf = (sent: Promise<unknown>) =>
    sent.then(
      () => 'sent',
      (error: unknown) => toAppError(error).code,
    );
  const puts = async (card: Card) =>
    (await emulator.requests()).filter(
      ({ method, path }) => method === 'PUT' && path.endsWith(`/cards/${card.token}/production`),
    ).length;
  const behave = (kioskId: string, more: object) => emulator.control('PUT', `kiosks/${kioskId}`, more);
  const jobsOf = (card: Card) =>
    test.store.db.select().from(printJobs).where(eq(printJobs.cardToken, card.token));

  beforeAll(async () => {
    ({ test, emulator, wise } = await openConnectedStore(vault));
    const { db } = test.store;
    await addProfile(db, demoBusiness);
    await db.insert(branches).values([
      { id: 'leeds', name: 'Leeds' },
      { id: 'london', name: 'London' },
    ]);
    await db.insert(kiosks).values([
      { id: 'WIS00001', branchId: 'leeds', place: 'Counter 1' },
      { id: 'WIS00002', branchId: 'leeds', place: 'Counter 2' },
      { id: 'WIS00003', branchId: 'london', place: 'Front hall' },
      { id: 'WIS00009', branchId: 'leeds', place: 'Cellar', isActive: false },
    ]);
    await db.insert(people).values([
      { id: managerId, name: 'Grace Oduya', email: 'grace@example.com', role: 'branch_manager' },
      { id: witnessId, name: 'Sam Hale', email: 'sam@example.com', role: 'branch_manager' },
    ]);
    await db.insert(personBranches).values({ personId: witnessId, branchId: 'leeds' });
    parts = { store: test.store, wise, afterWrite: (follow) => follow };
    await emulator.control('POST', 'settings', { kioskStepMs: null });
  });
  afterAll(() => closeConnectedStore({ test, emulator, wise }));

  it('prints a ready card, and lets nobody send it again while it prints', async () => {
    const card = await makeCard();
    const before = await readCardProduction(parts, scope, card);
    expect([before.status, before.offer.whyNot, before.branchId]).toEqual(['READY', null, 'leeds']);
    const sent = await send(card, { kioskId: 'WIS00001' });
    expect(sent.lastJob).toMatchObject({ state: 'printing', kioskId: 'WIS00001', sentBy: 'Grace Oduya' });
    expect(sent).toMatchObject({ status: 'IN_PROGRESS', offer: { whyNot: 'printing' } });
    expect(await codeOf(send(card, { kioskId: 'WIS00002' }))).toBe('production_not_offered');
    expect(await puts(card)).toBe(1);
    const board = await readKioskBoard(parts, operator, scope, 'leeds');
    expect(board.kiosks.find(({ id }) => id === 'WIS00001')?.inHand).toHaveLength(1);
    await emulator.control('PUT', `cards/${card.token}/production`, { status: 'PRODUCED', notify: false });
    expect((await readCardProduction(parts, scope, card)).lastJob?.state).toBe('printed');
  });

  it('lets one of two people through who send the same card at once', async () => {
    const card = await makeCard();
    const both = [send(card, { kioskId: 'WIS00001' }), send(card, { kioskId: 'WIS00002' })];
    const codes = await Promise.all(both.map(codeOf));
    expect(codes.filter((code) => code === 'sent')).toHaveLength(1);
    expect(await puts(card)).toBe(1);
    expect(await jobsOf(card)).toHaveLength(1);
  });

  it('refuses another branch’s kiosk as if it were not there, one out of use, and a card of sixty days, before Wise is asked', async () => {
    const card = await makeCard();
    const old = await makeCard(61);
    expect(await codeOf(send(card, { kioskId: 'WIS00003' }))).toBe('not_found');
    expect(await codeOf(send(card, { kioskId: 'NOWHERE' }))).toBe('not_found');
    expect(await codeOf(send(card, { kioskId: 'WIS00009' }))).toBe('kiosk_not_in_use');
    expect(await codeOf(send(old, { kioskId: 'WIS00001' }))).toBe('card_too_old_to_print');
    expect([await puts(card), await puts(old)]).toEqual([0, 0]);
  });

  it('sends nothing to a branch that was taken out of use, and says why before anybody tries', async () => {
    const card = await makeCard();
    const { db } = test.store;
    const ofLeeds = eq(branches.id, 'leeds');
    await db.update(branches).set({ isActive: false }).where(ofLeeds);
    const { offer } = await readCardProduction(parts, scope, card);
    const code = await codeOf(send(card, { kioskId: 'WIS00001' }));
    await db.update(branches).set({ isActive: true }).where(ofLeeds);
    expect([offer.whyNot, code, await puts(card)]).toEqual(['branch-not-in-use', 'branch_not_in_use', 0]);
    expect((await readCardProduction(parts, scope, card)).offer.whyNot).toBeNull();
  });

  it('takes a refusal as a result, and wants an account before the next try; the third wants the engineer', async () => {
    const card = await makeCard();
    await behave('WIS00001', { rejectWith: { code: 'PRINTER_OR_SATELLITE_NOT_READY', times: 2 } });
    const refused = await send(card, { kioskId: 'WIS00001' });
    expect(refused.lastJob).toMatchObject({
      state: 'refused',
      errorStatus: 'REQUEST_ERROR',
      errorCode: 'PRINTER_OR_SATELLITE_NOT_READY',
    });
    expect(refused.offer).toMatchObject({ whyNot: null, needsAccount: true });
    expect(await codeOf(send(card, { kioskId: 'WIS00001' }))).toBe('production_account_missing');
    const account = { whatWasDone: 'Switched it on.', previousPlastic: 'none-came-out' as const };
    const stale = { ...account, afterJobId: null };
    expect(await codeOf(send(card, { kioskId: 'WIS00001', again: stale }))).toBe('production_tried_since');
    const again = { ...account, afterJobId: refused.lastJob?.id ?? null };
    const second = await send(card, { kioskId: 'WIS00001', again });
    expect(second.lastJob).toMatchObject({ retryOf: refused.lastJob?.id, whatWasDone: 'Switched it on.' });
    const third = { ...account, afterJobId: second.lastJob?.id ?? null };
    expect(await codeOf(send(card, { kioskId: 'WIS00001', again: third }))).toBe(
      'production_clearance_missing',
    );
    const cleared = { ...third, clearedBy: 'Engineer Moss' };
    const printing = await send(card, { kioskId: 'WIS00001', again: cleared });
    expect(printing.lastJob).toMatchObject({
      state: 'printing',
      whatWasDone: 'Engineer Moss agreed. Switched it on.',
    });
    expect(await puts(card)).toBe(3);
    const job = await readPrintJob(parts, scope, printing.lastJob?.id ?? '');
    expect(job.tries.map(({ state }) => state)).toEqual(['refused', 'refused', 'printing']);
    await expect(readPrintJob(parts, { branchIds: ['london'] }, job.job.id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('has spoiled plastic destroyed before a second person only, and writes it down once', async () => {
    const card = await makeCard();
    await send(card, { kioskId: 'WIS00001' });
    await emulator.control('PUT', `cards/${card.token}/production`, {
      status: 'PRODUCTION_ERROR',
      errorCode: 'PRT_RIBBON_ENDED',
      notify: false,
    });
    const { lastJob } = await readCardProduction(parts, scope, card);
    expect(lastJob).toMatchObject({ state: 'fault', errorCode: 'PRT_RIBBON_ENDED' });
    const board = await readKioskBoard(parts, operator, scope, 'leeds');
    expect(board.kiosks.find(({ id }) => id === 'WIS00001')?.toFix?.id).toBe(lastJob?.id);
    const again = {
      afterJobId: lastJob?.id ?? null,
      whatWasDone: 'New ribbon.',
      previousPlastic: 'destroyed' as const,
    };
    for (const stoodBy of [{}, { witnessId: managerId }])
      expect(await codeOf(send(card, { kioskId: 'WIS00001', again: { ...again, ...stoodBy } }))).toBe(
        'validation_failed',
      );
    expect((await send(card, { kioskId: 'WIS00001', again: { ...again, witnessId } })).lastJob?.state).toBe(
      'printing',
    );
    const rows = await test.store.db
      .select()
      .from(plasticMovements)
      .where(eq(plasticMovements.printJobId, lastJob?.id ?? ''));
    expect(rows.map(({ kind, quantity, witnessedBy }) => [kind, quantity, witnessedBy]).sort()).toEqual([
      ['destroyed', 1, witnessId],
      ['spoiled', 1, witnessId],
    ]);
  });

  it('reads “not begun” as waiting: no failure, no second send here or elsewhere, and it starts by itself', async () => {
    const card = await makeCard();
    await behave('WIS00002', { rejectWith: 'REQUEST_CREATED_BUT_NOT_STARTED' });
    const sent = await send(card, { kioskId: 'WIS00002' });
    expect([sent.lastJob?.state, sent.offer.whyNot]).toEqual(['waiting', 'waiting']);
    expect(await codeOf(send(card, { kioskId: 'WIS00001' }))).toBe('production_not_offered');
    const health = async () =>
      (await readKioskBoard(parts, operator, scope, 'leeds')).kiosks.find(({ id }) => id === 'WIS00002')
        ?.health;
    expect(await health()).toMatchObject({ state: 'slow', ended: 0 });
    await behave('WIS00002', { rejectWith: null });
    expect((await readCardProduction(parts, scope, card)).lastJob?.state).toBe('printing');
    expect(await puts(card)).toBe(1);
  });

  it('sends nothing again after a lost answer; reading finds that it prints', async () => {
    const card = await makeCard();
    await emulator.control('POST', 'faults', {
      match: { method: 'PUT', path: card.token },
      dropAfterApply: true,
      times: 1,
    });
    expect(await codeOf(send(card, { kioskId: 'WIS00001' }))).toBe('outcome_unknown');
    expect((await jobsOf(card)).map(({ state }) => state)).toEqual(['unknown']);
    expect(await codeOf(send(card, { kioskId: 'WIS00001' }))).toBe('production_not_offered');
    const call = { userId, priority: 'background' as const };
    expect(await settleSend(parts, call, card, {})).toBe('succeeded');
    expect(await puts(card)).toBe(1);
  });

  it('finds after a while that a lost send never arrived, and wants the trays searched before another', async () => {
    const card = await makeCard();
    await emulator.control('POST', 'faults', {
      match: { method: 'PUT', path: card.token },
      status: 500,
      body: {},
      times: 1,
    });
    expect(await codeOf(send(card, { kioskId: 'WIS00001' }))).toBe('outcome_unknown');
    const call = { userId, priority: 'background' as const };
    expect(await settleSend(parts, call, card, {})).toBeUndefined();
    const [job] = await jobsOf(card);
    if (!job) throw new Error('no try is kept');
    await test.store.db
      .update(printJobs)
      .set({ createdAt: new Date(Date.now() - 60_000) })
      .where(eq(printJobs.id, job.id));
    expect(await settleSend(parts, call, card, { jobId: job.id })).toBe('failed');
    const after = await readCardProduction(parts, scope, card);
    expect(after.offer).toMatchObject({ whyNot: null, needsAccount: true, needsEmptyTrays: true });
    expect(await codeOf(send(card, { kioskId: 'WIS00001' }))).toBe('production_account_missing');
    expect(await puts(card)).toBe(1);
  });
});
