import { getCardTransaction, getLatestDecline } from '../../lib/contracts/card-transactions.ts';
import { getSpendingPermissions } from '../../lib/contracts/spending-permissions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { type DemoCardName, demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';

const pathOf = (name: DemoCardName) => ({
  profileId: demoCards[name].profileId,
  cardToken: demoCards[name].token,
});

test.describe('the latest decline comes with the control that mends it', () => {
  const latest = async (client: ConsoleClient, name: DemoCardName) =>
    (await client.call(getLatestDecline, { params: pathOf(name) })).body.transaction?.decline;

  for (const [name, code, control] of [
    ['frozen', 'CARD_FROZEN', { kind: 'unfreeze', cardStatus: 'FROZEN' }],
    ['inactive', 'CARD_INACTIVE', { kind: 'activate', cardStatus: 'INACTIVE' }],
    ['blocked', 'CARD_BLOCKED', { kind: 'replacement', cardStatus: 'BLOCKED' }],
    ['expired', 'CARD_EXPIRED', { kind: 'replacement', cardStatus: 'EXPIRED' }],
    ['pinTriesExceeded', 'PIN_ENTRY_TRIES_EXCEEDED', { kind: 'pin-count' }],
    ['insufficientFunds', 'INSUFFICIENT_FUNDS', null],
  ] as const)
    test(`${name}: ${code}`, async ({ as }) => {
      const found = await latest(await as('operator'), name);
      expect(found?.reason.code).toBe(code);
      expect(found?.control).toEqual(control);
    });

  test('payment method off: the switch, its state as last read and when', async ({ as }) => {
    const found = await latest(await as('operator'), 'ecomOff');
    expect(found?.control).toMatchObject({
      kind: 'spending-permission',
      isGuess: false,
      switches: [{ type: 'ECOM', isEnabled: false, isLocked: false }],
      readAt: expect.stringMatching(/^20\d\d-/),
    });
  });

  test('a limit: its value, what is used and when it begins anew, read from Wise', async ({ as }) => {
    const found = await latest(await as('operator'), 'dailyLimit');
    expect(found?.control).toMatchObject({
      kind: 'limit',
      window: 'daily',
      limits: [
        {
          of: 'card',
          value: { amount: '250', currency: 'GBP' },
          usage: { amount: expect.stringMatching(/^\d+(\.\d+)?$/) },
          resetAt: expect.stringMatching(/Z$/),
        },
      ],
    });
  });

  test('where Wise does not tell the limit the decline still stands, and says so', async ({
    as,
    emulator,
  }) => {
    await emulator.addFault({ match: { path: '/spend-limits' }, status: 500 });
    const found = await latest(await as('operator'), 'dailyLimit');
    expect(found?.reason.code).toBe('PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED');
    expect(found?.control).toEqual({ kind: 'unreadable', of: 'limit' });
  });
});

test('GET a payment that met a switch: what the switches were is read at once, and told beside what was read before', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path: params, token: cardToken } = await pickCard(client, { status: 'ACTIVE' });
  const { body: before } = await client.call(getSpendingPermissions, { params });
  const declined = { state: 'DECLINED', declineReason: 'PAYMENT_METHOD_NOT_ALLOWED' };
  const { id: transactionId } = await emulator.makeTransaction({ cardToken, ...declined });
  const read = async () => {
    const path = { profileId: params.profileId, transactionId };
    return (await client.call(getCardTransaction, { params: path })).body.decline?.switchesThen;
  };
  await expect.poll(async () => (await read())?.after?.permissions).toBeDefined();
  const then = await read();
  const sorted = before.permissions.toSorted((one, other) => (one.type < other.type ? -1 : 1));
  expect([then?.before?.permissions, then?.after?.permissions]).toEqual([sorted, sorted]);
});
