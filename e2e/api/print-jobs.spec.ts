import { listAudit } from '../../lib/contracts/audit.ts';
import { updateKiosk } from '../../lib/contracts/branches.ts';
import { getBranchFigures, getKioskFigures, listKioskJobs } from '../../lib/contracts/kiosk-board.ts';
import { exportPrintJobs, listPrintJobs } from '../../lib/contracts/print-jobs.ts';
import { expect } from '../fixtures.ts';
import { printFourCards } from '../support/kiosks.ts';
import { test } from '../support/own-stack.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.changeSettings({ kioskStepMs: null });
});

test('GET print-jobs: each filter finds what the figures count, and nothing else', async ({
  as,
  emulator,
}) => {
  const admin = await as('admin2@example.com');
  const { branch, fault, kioskId, printed, printing, refused, tokensOf } = await printFourCards(
    admin,
    emulator,
  );
  expect(await tokensOf({})).toEqual([printing, refused, fault, printed].map(({ token }) => token));
  expect(await tokensOf({ state: 'failed' })).toEqual([refused.token, fault.token]);
  expect(await tokensOf({ state: 'printed' })).toEqual([printed.token]);
  expect(await tokensOf({ family: 'printer' })).toEqual([fault.token]);
  const { body: figures } = await admin.call(getBranchFigures, { params: { branchId: branch.id } });
  const today = figures.days.at(-1);
  expect([figures.days.length, today?.printed, today?.failed]).toEqual([30, 1, 2]);
  expect(figures.faults).toEqual(
    expect.arrayContaining([
      { place: 'printer', count: 1 },
      { place: 'central-base', count: 1 },
    ]),
  );
  expect(figures.kiosks).toMatchObject([{ id: kioskId, printed: 1, failed: 2 }]);
  const ofKiosk = await admin.call(getKioskFigures, { params: { kioskId } });
  expect(ofKiosk.body.days).toEqual(figures.days);
  const day = today?.day ?? '';
  const onDay = await admin.call(listPrintJobs, {
    query: { branchId: branch.id, state: 'ended', from: day, to: day },
  });
  expect(onDay.body.items).toHaveLength(3);
  const before = await admin.call(listPrintJobs, {
    query: { branchId: branch.id, to: figures.days.at(-2)?.day },
  });
  expect(before.body.items).toEqual([]);
});

test('GET print-jobs: a branch sees its own; of a kiosk that moved there it sees no job of before', async ({
  as,
  emulator,
}) => {
  const [manager, admin] = [await as('branch_manager'), await as('admin2@example.com')];
  const { branch, kioskId } = await printFourCards(admin, emulator);
  const seen = (await manager.call(listPrintJobs, { query: { limit: 100 } })).body.items;
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(({ branchId }) => branchId === 'leeds')).toBe(true);
  const codes = [
    await manager.call(listPrintJobs, { query: { branchId: branch.id } }),
    await manager.call(listPrintJobs, { query: { kioskId } }),
    await manager.call(exportPrintJobs, { query: { kioskId, reason: 'audit' } }),
    await manager.call(getBranchFigures, { params: { branchId: branch.id } }),
  ].map(({ problem }) => problem.code);
  expect(codes).toEqual(Array<string>(4).fill('not_found'));
  const moved = await admin.call(updateKiosk, {
    params: { kioskId },
    body: { version: 1, branchId: 'leeds' },
  });
  expect(moved.status).toBe(200);
  expect((await manager.call(listPrintJobs, { query: { kioskId } })).body.items).toEqual([]);
  expect((await manager.call(listKioskJobs, { params: { kioskId }, query: {} })).body.items).toEqual([]);
  expect((await admin.call(listKioskJobs, { params: { kioskId }, query: {} })).body.items).toHaveLength(4);
  for (const who of ['operator', 'compliance'] as const)
    expect((await (await as(who)).call(listPrintJobs, { query: {} })).problem.code).toBe('forbidden');
});

test('GET print-jobs export: the rows of the list without a holder; needs a reason and the right, and stands in the trail', async ({
  as,
  emulator,
}) => {
  const admin = await as('admin2@example.com');
  const { branch, fault, printed, refused } = await printFourCards(admin, emulator);
  const { text } = await admin.call(exportPrintJobs, {
    query: { branchId: branch.id, state: 'ended', reason: 'reporting' },
  });
  const lines = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\n');
  expect(lines[0]).toMatch(/^Job,Sent \(UTC\),Branch,Kiosk,/);
  expect(
    lines.slice(1).map((line) => [refused, fault, printed].findIndex(({ token }) => line.includes(token))),
  ).toEqual([0, 1, 2]);
  expect(lines[2]).toContain('PRT_RIBBON_ENDED,The ribbon has run out');
  for (const { cardHolderName } of [fault, printed, refused]) expect(text).not.toContain(cardHolderName);
  const without = await admin.send('GET', '/api/print-jobs/export.csv');
  expect(without.problem.fields?.[0]?.path).toBe('query.reason');
  for (const role of ['operator', 'compliance'] as const) {
    const answer = await (await as(role)).send('GET', '/api/print-jobs/export.csv?reason=audit');
    expect(answer.problem.code).toBe('forbidden');
  }
  const trail = await (await as('auditor')).call(listAudit, { query: { action: 'print-jobs.export' } });
  expect(
    trail.body.items.some(({ details }) => JSON.stringify(details).includes(`"branchId":"${branch.id}"`)),
  ).toBe(true);
});
