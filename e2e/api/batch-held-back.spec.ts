import { runBatchGroup } from '../../lib/contracts/batch-groups.ts';
import { acceptanceOfName, changeBatchRows, type NameCheck } from '../../lib/contracts/batch-rows.ts';
import { getConnection } from '../../lib/contracts/connections.ts';
import { findThings } from '../../lib/contracts/find.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { expect, test } from '../fixtures.ts';
import { germanIban } from '../support/batch-files.ts';
import {
  addOne,
  addRows,
  britishFile,
  britishPayment,
  makeGroup,
  pathOf,
  payer,
  readGroup,
  readRows,
  requireAdded,
  sendAll,
} from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';

test('a bank that leaves two things open holds the row back until both are accepted together', async ({
  as,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const cells = {
    targetCurrency: 'EUR',
    amount: '31',
    name: 'Lena Nowhere',
    receiverType: 'PRIVATE',
    'details.IBAN': germanIban(7_310_001),
  };
  expect((await addOne(client, group, cells)).body).toMatchObject({ kind: 'added' });
  await sendAll(client, group);
  const [row] = await readRows(client, group);
  expect(row).toMatchObject({
    state: 'held-back',
    code: 'batch_name_differs',
    nameChecks: [
      { type: 'NAME_MATCHING', outcome: 'COULD_NOT_CHECK' },
      { type: 'ACCOUNT_EXISTENCE', outcome: 'FAILURE' },
    ],
  });
  const accept = async (of: NameCheck[]) => {
    const { version } = await readGroup(client, group);
    const rows = [{ rowNumber: 1, accept: of.map(acceptanceOfName) }];
    const answer = await client.call(changeBatchRows, { params: pathOf(group), body: { version, rows } });
    expect(answer.status).toBe(200);
    await sendAll(client, group);
    return readRows(client, group);
  };
  const checks = row?.nameChecks ?? [];
  expect(await accept(checks.slice(0, 1))).toMatchObject([{ state: 'held-back', transferId: null }]);
  expect(await accept(checks)).toMatchObject([{ state: 'in-group', code: null }]);
});

test('approvals on wise.com stop the run, and the profile says so until Wise takes a payment again', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const admin = await as('admin');
  const blockedSince = async () => {
    const { body } = await admin.call(getConnection, { params: { connectionId: '20000001' } });
    return body.profileList.find(({ id }) => id === payer)?.transfersBlockedAt;
  };
  const group = await makeGroup(client);
  await addOne(client, group, britishPayment(11));
  await addOne(client, group, britishPayment(12));
  const message = 'Quote cannot be accepted with this request due to missing approval.';
  await emulator.addFault({
    match: { method: 'POST', path: '/transfers' },
    status: 422,
    body: { errors: [{ code: 'approval.missing', message, path: 'quoteUuid', arguments: [] }] },
  });
  const run = async () => {
    const { version } = await readGroup(client, group);
    expect((await client.call(runBatchGroup, { params: pathOf(group), body: { version } })).status).toBe(200);
  };
  await run();
  await expect
    .poll(async () => (await readGroup(client, group)).stopCode, { intervals: [200] })
    .toBe('batch_approvals_at_wise');
  expect(await blockedSince()).toEqual(expect.any(String));
  expect((await readGroup(client, await makeGroup(client))).blockedAtWiseAt).toEqual(expect.any(String));
  await emulator.clearFaults();
  await sendAll(client, group);
  expect(await readRows(client, group)).toMatchObject([{ state: 'in-group' }, { state: 'in-group' }]);
  expect(await blockedSince()).toBeNull();
  expect((await readGroup(client, group)).blockedAtWiseAt).toBeNull();
});

test('a group is found by its name and its id, and waits on the overview of its owner alone', async ({
  as,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const find = async (who: ConsoleClient, query: string) =>
    (await who.call(findThings, { query: { query } })).body.batchGroups.map(({ id }) => id);
  expect(await find(client, group.name)).toEqual([group.id]);
  expect(await find(await as('auditor'), group.id.slice(0, 13))).toEqual([group.id]);
  expect(await find(await as('branch_manager'), group.name)).toEqual([]);
  requireAdded((await addRows(client, group, britishFile(['0', '0']))).body);
  const waits = async (who: ConsoleClient) =>
    (await who.call(getOverview, {})).body.needsYou.filter(
      (item) => item.kind === 'batch-group' && item.batchGroupId === group.id,
    );
  expect(await waits(client)).toMatchObject([{ why: 'rows-to-mend', rows: 2, name: group.name }]);
  expect(await waits(await as('operator2@example.com'))).toEqual([]);
  expect(await waits(await as('auditor'))).toEqual([]);
});
