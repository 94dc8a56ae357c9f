import {
  addBranch,
  addKiosk,
  listBranches,
  listKiosks,
  updateBranch,
  updateKiosk,
} from '../../lib/contracts/branches.ts';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getKioskBoard } from '../../lib/contracts/kiosk-board.ts';
import { expect, test } from '../fixtures.ts';
import { makeBranch, newBranchName, newKioskId } from '../support/branches.ts';
import { readEvents } from '../support/read-events.ts';

test('POST and PATCH branches: kept by administrators, told to open pages, refused where somebody was quicker', async ({
  as,
}) => {
  const admin = await as('admin');
  const events = await readEvents(await as('auditor'));
  const name = newBranchName();
  const { body: added } = await admin.call(addBranch, { body: { name, place: '1 New Street' } });
  expect(added).toMatchObject({ name, isActive: true, version: 1, kiosks: 0, timeZone: 'Europe/London' });
  await events.until((event) => event.type === 'branch.changed' && event.branchId === added.id);
  events.close();

  const params = { branchId: added.id };
  const { body: moved } = await admin.call(updateBranch, {
    params,
    body: { version: 1, timeZone: 'Europe/Dublin', isActive: false },
  });
  expect(moved).toMatchObject({ name, timeZone: 'Europe/Dublin', isActive: false, version: 2 });
  const late = await admin.call(updateBranch, { params, body: { version: 1, name: 'Too late' } });
  expect(late.problem.code).toBe('conflict');
  expect((await admin.call(listBranches, {})).body.items.find(({ id }) => id === added.id)).toEqual(moved);
});

test('branches: a name that is taken, a zone nobody knows and a branch nobody has are refused', async ({
  as,
}) => {
  const admin = await as('admin');
  const taken = await admin.call(addBranch, { body: { name: ' LEEDS ' } });
  expect(taken.problem.fields).toEqual([
    { path: 'body.name', message: 'There is a branch of this name already.' },
  ]);
  const zone = await admin.call(addBranch, { body: { name: newBranchName(), timeZone: 'Mars/Olympus' } });
  expect(zone.problem.fields?.[0]?.path).toBe('body.timeZone');
  const nobodys = await admin.call(updateBranch, { params: { branchId: 'atlantis' }, body: { version: 1 } });
  expect(nobodys.problem.code).toBe('not_found');
  const [one, other] = await Promise.all(
    [0, 1].map(() => admin.call(addBranch, { body: { name: 'Twice at once' } })),
  );
  expect([one?.status, other?.status].sort()).toEqual([200, 400]);
});

test('POST and PATCH kiosks: an id is agreed with Wise, stands once, and goes out of use', async ({ as }) => {
  const admin = await as('admin');
  const { branch, kiosk } = await makeBranch(admin);
  expect(kiosk).toMatchObject({ branchId: branch.id, branchName: branch.name, isActive: true, version: 1 });
  const again = await admin.call(addKiosk, { body: { id: kiosk.id, branchId: 'leeds', place: 'Door' } });
  expect(again.problem.fields?.[0]?.message).toBe(
    `This kiosk is in the register already, at ${branch.name}.`,
  );
  for (const id of ['wis00001', 'WIS 1', '00001', 'WIS']) {
    const wrong = await admin.call(addKiosk, { body: { id, branchId: branch.id, place: 'Door' } });
    expect(wrong.problem.fields?.[0]?.path, id).toBe('body.id');
  }
  const nowhere = await admin.call(addKiosk, {
    body: { id: newKioskId(), branchId: 'atlantis', place: 'Door' },
  });
  expect(nowhere.problem.fields?.[0]?.path).toBe('body.branchId');

  const params = { kioskId: kiosk.id };
  const { body: off } = await admin.call(updateKiosk, {
    params,
    body: { version: 1, isActive: false, note: 'Being repaired' },
  });
  expect(off).toMatchObject({ isActive: false, note: 'Being repaired', version: 2 });
  const late = await admin.call(updateKiosk, { params, body: { version: 1, isActive: true } });
  expect(late.problem.code).toBe('conflict');
  const unknown = await admin.call(updateKiosk, { params: { kioskId: 'WIS99999' }, body: { version: 1 } });
  expect(unknown.problem.code).toBe('not_found');
  const counted = (await admin.call(listBranches, {})).body.items.find(({ id }) => id === branch.id);
  expect(counted?.kiosks).toBe(0);
});

test('GET kiosks/board: a branch out of use is told to administrators who name it, to others it is not there', async ({
  as,
}) => {
  const admin = await as('admin');
  const { branch, kiosk } = await makeBranch(admin);
  const read = async (who: 'admin' | 'auditor', branchId = branch.id) =>
    (await as(who)).call(getKioskBoard, { query: { branchId } });
  expect((await read('auditor')).body.branch).toEqual({ id: branch.id, name: branch.name, isActive: true });
  await admin.call(updateBranch, { params: { branchId: branch.id }, body: { version: 1, isActive: false } });
  const { body } = await read('admin');
  expect(body.branch).toEqual({ id: branch.id, name: branch.name, isActive: false });
  expect(body.kiosks.map(({ id }) => id)).toEqual([kiosk.id]);
  expect(body.branches.map(({ id }) => id)).not.toContain(branch.id);
  const first = (await admin.call(getKioskBoard, { query: {} })).body;
  expect([first.branch?.isActive, first.branches.map(({ id }) => id).includes(branch.id)]).toEqual([
    true,
    false,
  ]);
  expect((await read('auditor')).problem.code).toBe('not_found');
  expect((await read('admin', 'atlantis')).problem.code).toBe('not_found');
});

test('GET branches and kiosks: a branch manager reads the own branch and nothing of the others', async ({
  as,
}) => {
  await makeBranch(await as('admin'));
  const manager = await as('branch_manager');
  expect((await manager.call(listBranches, {})).body.items.map(({ id }) => id)).toEqual(['leeds']);
  const { body } = await manager.call(listKiosks, {});
  expect(body.items.map(({ branchId }) => branchId)).toEqual(body.items.map(() => 'leeds'));
  expect(body.items.map(({ id }) => id)).toEqual(['WIS00001', 'WIS00002']);
  const change = await manager.call(updateKiosk, {
    params: { kioskId: 'WIS00001' },
    body: { version: 1, isActive: false },
  });
  expect(change.problem.code).toBe('forbidden');
  expect((await (await as('auditor')).call(addBranch, { body: { name: 'No' } })).problem.code).toBe(
    'forbidden',
  );
});

test('the audit trail says which kiosk and branch was changed, and not what was typed about it', async ({
  as,
}) => {
  const admin = await as('admin');
  const { kiosk } = await makeBranch(admin);
  const note = `note ${kiosk.id}`;
  await admin.call(updateKiosk, {
    params: { kioskId: kiosk.id },
    body: { version: 1, note, isActive: false },
  });
  const { body } = await (await as('auditor')).call(listAudit, { query: { query: kiosk.id } });
  expect(body.items.map(({ action, phase }) => `${phase} ${action}`)).toEqual([
    'outcome kiosks.update',
    'intent kiosks.update',
    'outcome kiosks.add',
    'intent kiosks.add',
  ]);
  expect(body.items[0]).toMatchObject({ outcome: 'succeeded', details: { isActive: false } });
  expect(JSON.stringify(body.items)).not.toContain(note);
});
