import { listAudit } from '../../lib/contracts/audit.ts';
import { getPlasticDay, recordPlastic, signPlasticDay } from '../../lib/contracts/plastic.ts';
import { listStaff } from '../../lib/contracts/staff.ts';
import { addDays } from '../../lib/format/times.ts';
import { expect, test } from '../fixtures.ts';
import { makeBranch } from '../support/branches.ts';
import type { ConsoleClient } from '../support/console-client.ts';

type Body = Parameters<typeof bodyOf>[1];
const bodyOf = (
  day: { branch: { id: string }; day: string },
  more: {
    kind: 'counted-at-open' | 'blanks-in' | 'spoiled' | 'destroyed' | 'correction' | 'counted-at-close';
  } & {
    quantity: number;
    witnessId?: string;
    note?: string;
    kioskId?: string;
    day?: string;
  },
) => ({ branchId: day.branch.id, day: day.day, ...more });

/** Written by an administrator, since the branch is this test's own. */
async function openDay(admin: ConsoleClient) {
  const { branch, kiosk } = await makeBranch(admin);
  const read = async () => (await admin.call(getPlasticDay, { query: { branchId: branch.id } })).body;
  const day = await read();
  const witnessId = day.witnesses[0]?.id ?? '';
  const write = (more: Body) => admin.call(recordPlastic, { body: bodyOf(day, { witnessId, ...more }) });
  return { branch, kiosk, day, witnessId, read, write };
}

test('a day balances: opening + in − produced − spoiled = closing, and a correction puts right what is off', async ({
  as,
}) => {
  const { branch, kiosk, read, write } = await openDay(await as('admin'));
  expect(await read()).toMatchObject({
    branch: { id: branch.id },
    opening: null,
    expected: null,
    rows: [],
    whyNotSign: 'not-counted',
  });
  await write({ kind: 'counted-at-open', quantity: 100 });
  await write({ kind: 'blanks-in', quantity: 55 });
  await write({ kind: 'blanks-in', quantity: -5, note: 'typed 55 for 50' });
  await write({ kind: 'spoiled', quantity: 2, kioskId: kiosk.id });
  const { body: off } = await write({ kind: 'counted-at-close', quantity: 147 });
  expect(off).toMatchObject({ expected: 148, differenceAtClose: -1, toDestroy: 2, needsNote: true });
  await write({ kind: 'correction', quantity: -1, note: 'fell behind the safe' });
  const { body: even } = await write({ kind: 'destroyed', quantity: 2, kioskId: kiosk.id });
  expect(even).toMatchObject({ expected: 147, differenceAtClose: 0, toDestroy: 0, needsNote: false });
  expect(even.kiosks).toEqual([
    { id: kiosk.id, place: 'Counter 1', isActive: true, produced: 0, spoiled: 2, destroyed: 2 },
  ]);
  expect(even.rows).toHaveLength(7);
  // The count made last is the one that holds, for each place by itself.
  expect((await write({ kind: 'counted-at-close', quantity: 140 })).body.differenceAtClose).toBe(-7);
  const { body: added } = await write({ kind: 'counted-at-close', quantity: 7, kioskId: kiosk.id });
  expect(added).toMatchObject({ countedAtClose: 147, differenceAtClose: 0 });
});

test('POST plastic: two names where two are needed, and only those who may stand by', async ({ as }) => {
  const admin = await as('admin');
  const { day, witnessId, read, kiosk } = await openDay(admin);
  const staff = (await admin.call(listStaff, {})).body.items;
  const idOf = (email: string) => staff.find((person) => person.email === email)?.id ?? '';
  const faultOf = async (more: Body) =>
    (await admin.call(recordPlastic, { body: bodyOf(day, more) })).problem.fields?.[0]?.path;
  for (const kind of ['counted-at-open', 'blanks-in', 'destroyed', 'counted-at-close'] as const)
    expect(await faultOf({ kind, quantity: 5 }), kind).toBe('body.witnessId');
  const blanks = { kind: 'blanks-in', quantity: 5 } as const;
  for (const email of ['admin@example.com', 'operator@example.com', 'manager@example.com'])
    expect(await faultOf({ ...blanks, witnessId: idOf(email) }), email).toBe('body.witnessId');
  expect(await faultOf({ ...blanks, witnessId, kioskId: 'WIS00001' })).toBe('body.kioskId');
  expect(await faultOf({ ...blanks, witnessId, quantity: 0 })).toBe('body.quantity');
  expect(await faultOf({ kind: 'correction', quantity: 1 })).toBe('body.note');
  expect(await faultOf({ ...blanks, witnessId, day: addDays(day.today, 1) })).toBe('body.day');
  expect(await faultOf({ ...blanks, witnessId, day: addDays(day.today, -40) })).toBe('body.day');
  expect((await read()).rows).toEqual([]);
  const good = await admin.call(recordPlastic, {
    body: bodyOf(day, { ...blanks, witnessId, kioskId: kiosk.id }),
  });
  expect(good.body.rows[0]).toMatchObject({ recordedBy: 'Victor Lindgren', witnessedBy: 'Hanna Weiss' });
});

test('POST plastic: the same key writes one row', async ({ as }) => {
  const admin = await as('admin');
  const { day, read } = await openDay(admin);
  const body = bodyOf(day, { kind: 'spoiled', quantity: 1 });
  const idempotencyKey = `spoiled-${day.branch.id}`;
  await admin.call(recordPlastic, { body, idempotencyKey });
  await admin.call(recordPlastic, { body, idempotencyKey });
  expect((await read()).rows).toHaveLength(1);
});

test('POST plastic sign: two people, the first explains what is off, and a later row takes both names away', async ({
  as,
}) => {
  const admin = await as('admin');
  const admin2 = await as('admin2@example.com');
  const { day, read, write } = await openDay(admin);
  const sign = (who: ConsoleClient, note = '') =>
    who.call(signPlasticDay, { body: { branchId: day.branch.id, day: day.day, note } });
  await write({ kind: 'counted-at-open', quantity: 10 });
  expect((await sign(admin)).problem.code).toBe('plastic_not_to_sign');
  await write({ kind: 'counted-at-close', quantity: 9 });
  expect((await sign(admin)).problem.fields?.[0]?.path).toBe('body.note');
  expect((await sign(admin, 'one card is missing, searched twice')).body.signatures).toHaveLength(1);
  expect((await sign(admin)).problem.code).toBe('plastic_not_to_sign');
  expect((await read()).whyNotSign).toBe('signed-by-you');
  const { body: signed } = await sign(admin2);
  expect(signed.whyNotSign).toBe('signed');
  expect(signed.signatures.map(({ name }) => name)).toEqual(['Victor Lindgren', 'Hanna Weiss']);
  expect((await sign(admin2)).problem.code).toBe('plastic_not_to_sign');
  await write({ kind: 'correction', quantity: -1, note: 'not found' });
  expect(await read()).toMatchObject({ signatures: [], whyNotSign: null, needsNote: false });
});

test('the day after opens with what was counted, and what went overnight shows', async ({ as }) => {
  const admin = await as('admin');
  const { branch, day, witnessId, read } = await openDay(admin);
  const before = addDays(day.day, -1);
  const write = (more: Body) => admin.call(recordPlastic, { body: bodyOf(day, { witnessId, ...more }) });
  await write({ kind: 'counted-at-open', quantity: 20, day: before });
  await write({ kind: 'spoiled', quantity: 1, day: before });
  expect(await read()).toMatchObject({ carried: 19, opening: 19, countedAtOpen: null, toDestroy: 1 });
  await write({ kind: 'counted-at-close', quantity: 18, day: before });
  await write({ kind: 'counted-at-open', quantity: 17 });
  expect(await read()).toMatchObject({ carried: 18, opening: 17, differenceAtOpen: -1 });
  const earlier = await admin.call(getPlasticDay, { query: { branchId: branch.id, day: before } });
  expect(earlier.body).toMatchObject({ expected: 19, differenceAtClose: -1, countedAtOpen: 20 });
});

test('GET plastic: a manager reads and writes the own branch; another’s is not there and the try is recorded', async ({
  as,
}) => {
  const { branch } = await makeBranch(await as('admin'));
  const manager = await as('branch_manager');
  expect((await manager.call(getPlasticDay, { query: {} })).body.branch.id).toBe('leeds');
  const answers = [
    await manager.call(getPlasticDay, { query: { branchId: branch.id } }),
    await manager.call(signPlasticDay, { body: { branchId: branch.id, day: '2026-01-01' } }),
    await manager.call(recordPlastic, {
      body: { branchId: branch.id, day: '2026-01-01', kind: 'spoiled', quantity: 1 },
    }),
    await manager.send('GET', `/api/plastic/export.csv?branchId=${branch.id}&month=2026-01`),
  ];
  expect(answers.map(({ problem }) => problem.code)).toEqual(answers.map(() => 'not_found'));
  const auditor = await as('auditor');
  const { body: trail } = await auditor.call(listAudit, {
    query: { action: 'access.denied', query: branch.id },
  });
  expect(trail.items).toHaveLength(4);
  expect((await auditor.call(getPlasticDay, { query: { branchId: branch.id } })).status).toBe(200);
  expect((await (await as('operator')).call(getPlasticDay, { query: {} })).problem.code).toBe('forbidden');
});

test('GET plastic export.csv: the month’s rows in their order, and no formula', async ({ as }) => {
  const admin = await as('admin');
  const { branch, day, write } = await openDay(admin);
  await write({ kind: 'counted-at-open', quantity: 4 });
  await write({ kind: 'spoiled', quantity: 1, note: '=HYPERLINK("x")' });
  const { text } = await admin.send(
    'GET',
    `/api/plastic/export.csv?branchId=${branch.id}&month=${day.day.slice(0, 7)}`,
  );
  const lines = text.trim().split(/\r?\n/);
  expect(lines[0]).toContain('Day,What,Cards,Kiosk,Recorded by,Witnessed by,Note,Written (Europe/London)');
  expect(lines[1]).toContain(`${day.day},Counted at opening,4,,Victor Lindgren,Hanna Weiss`);
  expect(lines[2]).toContain('"\'=HYPERLINK');
  expect(lines).toContain(`${day.day},Expected at closing,3,,,,,`);
  expect((await admin.send('GET', '/api/plastic/export.csv?branchId=x&month=2026-13')).problem.code).toBe(
    'validation_failed',
  );
});
