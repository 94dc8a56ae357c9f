import { randomUUID } from 'node:crypto';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getCardProduction, sendToKiosk } from '../../lib/contracts/card-productions.ts';
import { getKioskBoard, getPrintJob, listKioskJobs, takeCard } from '../../lib/contracts/kiosk-board.ts';
import { expect } from '../fixtures.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { makeBranchCard, makeUnassignedCard } from '../support/kiosks.ts';
import { test } from '../support/own-stack.ts';

const puts = async (emulator: EmulatorControl, token: string, since: string) =>
  (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'PUT' && path.endsWith(`/cards/${token}/production`),
  );

test.beforeEach(async ({ emulator }) => {
  await emulator.changeSettings({ kioskStepMs: null });
});

test('PUT production: a branch prints its card once; the job is followed to its end, and the trail says who', async ({
  as,
  emulator,
}) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const since = await emulator.now();
  const { path } = await makeBranchCard(emulator, admin);
  const key = randomUUID();
  const send = () =>
    manager.call(sendToKiosk, { params: path, body: { kioskId: 'WIS00001' }, idempotencyKey: key });
  const sent = await send();
  expect(sent.body.lastJob).toMatchObject({ state: 'printing', kioskId: 'WIS00001', sentBy: 'Grace Oduya' });
  const replayed = await send();
  expect([replayed.headers.get('idempotent-replayed'), replayed.text]).toEqual(['true', sent.text]);
  expect(await puts(emulator, path.cardToken, since)).toHaveLength(1);
  const params = { jobId: sent.body.lastJob?.id ?? '' };
  expect((await manager.call(getPrintJob, { params })).body.job.state).toBe('printing');
  await emulator.setProduction(path.cardToken, 'PRODUCED');
  await expect.poll(async () => (await manager.call(getPrintJob, { params })).body.job.state).toBe('printed');
  const { body: trail } = await (await as('auditor')).call(listAudit, { query: { limit: 50 } });
  const rows = trail.items.filter(
    ({ action, targetId }) => action === 'production.send' && targetId === path.cardToken,
  );
  expect(rows.map(({ phase }) => phase).sort()).toEqual(['intent', 'outcome']);
});

test('PUT production: who may, whose kiosk, a body that is none, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const { path } = await makeBranchCard(emulator, admin);
  const london = await makeBranchCard(emulator, admin, 'london');
  const since = await emulator.now();
  const body = { kioskId: 'WIS00001' };
  for (const who of ['operator', 'compliance', 'auditor'] as const)
    expect((await (await as(who)).call(sendToKiosk, { params: path, body })).problem.code).toBe('forbidden');
  const codeOf = async (params: typeof path, kioskId: string, by = manager) =>
    (await by.call(sendToKiosk, { params, body: { kioskId } })).problem.code;
  expect(await codeOf(path, 'WIS00003')).toBe('not_found');
  expect(await codeOf(london.path, 'WIS00001')).toBe('not_found');
  expect(await codeOf(london.path, 'WIS00001', admin)).toBe('kiosk_of_other_branch');
  expect(await codeOf(path, '../x')).toBe('validation_failed');
  const keyless = await manager.call(sendToKiosk, { params: path, body, idempotencyKey: null });
  expect(keyless.problem.code).toBe('idempotency_key_required');
  for (const { cardToken } of [path, london.path]) expect(await puts(emulator, cardToken, since)).toEqual([]);
});

test('PUT production: a card of sixty days is not sent; one of fifty is', async ({ as, emulator }) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const old = await makeBranchCard(emulator, admin, 'leeds', { ageDays: 60.5 });
  const late = await makeBranchCard(emulator, admin, 'leeds', { ageDays: 50 });
  const body = { kioskId: 'WIS00002' };
  const refused = await manager.call(sendToKiosk, { params: old.path, body });
  expect([refused.status, refused.problem.code]).toEqual([422, 'card_too_old_to_print']);
  expect((await manager.call(getCardProduction, { params: old.path })).body.offer.whyNot).toBe('too-old');
  expect((await manager.call(sendToKiosk, { params: late.path, body })).status).toBe(200);
});

test('PUT production: a 422 of the kiosk is a result with its code', async ({ as, emulator }) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const { path } = await makeBranchCard(emulator, admin);
  await emulator.setKiosk('WIS00001', { rejectWith: { code: 'PIN_VERIFICATION_FAILED', times: 1 } });
  const refused = await manager.call(sendToKiosk, { params: path, body: { kioskId: 'WIS00001' } });
  expect(refused.status).toBe(200);
  expect(refused.body.lastJob).toMatchObject({ state: 'refused', errorCode: 'PIN_VERIFICATION_FAILED' });
  const bare = await manager.call(sendToKiosk, { params: path, body: { kioskId: 'WIS00001' } });
  expect(bare.problem.code).toBe('production_account_missing');
});

test('PUT production: after a lost answer nothing is sent a second time, and reading tells that it prints', async ({
  as,
  emulator,
}) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const { path } = await makeBranchCard(emulator, admin);
  const since = await emulator.now();
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    dropAfterApply: true,
    times: 1,
  });
  const lost = await manager.call(sendToKiosk, { params: path, body: { kioskId: 'WIS00002' } });
  expect(lost.problem).toMatchObject({ code: 'outcome_unknown', certain: 'unknown' });
  const again = await manager.call(sendToKiosk, { params: path, body: { kioskId: 'WIS00002' } });
  expect(again.problem.code).toBe('production_not_offered');
  const { body } = await manager.call(getCardProduction, { params: path });
  expect([body.status, body.lastJob?.state]).toEqual(['IN_PROGRESS', 'printing']);
  expect(await puts(emulator, path.cardToken, since)).toHaveLength(1);
});

test('PUT production: of two people at once one prints', async ({ as, emulator }) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const { path } = await makeBranchCard(emulator, admin);
  const since = await emulator.now();
  const answers = await Promise.all(
    [manager, admin, manager, admin].map((client, index) =>
      client.call(sendToKiosk, { params: path, body: { kioskId: index < 2 ? 'WIS00001' : 'WIS00002' } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await puts(emulator, path.cardToken, since)).toHaveLength(1);
});

test('GET kiosks: the board, jobs and a job are the own branches’; another’s answer 404', async ({
  as,
  emulator,
}) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const london = await makeBranchCard(emulator, admin, 'london');
  const sent = await admin.call(sendToKiosk, { params: london.path, body: { kioskId: 'WIS00003' } });
  const own = (await manager.call(getKioskBoard, { query: {} })).body;
  expect([own.branch?.id, own.kiosks.map(({ id }) => id)]).toEqual(['leeds', ['WIS00001', 'WIS00002']]);
  expect(own.branches).toHaveLength(1);
  const all = (await admin.call(getKioskBoard, { query: { branchId: 'london' } })).body;
  expect(all.kiosks.find(({ id }) => id === 'WIS00003')?.inHand[0]?.cardToken).toBe(london.path.cardToken);
  const tries = [
    await manager.call(getKioskBoard, { query: { branchId: 'london' } }),
    await manager.call(listKioskJobs, { params: { kioskId: 'WIS00003' }, query: {} }),
    await manager.call(getPrintJob, { params: { jobId: sent.body.lastJob?.id ?? '' } }),
    await manager.call(getCardProduction, { params: london.path }),
  ];
  expect(tries.map(({ problem }) => problem.code)).toEqual(Array<string>(4).fill('not_found'));
  for (const who of ['operator', 'compliance'] as const)
    expect((await (await as(who)).call(getKioskBoard, { query: {} })).problem.code).toBe('forbidden');
});

test('GET jobs: filtered by state, page by page, newest first', async ({ as, emulator }) => {
  const admin = await as('admin');
  const cards = [
    await makeBranchCard(emulator, admin, 'bristol'),
    await makeBranchCard(emulator, admin, 'bristol'),
    await makeBranchCard(emulator, admin, 'bristol'),
  ];
  for (const { path } of cards)
    await admin.call(sendToKiosk, { params: path, body: { kioskId: 'WIS00005' } });
  const params = { kioskId: 'WIS00005' };
  const state = 'printing' as const;
  const first = (await admin.call(listKioskJobs, { params, query: { state, limit: 2 } })).body;
  const cursor = first.nextCursor ?? '';
  const second = (await admin.call(listKioskJobs, { params, query: { state, limit: 2, cursor } })).body;
  const tokens = [...first.items, ...second.items].map(({ cardToken }) => cardToken);
  expect(tokens.slice(0, 3)).toEqual(cards.map(({ path }) => path.cardToken).reverse());
  const none = await admin.call(listKioskJobs, { params, query: { state: 'unknown' } });
  expect(none.body.items).toEqual([]);
  const wrong = await admin.call(listKioskJobs, { params, query: { cursor: 'x' } });
  expect(wrong.problem.code).toBe('validation_failed');
});

test('POST unassigned-cards: found by exact words only, becomes the branch’s, and only once', async ({
  as,
  emulator,
}) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin')];
  const card = await makeUnassignedCard(emulator, admin);
  const path = { profileId: card.profileId, cardToken: card.token };
  const { cardHolderName, lastFourDigits } = card;
  const codeOf = async (body: Parameters<typeof look>[0]) => (await look(body)).problem.code;
  const look = (body: { branchId: string; cardHolderName: string; lastFourDigits: string }) =>
    manager.call(takeCard, { body });
  expect(await codeOf({ branchId: 'leeds', cardHolderName: 'Kiosk Test', lastFourDigits })).toBe('not_found');
  expect(await codeOf({ branchId: 'london', cardHolderName, lastFourDigits })).toBe('not_found');
  expect((await manager.call(getCardProduction, { params: path })).problem.code).toBe('not_found');
  const found = await look({ branchId: 'leeds', cardHolderName, lastFourDigits });
  expect(found.body).toMatchObject({ cardToken: card.token, branchId: 'leeds' });
  expect(await codeOf({ branchId: 'leeds', cardHolderName, lastFourDigits })).toBe('not_found');
  expect((await manager.call(getCardProduction, { params: path })).body.offer.whyNot).toBeNull();
});
