import { type CardTransaction, getCardTransaction } from '../../lib/contracts/card-transactions.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';

const stepsOf = ({ steps }: CardTransaction) =>
  steps.map(({ amount, source, state, step }) => [step, state, amount.amount, source]);

test('a transaction shows every step that Wise delivered, though Wise itself shows the last one only', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const { path, token } = await pickCard(operator, { status: 'ACTIVE' });
  const amount = { amount: 40, currency: 'GBP' };
  const { id } = await emulator.makeTransaction({ cardToken: token, state: 'IN_PROGRESS', amount });
  await emulator.moveTransaction(id, { step: 'PARTIAL_REVERSAL', amount: 25 });
  await emulator.moveTransaction(id, { step: 'CAPTURE' });
  const params = { profileId: path.profileId, transactionId: id };
  const read = async () => stepsOf((await operator.call(getCardTransaction, { params })).body);
  await expect.poll(read).toEqual([
    ['AUTH', 'IN_PROGRESS', '40', 'webhook'],
    ['PARTIAL_REVERSAL', 'IN_PROGRESS', '25', 'webhook'],
    ['CAPTURE', 'COMPLETED', '25', 'webhook'],
  ]);
});

test('what Wise does not show any more is shown as it was told last, and says so', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const { path, token } = await pickCard(operator, { status: 'ACTIVE' });
  const { id } = await emulator.makeTransaction({
    cardToken: token,
    state: 'DECLINED',
    declineReason: 'SUSPECTED_FRAUD_AML',
    merchant: { name: 'Long Gone Ltd' },
  });
  const params = { profileId: path.profileId, transactionId: id };
  const read = async () => (await operator.call(getCardTransaction, { params })).body;
  await expect.poll(async () => (await read()).steps.length).toBe(1);
  expect((await read()).isFromArchive).toBe(false);
  await emulator.addFault({ match: { path: `cards/transactions/${id}` }, status: 422 });
  expect(await read()).toMatchObject({
    isFromArchive: true,
    state: 'DECLINED',
    declineReason: 'NOT_DISCLOSED',
    merchant: { name: 'Long Gone Ltd' },
  });
  const compliance = await as('compliance');
  const seen = await compliance.call(getCardTransaction, { params });
  expect(seen.body.declineReason).toBe('SUSPECTED_FRAUD_AML');
  await emulator.clearFaults();
  const other = { profileId: '30000102', transactionId: id };
  expect((await operator.call(getCardTransaction, { params: other })).status).toBe(404);
});
