import {
  createBatchGroup,
  discardBatchGroup,
  getBatchGroup,
  listBatchGroups,
  updateBatchGroup,
} from '../../lib/contracts/batch-groups.ts';
import { addBatchRows, changeBatchRows, exportBatchRows } from '../../lib/contracts/batch-rows.ts';
import { z } from 'zod';
import { expect, test } from '../fixtures.ts';
import {
  addRows,
  britishFile,
  britishHeader,
  britishRow,
  freshName,
  makeGroup,
  pathOf,
  payer,
  readGroup,
  readRows,
  requireAdded,
} from '../support/batches.ts';

test('a new group is in the register, found by name, owner and profile; nothing of it is at Wise', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client, { name: freshName('Café suppliers') });
  expect(group).toMatchObject({
    profileId: payer,
    sourceCurrency: 'GBP',
    status: 'OPEN',
    origin: 'console',
    wiseId: null,
    owner: { name: 'Leah Brandt' },
  });
  const find = async (query: object) =>
    (await client.call(listBatchGroups, { query })).body.items.map(({ id }) => id);
  const word = group.name.split(' ').at(-1);
  expect(await find({ query: `cafe ${word}` })).toEqual([group.id]);
  expect(
    await find({ query: word, owner: 'me', profileId: [payer], currency: ['GBP'], status: ['OPEN'] }),
  ).toEqual([group.id]);
  expect(await find({ query: word, currency: ['EUR'] })).toEqual([]);
  expect(await find({ query: word, status: ['RUNNING'] })).toEqual([]);
  const atWise = await emulator.state('batch-groups', z.looseObject({ name: z.string() }));
  expect(atWise.map(({ name }) => name)).not.toContain(group.name);
});

test('a repeated name of the same profile is said, and taken where it is meant', async ({ as }) => {
  const client = await as('operator');
  const { name } = await makeGroup(client);
  const body = { profileId: payer, name: name.toUpperCase(), sourceCurrency: 'GBP' };
  const again = await client.call(createBatchGroup, { body });
  expect([again.status, again.problem.code]).toEqual([409, 'batch_name_repeated']);
  expect((await client.call(createBatchGroup, { body: { ...body, sameName: true } })).status).toBe(200);
  expect((await client.call(createBatchGroup, { body: { ...body, profileId: '30000002' } })).status).toBe(
    200,
  );
});

test('a name of 101 characters, a currency of none and an unknown profile are refused', async ({ as }) => {
  const client = await as('operator');
  const create = (body: { profileId: string; name: string; sourceCurrency: string }) =>
    client.call(createBatchGroup, { body });
  const usual = { profileId: payer, name: freshName('x'), sourceCurrency: 'GBP' };
  expect((await create({ ...usual, name: 'n'.repeat(101) })).status).toBe(400);
  expect((await create({ ...usual, sourceCurrency: 'pounds' })).status).toBe(400);
  expect((await create({ ...usual, profileId: '999' })).status).toBe(404);
});

test('pages of the register meet every group once', async ({ as }) => {
  const client = await as('operator');
  const word = freshName('Paged').replace(' ', '');
  const ids: string[] = [];
  for (let index = 0; index < 5; index++)
    ids.push((await makeGroup(client, { name: `${word} ${index}` })).id);
  for (const sort of ['-changed', 'created', 'name', '-name'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await client.call(listBatchGroups, {
        query: { query: word, sort, limit: 2, ...(cursor && { cursor }) },
      });
      expect(body.total).toBe(5);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect([...seen].sort()).toEqual([...ids].sort());
  }
});

test('a group is renamed and thrown away by who saw it as it is', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const rename = (version: number) =>
    client.call(updateBatchGroup, { params: pathOf(group), body: { version, name: `${group.name} B` } });
  const renamed = await rename(group.version);
  expect(renamed.body).toMatchObject({ name: `${group.name} B`, version: group.version + 1 });
  expect((await rename(group.version)).problem.code).toBe('conflict');
  const discard = (version: number) =>
    client.call(discardBatchGroup, { params: pathOf(group), body: { version } });
  expect((await discard(group.version)).status).toBe(409);
  expect((await discard(group.version + 1)).body).toMatchObject({ status: 'DISCARDED' });
  expect((await rename(group.version + 2)).problem.code).toBe('batch_past_this');
});

test('another profile’s path does not lead to a group', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const answer = await client.call(getBatchGroup, {
    params: { profileId: '30000002', batchGroupId: group.id },
  });
  expect(answer.status).toBe(404);
});

test('compliance, administrators and auditors read groups and change none; branches see none', async ({
  as,
}) => {
  const group = await makeGroup(await as('operator'));
  for (const who of ['compliance', 'admin', 'auditor'] as const) {
    const client = await as(who);
    expect((await client.call(getBatchGroup, { params: pathOf(group) })).status).toBe(200);
    const written = await client.call(discardBatchGroup, { params: pathOf(group), body: { version: 1 } });
    expect(written.status).toBe(403);
  }
  expect((await (await as('branch_manager')).call(listBatchGroups, { query: {} })).status).toBe(403);
});

test('a file’s rows are checked: what is ready waits, what is wrong is held back and says how to mend it', async ({
  as,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const file = [
    britishHeader,
    britishRow(1, '120.50'),
    britishRow(2, '0'),
    'Northern Gas Direct,040075,4392018,GBP,target,10.00,gas,INSTITUTION',
    ',040075,37770002,GBP,target,10.00,nobody,INSTITUTION',
    'Ito Kikai Company,,,JPY,target,240000.50,yen,INSTITUTION',
  ].join('\n');
  const added = requireAdded((await addRows(client, group, file)).body);
  expect(added.rows).toMatchObject({ waiting: 1, heldBack: 4 });
  expect(added.totals.toCome).toEqual([{ amount: '120.5', currency: 'GBP', side: 'target', rows: 1 }]);
  const rows = await readRows(client, group);
  expect(rows.map(({ state, faults }) => [state, faults[0]?.code])).toEqual([
    ['waiting', undefined],
    ['held-back', 'amount_zero'],
    ['held-back', 'digits_count'],
    ['held-back', 'name_missing'],
    ['held-back', expect.any(String)],
  ]);
  expect(rows[4]?.faults.map(({ code }) => code)).toContain('amount_decimals');
  expect(rows[2]?.faults[0]).toMatchObject({ field: 'details.accountNumber', isAcceptable: false });
});

test('mending a cell frees its row; leaving one out takes it from what is to be sent', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const file = [britishHeader, britishRow(11, '10.00'), britishRow(12, '-3')].join('\n');
  const added = requireAdded((await addRows(client, group, file)).body);
  const [, bad] = await readRows(client, group);
  const change = (version: number, rows: Parameters<typeof bodyOf>[0]) =>
    client.call(changeBatchRows, { params: pathOf(group), body: bodyOf(rows, version) });
  const mended = await change(added.version, [{ rowNumber: 2, cells: { ...bad?.cells, amount: '3.00' } }]);
  expect(mended.body.rows).toMatchObject([{ rowNumber: 2, state: 'waiting', amount: '3', faults: [] }]);
  expect(mended.body.group.rows).toMatchObject({ waiting: 2, heldBack: 0 });
  expect((await change(added.version, [{ rowNumber: 1, leaveOut: true }])).problem.code).toBe('conflict');
  const out = await change(mended.body.group.version, [{ rowNumber: 1, leaveOut: true }]);
  expect(out.body.group.rows).toMatchObject({ waiting: 1, leftOut: 1 });
  const again = await change(out.body.group.version, [{ rowNumber: 1, leaveOut: false }]);
  expect(again.body.group.rows).toMatchObject({ waiting: 2, leftOut: 0 });
  expect((await change(again.body.group.version, [{ rowNumber: 99, leaveOut: true }])).status).toBe(404);
});
const bodyOf = (
  rows: { rowNumber: number; cells?: Record<string, string>; leaveOut?: boolean; accept?: string[] }[],
  version: number,
) => ({ version, rows });

test('the same payment twice is a doubt that a person accepts; also against a group of these weeks', async ({
  as,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const file = [britishHeader, britishRow(21, '77.00'), britishRow(21, '77.00')].join('\n');
  const added = requireAdded((await addRows(client, group, file)).body);
  const [, second] = await readRows(client, group);
  expect(second).toMatchObject({
    state: 'held-back',
    faults: [{ code: 'duplicate_in_file', isAcceptable: true }],
    flags: expect.arrayContaining([{ code: 'duplicate-in-file', row: 1 }]),
  });
  const accepted = await client.call(changeBatchRows, {
    params: pathOf(group),
    body: { version: added.version, rows: [{ rowNumber: 2, accept: ['duplicate_in_file'] }] },
  });
  expect(accepted.body.group.rows).toMatchObject({ waiting: 2, heldBack: 0 });
  const later = await makeGroup(client);
  requireAdded((await addRows(client, later, [britishHeader, britishRow(21, '77.00')].join('\n'))).body);
  expect((await readRows(client, later))[0]?.faults).toMatchObject([{ code: 'like_recent_batch' }]);
});

const savedRecipient = z.object({
  id: z.number(),
  profileId: z.number().nullable(),
  accountHolderName: z.string(),
  type: z.string(),
  active: z.boolean(),
  details: z.record(z.string(), z.string()),
});

test('a saved recipient is known by its account, never by its name; a new payee stands out', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const saved = (await emulator.state('recipients', savedRecipient)).find(
    ({ active, profileId, type }) => type === 'sort_code' && active && String(profileId) === payer,
  );
  if (!saved) throw new Error('no saved recipient');
  const { accountHolderName: name, details, id } = saved;
  const group = await makeGroup(client);
  const known = `${name},${details.sortCode},${details.accountNumber},GBP,target,5.00,known,INSTITUTION`;
  const samename = `${name},040075,37770001,GBP,target,6.00,same name,INSTITUTION`;
  requireAdded((await addRows(client, group, [britishHeader, known, samename].join('\n'))).body);
  const [first, second] = await readRows(client, group);
  expect(first).toMatchObject({ recipientId: String(id), isNewPayee: false });
  expect(second).toMatchObject({ recipientId: null, isNewPayee: true, state: 'held-back' });
  expect(second?.faults.map(({ code }) => code)).toContain('known_name_other_account');
});

test('a header that leaves a doubt is asked about once, and remembered', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const unique = freshName('Kontonr').replace(/\W/g, '');
  const file = (index: number) =>
    `Wer,BLZ,${unique},Was,Wieviel,Wofür,Art\nPayee Holdings,040075,${37778842 + index * 3},GBP,1${index}.00,Rechnung ${index},INSTITUTION`;
  const asked = await addRows(client, group, file(1));
  expect(asked.body).toMatchObject({
    kind: 'needs-mapping',
    header: ['Wer', 'BLZ', unique, 'Was', 'Wieviel', 'Wofür', 'Art'],
    samples: [expect.arrayContaining(['040075'])],
  });
  const mapping = [
    'name',
    'details.sortCode',
    'details.accountNumber',
    'targetCurrency',
    'amount',
    'paymentReference',
    'receiverType',
  ];
  requireAdded((await addRows(client, group, file(1), { mapping })).body);
  requireAdded((await addRows(client, group, file(2))).body);
  expect((await readGroup(client, group)).rows.waiting + (await readGroup(client, group)).rows.heldBack).toBe(
    2,
  );
});

test('rows to mend go out as a file and take their own places again', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const file = [britishHeader, britishRow(31, '10.00'), britishRow(32, 'ten'), britishRow(33, '12.00')].join(
    '\n',
  );
  requireAdded((await addRows(client, group, file)).body);
  const { text: csv } = await client.call(exportBatchRows, {
    params: pathOf(group),
    query: { rows: 'to-mend' },
  });
  expect(csv).toContain('INV 32');
  expect(csv).not.toContain('INV 31');
  const again = requireAdded((await addRows(client, group, csv.replace(',ten,', ',10.50,'))).body);
  expect(again.rows).toMatchObject({ waiting: 3, heldBack: 0 });
  expect((await readRows(client, group))[1]).toMatchObject({ rowNumber: 2, amount: '10.5' });
});

test('rows that are there stay ready when a file of another currency is added', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  requireAdded((await addRows(client, group, [britishHeader, britishRow(41, '10.00')].join('\n'))).body);
  const euros = [
    'name,IBAN,targetCurrency,amountCurrency,amount,paymentReference,receiverType',
    'Tiefbau Holdings,DE89370400440532013000,EUR,target,10.00,INV 42,INSTITUTION',
  ].join('\n');
  requireAdded((await addRows(client, group, euros)).body);
  expect(await readRows(client, group)).toMatchObject([
    { rowNumber: 1, state: 'waiting', targetCurrency: 'GBP' },
    { rowNumber: 2, targetCurrency: 'EUR' },
  ]);
});

const bad: [string, string | Buffer, string][] = [
  ['nothing in it', '', 'batch_file_empty'],
  ['a header alone', britishHeader, 'batch_file_no_payments'],
  [
    'bytes of a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]),
    'batch_file_not_text',
  ],
  ['1,001 rows', britishFile(Array.from({ length: 1001 }, () => '1.00')), 'batch_file_too_many_rows'],
];
for (const [what, content, code] of bad)
  test(`a file with ${what} answers ${code}, and nothing is added`, async ({ as }) => {
    const client = await as('operator');
    const group = await makeGroup(client);
    const answer = await addRows(client, group, content);
    expect(answer.problem.code).toBe(code);
    expect(await readRows(client, group)).toEqual([]);
    expect((await readGroup(client, group)).version).toBe(group.version);
  });

test('10 MB are refused before they are read', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const answer = await client.call(addBatchRows, {
    params: pathOf(group),
    body: { version: 1, content: 'QUFB'.repeat(2_500_000) },
  });
  expect([answer.status, answer.problem.code]).toEqual([413, 'body_too_large']);
});

test('a thousand rows are checked and read as one', async ({ as }) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const amounts = Array.from({ length: 1000 }, (_, index) => `${100 + index}.25`);
  const added = requireAdded((await addRows(client, group, britishFile(amounts))).body);
  expect(added.rows).toMatchObject({ waiting: 1000, heldBack: 0 });
  expect(added.totals.toCome).toEqual([{ amount: '599750', currency: 'GBP', side: 'target', rows: 1000 }]);
  const more = await addRows(client, group, britishFile(['1.00']));
  expect(more.problem.code).toBe('batch_file_too_many_rows');
});
