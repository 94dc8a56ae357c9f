import { z } from 'zod';
import {
  addPayment,
  findPayee,
  readPaymentForm,
  readTransferForm,
} from '../../lib/contracts/batch-payments.ts';
import { expect, test } from '../fixtures.ts';
import {
  addOne,
  addRows,
  britishPayment,
  makeGroup,
  pathOf,
  readGroup,
  readRows,
  requireAdded,
  sendAll,
} from '../support/batches.ts';

const recipientState = z.object({
  id: z.number(),
  profileId: z.number(),
  currency: z.string(),
  accountHolderName: z.string(),
  active: z.boolean(),
  details: z.record(z.string(), z.unknown()),
});
const transferState = z.object({
  batchGroupId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullish(),
});

const american = {
  targetCurrency: 'USD',
  amountCurrency: 'target',
  amount: '25',
  name: 'Jane Roe',
  receiverType: 'PRIVATE',
  type: 'aba',
  'details.abartn': '064000020',
  'details.accountNumber': '40000000011',
  'details.accountType': 'CHECKING',
  'details.address.country': 'US',
  'details.address.city': 'New York',
  'details.address.firstLine': '158 Wall Street',
  'details.address.postCode': '10025',
};

test('the form is Wise’s: kinds of account with their fields, others once a country is chosen, asked for once an hour', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const read = async (query: Record<string, string | string[]>) =>
    (await client.call(readPaymentForm, { params: pathOf(group), query })).body;
  const { currencies, kinds: none } = await read({});
  expect(currencies).toContain('USD');
  expect(none).toBeNull();

  const [aba] = (await read({ target: 'USD' })).kinds ?? [];
  expect(aba).toMatchObject({ type: 'aba' });
  const fields = aba?.fields ?? [];
  expect(fields.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['name', 'receiverType', 'details.abartn', 'details.address.country']),
  );
  expect(fields.map(({ key }) => key)).not.toContain('address.state');
  const since = new Date().toISOString();
  const chosen = await read({ target: 'USD', type: 'aba', chosen: ['address.country=US'] });
  const state = chosen.kinds?.[0]?.fields.find(({ key }) => key === 'address.state');
  expect(state).toMatchObject({ field: 'details.address.state', isRequired: true });
  expect(state?.choices).toContainEqual({ key: 'NY', name: 'New York' });

  await read({ target: 'USD', type: 'aba', chosen: ['address.country=US'] });
  const asked = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/account-requirements'),
  );
  expect(asked).toHaveLength(1);
  expect((await read({ target: 'XAU' })).kinds ?? []).toEqual([]);
});

test('what is to be mended comes back with its field and nothing is added; what is right becomes a row', async ({
  as,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const wrong = await addOne(client, group, { ...american, 'details.abartn': '064000021', name: 'Jane' });
  expect(wrong.body).toMatchObject({ kind: 'to-mend' });
  const fieldsOf = (body: typeof wrong.body) =>
    body.kind === 'to-mend' ? body.faults.map(({ field }) => field).sort() : [];
  expect(fieldsOf(wrong.body)).toEqual(['details.abartn', 'details.address.state', 'name']);
  expect(await readRows(client, group)).toEqual([]);

  const added = await addOne(client, group, { ...american, 'details.address.state': 'NY' });
  expect(added.body).toMatchObject({
    kind: 'added',
    row: { rowNumber: 1, state: 'waiting', isNewPayee: true },
  });
  const again = await addOne(client, group, { ...american, 'details.address.state': 'NY' });
  expect(again.body).toMatchObject({
    kind: 'to-mend',
    faults: [{ code: 'duplicate_in_file', isAcceptable: true }],
  });
  const meant = await addOne(client, group, { ...american, 'details.address.state': 'NY' }, [
    'duplicate_in_file',
  ]);
  expect(meant.body).toMatchObject({ kind: 'added', row: { rowNumber: 2, accepted: ['duplicate_in_file'] } });
  const strange = await addOne(client, group, { ...american, __proto__x: '1' });
  expect(strange.problem.code).toBe('validation_failed');
});

test('a row of a file is held against what its country asks for too, and arrives at Wise whole', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const header =
    'name,receiverType,targetCurrency,amount,abartn,accountNumber,accountType,addressCountry,addressCity,addressFirstLine,addressPostCode,addressState';
  const row = (account: string, state: string) =>
    `Jane Roe,PERSON,USD,25,064000020,${account},CHECKING,US,New York,158 Wall Street,10025,${state}`;
  requireAdded(
    (await addRows(client, group, [header, row('40000000022', 'NY'), row('40000000033', '')].join('\n')))
      .body,
  );
  const [whole, without] = await readRows(client, group);
  expect(whole).toMatchObject({ state: 'waiting', faults: [] });
  expect(without?.faults).toMatchObject([{ field: 'details.address.state', code: 'detail_missing' }]);
  const paid = await makeGroup(client);
  await addOne(client, paid, {
    ...american,
    'details.accountNumber': '40000000044',
    'details.address.state': 'NY',
  });
  await sendAll(client, paid);
  expect(await readRows(client, paid)).toMatchObject([{ state: 'in-group', code: null }]);
  const made = (await emulator.state('recipients', recipientState)).filter(
    ({ details }) => details.accountNumber === '40000000044',
  );
  expect(made).toHaveLength(1);
});

test('a payee is found by id or by the whole account, never by name, and only among the profile’s own', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const find = async (text: string) =>
    (await client.call(findPayee, { params: pathOf(group), body: { text } })).body.items;
  const all = (await emulator.state('recipients', recipientState)).filter(({ active }) => active);
  const own = all.find(({ profileId, details }) => String(profileId) === group.profileId && details.IBAN);
  const other = all.find(({ profileId }) => String(profileId) !== group.profileId);
  if (!own || !other) throw new Error('The demo has no such recipients');
  const found = await find(String(own.id));
  expect(found).toMatchObject([{ id: String(own.id), name: own.accountHolderName, currency: own.currency }]);
  const iban = String(own.details.IBAN);
  expect((await find(iban.replace(/(.{4})/g, '$1 ').toLowerCase())).map(({ id }) => id)).toContain(
    String(own.id),
  );
  expect(await find(own.accountHolderName)).toEqual([]);
  expect(await find(iban.slice(0, -1))).toEqual([]);
  expect(await find(String(other.id))).toEqual([]);
  const foreign = await addOne(client, group, {
    recipientId: String(other.id),
    targetCurrency: other.currency,
    amount: '5',
  });
  expect(foreign.body).toMatchObject({ kind: 'to-mend', faults: [{ field: 'recipientId' }] });
  const paid = await addOne(client, group, {
    recipientId: String(own.id),
    targetCurrency: own.currency,
    amount: '5',
  });
  expect(paid.body).toMatchObject({ kind: 'added', row: { recipientId: String(own.id), isNewPayee: false } });
});

test('what Wise asks of the transfer is asked for in the form, and reaches Wise with it', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  const rupees = (account: string, more: Record<string, string> = {}) => ({
    targetCurrency: 'INR',
    amountCurrency: 'target',
    amount: '5000',
    name: 'Asha Rao',
    receiverType: 'PRIVATE',
    'details.ifscCode': 'YESB0236041',
    'details.accountNumber': account,
    ...more,
  });
  // A first payee of the kind: Wise tells what it asks for only where there is one.
  const first = await addOne(
    client,
    group,
    rupees('678911234567801', { 'transfer.transferPurpose': 'verification.transfers.purpose.other' }),
  );
  expect(first.body).toMatchObject({ kind: 'added' });
  await sendAll(client, group);
  expect(await readRows(client, group)).toMatchObject([{ state: 'in-group' }]);
  const sent = (await emulator.state('transfers', transferState)).filter(
    ({ batchGroupId }) => batchGroupId !== null && batchGroupId === group.wiseId,
  );
  expect(sent.every(({ details }) => details?.transferPurpose !== undefined)).toBe(true);

  const query = { target: 'INR', type: 'indian', side: 'target', amount: '5000' } as const;
  const { known } = (await client.call(readTransferForm, { params: pathOf(group), query })).body;
  expect(known?.fields).toMatchObject([
    { field: 'transfer.transferPurpose', isRequired: true, isRefreshing: true, type: 'select' },
  ]);
  const goods = 'transferPurpose=verification.transfers.purpose.pay.goods.services';
  const more = (
    await client.call(readTransferForm, { params: pathOf(group), query: { ...query, chosen: [goods] } })
  ).body;
  expect(more.known?.fields.map(({ key }) => key)).toContain('transferPurposeSubTransferPurpose');
  const without = await addOne(client, group, rupees('678911234567802', { name: 'Ravi Iyer' }));
  expect(without.body).toMatchObject({ kind: 'to-mend', faults: [{ field: 'transfer.transferPurpose' }] });
  expect(
    (
      await client.call(readTransferForm, {
        params: pathOf(group),
        query: { ...query, target: 'CZK', type: 'iban' },
      })
    ).body,
  ).toEqual({ known: null });
});

test('who may not write batch groups may not ask; a group that another person changed takes no payment', async ({
  as,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  for (const who of ['auditor', 'compliance', 'admin'] as const) {
    const reader = await as(who);
    expect((await reader.call(readPaymentForm, { params: pathOf(group), query: {} })).status).toBe(403);
    expect((await addOne(reader, group, britishPayment(1))).status).toBe(403);
  }
  const { version } = await readGroup(client, group);
  const body = { version, cells: britishPayment(2), accept: [] };
  const [one, other] = await Promise.all([
    client.call(addPayment, { params: pathOf(group), body }),
    client.call(addPayment, { params: pathOf(group), body }),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 409]);
  expect(await readRows(client, group)).toHaveLength(1);
});
