import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';

const payments = 40;

test('a storm of shuffled and doubled states ends in the archive as it ended at Wise', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const { token } = await pickCard(operator, { status: 'ACTIVE' });
  await emulator.changeSettings({ webhookFaults: { duplicate: 0.5, shuffle: 0.5, drop: 0 } });
  const truth = new Map<string, [string, string]>();
  for (let index = 0; index < payments; index++) {
    const amount = { amount: 10 + index, currency: 'GBP' };
    const { id } = await emulator.makeTransaction({ cardToken: token, state: 'IN_PROGRESS', amount });
    if (index % 4 !== 0) await emulator.moveTransaction(id, { step: 'PARTIAL_REVERSAL', amount: 5 + index });
    if (index % 4 === 2) await emulator.moveTransaction(id, { step: 'FULL_REVERSAL' });
    if (index % 2 === 1 || index % 8 === 2) await emulator.moveTransaction(id, { step: 'CAPTURE' });
    const state =
      index % 2 === 1 || index % 8 === 2 ? 'COMPLETED' : index % 4 === 2 ? 'CANCELLED' : 'IN_PROGRESS';
    truth.set(id, [state, String(index % 4 === 0 ? 10 + index : 5 + index)]);
  }
  await emulator.settleWebhooks();
  const read = async () => {
    const { body } = await operator.call(listTransactions, { query: { cardToken: [token], limit: 200 } });
    return body.items
      .filter(({ id }) => truth.has(id))
      .map(({ id, state, transactionAmount }) => [id, [state, transactionAmount.amount]])
      .sort();
  };
  await expect.poll(read, { timeout: 60_000 }).toEqual([...truth].sort());
});
