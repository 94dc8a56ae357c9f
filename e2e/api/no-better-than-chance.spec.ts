import { getCardTransaction, listCardTransactions } from '../../lib/contracts/card-transactions.ts';
import { takeCase } from '../../lib/contracts/cases.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { notDisclosed } from '../support/hidden-declines.ts';
import { pickCard } from '../support/pick-card.ts';

const restricted = [
  'SUSPECTED_FRAUD_AML',
  'SUSPECTED_FRAUD_COMPLIANCE',
  'SUSPECTED_FRAUD_SANCTIONS',
  'ACCOUNT_SUSPENDED',
  'CARD_PARTNER_SUSPENDED',
];
const cover = [
  'SUSPECTED_FRAUD',
  'SUSPECTED_FRAUD_CORE_FRAUD',
  'SCHEME_BLOCKED_TRANSACTION',
  'INCORRECT_ARQC',
  'UNEXPECTED_ERROR',
  '',
];
/** What two payments of one mould differ in, whatever became of them. */
const ownFacts = /^(id|.*Id|.*Time|.*At|asOf|at|approvalCode|arn|name|nextCursor|merchantName)$/;

/** Twenty restricted declines and twenty of the cover, alike in all else, in an order that tells nothing. */
async function declineForty(emulator: EmulatorControl, cardToken: string): Promise<string[]> {
  const reasons = Array.from({ length: 20 }, (_, index) => [
    restricted[index % restricted.length] ?? '',
    cover[index % cover.length] ?? '',
  ]).flat();
  const ids: string[] = [];
  for (const [index, declineReason] of reasons.entries()) {
    const { id } = await emulator.makeTransaction({
      cardToken,
      state: 'DECLINED',
      type: 'POS_PURCHASE',
      declineReason,
      amount: { amount: 640.5, currency: 'GBP' },
      merchant: { name: `Shop ${index}` },
    });
    ids.push(id);
  }
  return ids;
}

/** All that these endpoints tell of a payment, without what is the payment's own. */
const mould = (told: unknown): string =>
  JSON.stringify(told, (key, value: unknown) => (ownFacts.test(key) ? undefined : value));

async function expectOneMould(
  client: ConsoleClient,
  emulator: EmulatorControl,
  card: { profileId: string; cardToken: string },
  ids: readonly string[],
): Promise<void> {
  const query = { declineReason: [notDisclosed], limit: 100 };
  const ofCard = (await client.call(listCardTransactions, { params: card, query })).body.items;
  const archived = await client.call(listTransactions, { query: { ...query, cardToken: card.cardToken } });
  const moulds = new Set<string>();
  const calls = new Set<string>();
  for (const id of ids) {
    const since = new Date().toISOString();
    const { body } = await client.call(getCardTransaction, {
      params: { profileId: card.profileId, transactionId: id },
    });
    const asked = (await emulator.requests(since)).filter(({ path }) => path.includes(id));
    calls.add(String(asked.length));
    const found = [ofCard, archived.body.items].map((items) => items.find((one) => one.id === id));
    expect(found).not.toContain(undefined);
    moulds.add(mould([body, ...found]));
  }
  expect([...moulds]).toHaveLength(1);
  expect([...calls], 'how often Wise was asked').toHaveLength(1);
}

test('of forty declines that are not disclosed nobody can tell the restricted ones, before compliance works on one and after', async ({
  as,
  emulator,
}) => {
  const [operator, compliance, compliance2] = await Promise.all([
    as('operator'),
    as('compliance'),
    as(approver),
  ]);
  const { profileId, token: cardToken } = await pickCard(operator, { status: 'ACTIVE' });
  const card = { profileId, cardToken };
  const ids = await declineForty(emulator, cardToken);
  await expect
    .poll(
      async () =>
        (await operator.call(listTransactions, { query: { cardToken, declineReason: [notDisclosed] } })).body
          .total,
    )
    .toBeGreaterThanOrEqual(ids.length);
  await expectOneMould(operator, emulator, card, ids);

  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const worked = await haveCase(compliance, emulator, reason, { cardToken, merchant: 'Shop 40' });
  await compliance.call(takeCase, { params: { caseId: worked.id }, body: { version: worked.version } });
  for (const who of ['operator', 'auditor', 'admin'] as const)
    await expectOneMould(await as(who), emulator, card, [...ids, worked.transactionId]);
});
