import { z } from 'zod';
import { changeBatchRows } from '../../lib/contracts/batch-rows.ts';
import { expect, test } from '../fixtures.ts';
import {
  addRows,
  britishHeader,
  britishRow,
  makeGroup,
  pathOf,
  readGroup,
  readRows,
  requireAdded,
  sendAll,
} from '../support/batches.ts';

const recipientState = z.object({ id: z.number(), details: z.record(z.string(), z.string()) });
/** Payees that no other test pays. */
const from = 700;

test('a saved recipient without the address that Wise wants is held back before anything is sent, and mended by the row', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const pounds = await makeGroup(client);
  const rows = [from, from + 1].map((index) => britishRow(index, '4.10'));
  requireAdded((await addRows(client, pounds, [britishHeader, ...rows].join('\n'))).body);
  await sendAll(client, pounds);

  const dollars = await makeGroup(client, { sourceCurrency: 'USD' });
  const again = [from, from + 1].map((index) => britishRow(index, '4.20', `AGAIN ${index}`));
  requireAdded((await addRows(client, dollars, [britishHeader, ...again].join('\n'))).body);
  const held = await readRows(client, dollars);
  expect(held).toMatchObject(
    [1, 2].map((rowNumber) => ({
      rowNumber,
      state: 'held-back',
      faults: [{ code: 'recipient_without_address', field: 'details.address.country', isAcceptable: true }],
    })),
  );

  const { version } = await readGroup(client, dollars);
  const address = {
    'details.address.country': 'GB',
    'details.address.city': 'Leeds',
    'details.address.firstLine': '1 Mill Lane',
    'details.address.postCode': 'LS1 4AP',
  };
  const changed = await client.call(changeBatchRows, {
    params: pathOf(dollars),
    body: {
      version,
      rows: [
        { rowNumber: 1, cells: { ...held[0]?.cells, ...address } },
        { rowNumber: 2, accept: ['recipient_without_address'] },
      ],
    },
  });
  expect(changed.status).toBe(200);
  await sendAll(client, dollars);
  // Accepted against better knowledge, Wise refuses it.
  expect(await readRows(client, dollars)).toMatchObject([
    { state: 'in-group', isNewPayee: true },
    { state: 'refused', transferId: null },
  ]);
  const account = String(60_000_001 + from * 7);
  const made = (await emulator.state('recipients', recipientState)).filter(
    ({ details }) => details.accountNumber === account,
  );
  expect(made).toHaveLength(2);

  // The one with the address is known from now on, also where the row gives none.
  const more = await makeGroup(client, { sourceCurrency: 'USD' });
  requireAdded(
    (await addRows(client, more, [britishHeader, britishRow(from, '4.30', 'MORE')].join('\n'))).body,
  );
  expect(await readRows(client, more)).toMatchObject([{ state: 'waiting', isNewPayee: false, faults: [] }]);
});
