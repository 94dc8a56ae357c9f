import { expect } from '@playwright/test';
import { settledBatchStatuses } from '../../lib/catalogues/batch-statuses.ts';
import { fundBatchGroup, getBatchFunding } from '../../lib/contracts/batch-funding.ts';
import {
  type BatchGroupDetail,
  completeBatchGroup,
  createBatchGroup,
  getBatchGroup,
  runBatchGroup,
} from '../../lib/contracts/batch-groups.ts';
import { addPayment } from '../../lib/contracts/batch-payments.ts';
import {
  addBatchRows,
  type AddedBatchRows,
  type BatchRow,
  listBatchRows,
} from '../../lib/contracts/batch-rows.ts';
import type { ConsoleClient } from './console-client.ts';

/** Of the demo: a business with balances in several currencies and saved recipients. */
export const payer = '30000001';

let made = 0;
/** No other group of the tests has it. */
export const freshName = (about: string): string => `${about} ${Date.now().toString(36)}-${made++}`;

export const pathOf = ({ id, profileId }: { id: string; profileId: string }) => ({
  profileId,
  batchGroupId: id,
});

export async function makeGroup(
  client: ConsoleClient,
  { name = freshName('Suppliers'), sourceCurrency = 'GBP', profileId = payer } = {},
): Promise<BatchGroupDetail> {
  const answer = await client.call(createBatchGroup, { body: { profileId, name, sourceCurrency } });
  expect(answer.status).toBe(200);
  return answer.body;
}

export async function addRows(
  client: ConsoleClient,
  group: BatchGroupDetail,
  csv: string | Buffer,
  more: { replaces?: boolean; mapping?: (string | null)[] } = {},
) {
  const { version } = (await client.call(getBatchGroup, { params: pathOf(group) })).body;
  const content = Buffer.from(csv).toString('base64');
  return client.call(addBatchRows, { params: pathOf(group), body: { version, content, ...more } });
}

export function requireAdded(reply: AddedBatchRows): BatchGroupDetail {
  if (reply.kind !== 'added') throw new Error('The columns were asked about');
  return reply.group;
}

export const readRows = async (client: ConsoleClient, group: BatchGroupDetail): Promise<BatchRow[]> =>
  (await client.call(listBatchRows, { params: pathOf(group), query: {} })).body.items;

export const readGroup = async (client: ConsoleClient, group: BatchGroupDetail): Promise<BatchGroupDetail> =>
  (await client.call(getBatchGroup, { params: pathOf(group) })).body;

/** Sends the rows and waits until all that could be sent is sent. */
export async function sendAll(client: ConsoleClient, group: BatchGroupDetail): Promise<BatchGroupDetail> {
  const { version } = await readGroup(client, group);
  const started = await client.call(runBatchGroup, { params: pathOf(group), body: { version } });
  expect(started.status).toBe(200);
  await expect
    .poll(async () => (await readGroup(client, group)).status, { intervals: [200], timeout: 60_000 })
    .toMatch(new RegExp(`^(${settledBatchStatuses.join('|')})$`));
  return readGroup(client, group);
}

export async function makeSent(
  client: ConsoleClient,
  amounts: readonly string[],
  references: readonly string[] = [],
): Promise<BatchGroupDetail> {
  const group = await makeGroup(client);
  requireAdded((await addRows(client, group, britishFile(amounts, references))).body);
  return sendAll(client, group);
}

/** One that is ready to be funded. */
export async function makeClosed(
  client: ConsoleClient,
  amounts: readonly string[],
  references: readonly string[] = [],
): Promise<BatchGroupDetail> {
  const group = await makeSent(client, amounts, references);
  const closed = await client.call(completeBatchGroup, {
    params: pathOf(group),
    body: { wiseVersion: group.wiseVersion ?? '' },
  });
  expect(closed.body).toMatchObject({ status: 'CLOSED', wiseStatus: 'COMPLETED' });
  return closed.body;
}

/** One in dollars that is ready to be funded. Wise debits accounts in American and in Canadian ones. */
export async function makeClosedInDollars(
  client: ConsoleClient,
  amounts: readonly string[],
  sourceCurrency: 'USD' | 'CAD' = 'USD',
): Promise<BatchGroupDetail> {
  const group = await makeGroup(client, { sourceCurrency });
  requireAdded((await addRows(client, group, dollarFile(amounts))).body);
  const { wiseVersion } = await sendAll(client, group);
  const body = { wiseVersion: wiseVersion ?? '' };
  return (await client.call(completeBatchGroup, { params: pathOf(group), body })).body;
}

/** One whose transfers are paid for; what becomes of them then comes by and by. */
export async function makeFunded(
  client: ConsoleClient,
  amounts: readonly string[],
  references: readonly string[] = [],
): Promise<BatchGroupDetail> {
  const group = await makeClosed(client, amounts, references);
  const { total } = (await client.call(getBatchFunding, { params: pathOf(group) })).body;
  const funded = await client.call(fundBatchGroup, { params: pathOf(group), body: { total: total ?? '' } });
  expect(funded.status).toBe(200);
  return group;
}

/** One of its own for each: a known name with another account makes the check suspicious. */
const nameOf = (index: number): string =>
  [...String(index)]
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('')
    .replace(/^./, (first) => first.toUpperCase());

/** A name, a sort code and an account number for each index. */
export const britishRow = (index: number, amount: string, reference = `INV ${index}`): string =>
  `Payee ${nameOf(index)} Holdings,040075,${String(60000001 + index * 7)},GBP,target,${amount},${reference},INSTITUTION`;
export const britishHeader =
  'name,sortCode,accountNumber,targetCurrency,amountCurrency,amount,paymentReference,receiverType';
export const britishFile = (amounts: readonly string[], references: readonly string[] = []): string =>
  [britishHeader, ...amounts.map((amount, index) => britishRow(index, amount, references[index]))].join('\n');

/** Wise: what is paid in dollars needs the payee's address, so these are payees of their own. */
export const dollarFile = (amounts: readonly string[]): string =>
  [
    `${britishHeader},address.country,address.city,address.firstLine,address.postCode`,
    ...amounts.map(
      (amount, index) => `${britishRow(index + 100, amount)},GB,Leeds,${index + 1} Mill Lane,LS1 4AP`,
    ),
  ].join('\n');

/** One payment by the form. */
export const addOne = async (
  client: ConsoleClient,
  group: BatchGroupDetail,
  cells: Record<string, string>,
  accept: string[] = [],
) => {
  const { version } = await readGroup(client, group);
  return client.call(addPayment, { params: pathOf(group), body: { version, cells, accept } });
};

/** As it is filled in, to another account for each index. */
export const britishPayment = (index: number) => ({
  targetCurrency: 'GBP',
  amountCurrency: 'target',
  amount: '12.40',
  name: `Harbour Lights ${nameOf(index)} Ltd`,
  receiverType: 'BUSINESS',
  'details.sortCode': '04-00-75',
  'details.accountNumber': String(71_000_001 + index * 7),
  paymentReference: `Berth ${index}`,
});
