import { randomUUID } from 'node:crypto';
import {
  exportCardTransactions,
  getCardTransaction,
  listCardTransactions,
} from '../../lib/contracts/card-transactions.ts';
import { getTransactionExport, listTransactionExports } from '../../lib/contracts/transaction-exports.ts';
import { exportTransactions, listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { Answer, ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { pickCard } from '../support/pick-card.ts';

const shopName = () => `Shop${randomUUID().slice(0, 8)}`;
const idOf = ({ headers }: Answer<unknown>) =>
  /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.csv/.exec(headers.get('content-disposition') ?? '')?.[1] ??
  '';
const linesOf = (csv: string) => csv.trim().split('\n');
const take = async (client: ConsoleClient, query: Record<string, unknown>) =>
  idOf(await client.call(exportTransactions, { query: { ...query, reason: 'audit' } }));
const changedIn = async (client: ConsoleClient, exportId: string) =>
  (await client.call(listTransactions, { query: { changedSinceExport: exportId } })).body;
const countIn = async (client: ConsoleClient, exportId: string) =>
  (await client.call(getTransactionExport, { params: { exportId } })).body.changedSince;

/** Payments that the archive has heard of. */
async function make(
  client: ConsoleClient,
  emulator: EmulatorControl,
  merchant: string,
  facts: Omit<Parameters<EmulatorControl['makeTransaction']>[0], 'merchant'>[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const one of facts)
    ids.push((await emulator.makeTransaction({ ...one, merchant: { name: merchant } })).id);
  const find = async () => (await client.call(listTransactions, { query: { query: merchant } })).body.total;
  await expect.poll(find).toBe(ids.length);
  return ids;
}

test('GET transactions/exports: a late capture after an export is counted, found, and told with what the file says', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path, token } = await pickCard(client, { status: 'ACTIVE' });
  const name = shopName();
  const [released = '', kept] = await make(client, emulator, name, [
    { cardToken: token, state: 'CANCELLED', billingCurrency: 'GBP' },
    { cardToken: token, state: 'COMPLETED', billingCurrency: 'GBP' },
  ]);
  const all = await client.call(exportTransactions, { query: { query: name, reason: 'audit' } });
  const exportId = idOf(all);
  const file = await client.call(exportCardTransactions, {
    params: path,
    query: { query: name, reason: 'audit' },
  });
  expect(linesOf(file.text)[0]).toContain('Reporting amount,Reporting currency,Rate,Rate of');
  const ofCard = idOf(file);
  await emulator.moveTransaction(released, { step: 'CAPTURE' });
  await expect.poll(() => countIn(client, exportId)).toBe(1);

  const { items, total } = await changedIn(client, exportId);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    id: released,
    state: 'COMPLETED',
    changedSince: { exportId, told: { state: 'CANCELLED' } },
  });
  const { body: one } = await client.call(getCardTransaction, {
    params: { profileId: path.profileId, transactionId: released },
  });
  expect(one).toMatchObject({ state: 'COMPLETED', changedSince: { exportId: ofCard } });
  expect(one.reporting?.currency).toBe('GBP');
  const ofItsCard = await client.call(listCardTransactions, { params: path, query: { query: name } });
  expect(ofItsCard.body.items.map(({ changedSince, id }) => [id, changedSince?.exportId])).toEqual([
    [kept, undefined],
    [released, ofCard],
  ]);
  const again = await client.call(exportTransactions, {
    query: { changedSinceExport: exportId, reason: 'audit' },
  });
  expect(linesOf(again.text)).toHaveLength(2);
  expect(again.text).not.toContain(`${kept},`);
  const { body: listed } = await client.call(listTransactionExports, {
    query: { query: ofCard.slice(0, 12) },
  });
  expect(listed.items).toMatchObject([
    { id: ofCard, isOwn: true, rows: 2, state: 'whole', changedSince: 1, card: { cardToken: token } },
  ]);
});

test('a reason that only compliance may know changes under it, and nobody else sees a change', async ({
  as,
  emulator,
}) => {
  const [operator, compliance, auditor] = [await as('operator'), await as('compliance'), await as('auditor')];
  const { token } = await pickCard(operator, { status: 'ACTIVE' });
  const name = shopName();
  const [hidden = '', open = ''] = await make(operator, emulator, name, [
    { cardToken: token, state: 'DECLINED', declineReason: 'SUSPECTED_FRAUD_AML' },
    { cardToken: token, state: 'CANCELLED' },
  ]);
  const [own, theirs] = [await take(operator, { query: name }), await take(compliance, { query: name })];
  await emulator.moveTransaction(hidden, { state: 'DECLINED', declineReason: 'SUSPECTED_FRAUD_SANCTIONS' });
  await emulator.moveTransaction(open, { step: 'CAPTURE' });
  await expect.poll(() => countIn(compliance, theirs)).toBe(2);
  expect(await countIn(operator, own)).toBe(1);
  for (const client of [operator, auditor, compliance])
    expect((await changedIn(client, own)).items.map(({ id }) => id)).toEqual([open]);
  expect((await changedIn(auditor, theirs)).items).toEqual([]);
});

test('another person’s export answers as one that never was; compliance and auditors read what they may know', async ({
  as,
}) => {
  const [own, other] = [await as('operator'), await as('operator2@example.com')];
  const exportId = await take(own, { state: ['NO_SUCH_STATE'] });
  const hidden = await take(await as('compliance'), { declineReason: ['SUSPECTED_FRAUD_AML'] });
  const ask = async (client: ConsoleClient, id: string) => {
    const { status, text } = await client.send('GET', `/api/transactions/exports/${id}`);
    return [status, text.replace(/"requestId":"[^"]*"/, '')];
  };
  const unknown = await ask(other, randomUUID());
  expect(unknown[0]).toBe(404);
  expect(await ask(other, exportId)).toEqual(unknown);
  expect(await ask(own, hidden)).toEqual(unknown);
  const auditor = await as('auditor');
  expect(await ask(auditor, hidden)).toEqual(unknown);
  expect((await ask(auditor, exportId))[0]).toBe(200);
  expect((await ask(await as('compliance'), exportId))[0]).toBe(200);
  for (const role of ['admin', 'branch_manager'] as const)
    expect((await ask(await as(role), exportId))[0]).toBe(403);
});
