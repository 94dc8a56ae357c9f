import { randomInt } from 'node:crypto';
import { listProfiles } from '../../lib/contracts/profiles.ts';
import type { TransactionNumbers } from '../../lib/contracts/transaction-numbers.ts';
import { exportTransactionNumbers, readTransactionNumbers } from '../../lib/contracts/transaction-numbers.ts';
import { listTransactions, type TransactionsQuery } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { pickCard } from '../support/pick-card.ts';

const dayMs = 86_400_000;
/**
 * Before the demo’s payments, and within what is kept at the least; none beside another, so that the day and the one before
 * it are the test’s own.
 */
let lastDay = Math.floor(Date.now() / dayMs) * dayMs - (130 + randomInt(45)) * dayMs;
function ownDay(): string {
  lastDay += 3 * dayMs;
  return new Date(lastDay).toISOString().slice(0, 10);
}

type Facts = Omit<Parameters<EmulatorControl['makeTransaction']>[0], 'cardToken' | 'creationTime'>;

const read = async (client: ConsoleClient, day: string, timeZone = 'UTC'): Promise<TransactionNumbers> =>
  (await client.call(readTransactionNumbers, { query: { from: day, until: day, timeZone } })).body;
const count = async (client: ConsoleClient, { from, to }: TransactionNumbers, filters: TransactionsQuery) =>
  (await client.call(listTransactions, { query: { ...filters, from, to, limit: 1 } })).body.total;

/** Minutes after noon of that day, on a card that no other test touches; the archive hears of them from deliveries. */
async function makeDay(
  client: ConsoleClient,
  emulator: EmulatorControl,
  day: string,
  made: [number, Facts][],
) {
  const { profileId, token } = await pickCard(client, { status: 'ACTIVE' });
  for (const [minutes, facts] of made)
    await emulator.makeTransaction({
      ...facts,
      cardToken: token,
      creationTime: new Date(Date.parse(`${day}T12:00:00Z`) + minutes * 60_000).toISOString(),
    });
  const query = { from: `${day}T00:00:00Z`, to: `${day}T23:59:59Z`, limit: 1 };
  await expect
    .poll(async () => (await client.call(listTransactions, { query })).body.total)
    .toBe(made.length);
  return profileId;
}
const at = (name: string, code: string, country: string) => ({
  name,
  location: { country },
  category: { code, description: `Shops of ${code}` },
});
const declined = (declineReason: string | null, more: Facts = {}): Facts => ({
  state: 'DECLINED',
  declineReason,
  merchant: at('Ondina', '5942', 'PT'),
  ...more,
});

test('GET transactions/numbers: every number is that of the rows its filter opens, in the reader’s zone', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const day = ownDay();
  const amount = { amount: 20, currency: 'GBP' };
  const profileId = await makeDay(client, emulator, day, [
    [0, declined('CONTACTLESS_PIN_ENTRY_REQUIRED', { amount })],
    [5, { state: 'COMPLETED', amount, merchant: at('Ondina', '5942', 'PT') }],
    [6, declined('INCORRECT_PIN', { type: 'CASH_WITHDRAWAL', merchant: at('Cash point', '6011', 'GB') })],
    [20, declined('INSUFFICIENT_FUNDS', { merchant: at('Far away', '5812', 'United Kingdom') })],
    [70, declined('SUSPECTED_FRAUD_AML')],
    [80, declined(null)],
    [90, { type: 'REFUND', amount }],
  ]);
  const numbers = await read(client, day, 'Asia/Kathmandu');
  expect(numbers.now).toEqual({ approved: 1, declined: 4, secondTry: 1 });
  expect(numbers.before).toEqual({ approved: 0, declined: 0, secondTry: 0 });
  expect(numbers.reasons.find(({ value }) => value === 'NOT_DISCLOSED')?.count).toBe(2);
  expect(numbers.countries.map(({ count: rows, name }) => [name, rows])).toEqual([
    ['Portugal', 3],
    ['United Kingdom', 2],
  ]);
  const zone = { timeZone: 'Asia/Kathmandu' };
  for (const { approved, declined: lost, hour, secondTry } of numbers.hours)
    expect(await count(client, numbers, { hour: [hour], ...zone }), `hour ${hour}`).toBe(
      // The refund at 13:30 is no payment.
      approved + lost + secondTry + (hour === 19 ? 1 : 0),
    );
  const rows = [numbers.types, numbers.reasons, numbers.families, numbers.categories, numbers.countries];
  for (const { asked, count: told, filter, value } of rows.flat())
    expect(
      await count(client, numbers, { [filter]: asked, outcome: ['declined', 'second-try'] }),
      `${filter} ${value}`,
    ).toBe(told);
  for (const [outcome, told] of [
    ['approved', 1],
    ['second-try', 1],
    ['declined', 4],
  ] as const)
    expect(await count(client, numbers, { outcome: [outcome] })).toBe(told);
  const [, elsewhere] = (await client.call(listProfiles, {})).body.items.filter(({ id }) => id !== profileId);
  const ofProfile = async (id: string) =>
    (await client.call(readTransactionNumbers, { query: { from: day, until: day, profileId: [id] } })).body
      .now;
  expect(await ofProfile(profileId)).toEqual(numbers.now);
  expect(await ofProfile(elsewhere?.id ?? '')).toEqual({ approved: 0, declined: 0, secondTry: 0 });
});

test('GET transactions/numbers/export.csv: a table leaves for a reason, with its filters in the trail', async ({
  as,
  emulator,
}) => {
  const [operator, auditor, admin] = await Promise.all([as('operator'), as('auditor'), as('admin')]);
  const day = ownDay();
  const profileId = await makeDay(operator, emulator, day, [[0, declined('SUSPECTED_FRAUD_AML')]]);
  const query = { from: day, until: day, table: 'reasons', reason: 'audit', profileId: [profileId] } as const;
  const { body, headers } = await auditor.call(exportTransactionNumbers, { query });
  expect(headers.get('content-type')).toContain('text/csv');
  expect(body).toContain('NOT_DISCLOSED');
  const trail = await auditor.send('GET', '/api/audit', {
    query: { action: 'transactions.export', limit: 50 },
  });
  expect(trail.text).toContain(`"profileId":["${profileId}"]`);
  expect(trail.text).toContain(`"from":"${day}"`);
  expect((await admin.call(exportTransactionNumbers, { query })).problem.code).toBe('forbidden');
  const { reason: _, ...noReason } = query;
  const refused = await auditor.send('GET', '/api/transactions/numbers/export.csv', { query: noReason });
  expect(refused.problem.fields).toMatchObject([{ path: 'query.reason' }]);
});

test('GET transactions/numbers: restricted and cover read alike to all but compliance, and a branch reads none', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const days: [string, string | null][] = [
    [ownDay(), 'SUSPECTED_FRAUD_SANCTIONS'],
    [ownDay(), 'SCHEME_BLOCKED_TRANSACTION'],
    [ownDay(), null],
    [ownDay(), 'CODE_OF_TOMORROW'],
    [ownDay(), 'SCA_SOFT_DECLINE_OF_TOMORROW'],
  ];
  const amount = { amount: 20, currency: 'GBP' };
  for (const [day, reason] of days)
    await makeDay(client, emulator, day, [
      [0, declined(reason, { amount })],
      [5, { state: 'COMPLETED', amount, merchant: at('Ondina', '5942', 'PT') }],
    ]);
  const numbersOf = async (reader: ConsoleClient) =>
    Promise.all(
      days.map(async ([day]) => {
        const { now, hours, types, reasons, families, categories, countries } = await read(reader, day);
        return { now, hours, types, reasons, families, categories, countries };
      }),
    );
  for (const role of ['operator', 'admin', 'auditor'] as const) {
    const [first, ...others] = await numbersOf(await as(role));
    for (const other of others) expect(other, role).toEqual(first);
    expect(first?.reasons).toMatchObject([{ value: 'NOT_DISCLOSED', count: 1 }]);
  }
  const seen = await numbersOf(await as('compliance'));
  expect(seen.map(({ reasons }) => reasons[0]?.value)).toEqual(days.map(([, reason]) => reason ?? ''));
  const manager = await as('branch_manager');
  const query = { from: '2026-01-01', until: '2026-01-02' };
  expect((await manager.call(readTransactionNumbers, { query })).status).toBe(403);
});
