import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { addDays, formatDay } from '../../lib/format/times.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

test('an auditor reads the numbers of a day, as line, bars and tables, opens the rows behind them by keyboard, and takes a table along', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const client = await as('operator');
  const { profileId, token } = await pickCard(client, { status: 'ACTIVE' });
  const day = addDays(new Date().toISOString().slice(0, 10), -130 - randomInt(45));
  // No other story has payments as old as these, and they are kept at the least: with them the archive begins.
  const before = addDays(day, -1);
  await emulator.makeTransaction({
    cardToken: token,
    creationTime: `${before}T12:00:00Z`,
    state: 'COMPLETED',
    merchant: { name: 'Ondina' },
  });
  for (const minutes of [10, 20, 30])
    await emulator.makeTransaction({
      cardToken: token,
      creationTime: `${day}T12:${minutes}:00Z`,
      ...(minutes === 30 ? { state: 'COMPLETED' } : { state: 'DECLINED', declineReason: 'INCORRECT_PIN' }),
      merchant: { name: 'Ondina', category: { code: '5942', description: 'Book shops' } },
    });
  const query = { from: `${before}T00:00:00Z`, to: `${day}T23:59:00Z` };
  await expect.poll(async () => (await client.call(listTransactions, { query })).body.total).toBe(4);

  const page = await openPageAs('auditor');
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Numbers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  await page.goto(`/declines/numbers?from=${before}&until=${day}`);
  await expect(page.getByText(`Nothing is kept before ${formatDay(before)}`)).toBeVisible();
  const address = `/declines/numbers?from=${day}&until=${day}&profileId=${profileId}`;
  await page.goto(address);
  await untilLive(page);
  await expect(page.getByText(/UTC|GMT/).first()).toBeVisible();
  await expect(page.getByText('33.3%').first()).toBeVisible();
  const categories = page.getByRole('table', { name: 'Declines by merchant category' });
  await expect(categories.getByRole('row', { name: /5942 · Book shops.*2/ })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  const section = page.locator('section', { hasText: 'Declines by merchant category' }).last();
  await section.getByRole('button', { name: 'As table' }).focus();
  await page.keyboard.press('Enter');
  const cells = section.getByRole('row', { name: /5942/ }).getByRole('cell');
  await expect(cells).toHaveText(['2', '0', '+2']);
  await page.keyboard.press('Tab');
  await expect(section.getByRole('link', { name: '5942 · Book shops' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '2 found' })).toBeVisible();

  await page.goto(address);
  await untilLive(page);
  const point = page.getByRole('list', { name: 'Approval rate by day' }).getByRole('link');
  await expect(point).toHaveAccessibleName(`${formatDay(day)}: 33.3% approved, 2 declined`);
  await point.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '3 found' })).toBeVisible();

  await page.goto(address);
  await untilLive(page);
  await page.keyboard.press('e');
  const exporting = page.getByRole('dialog', { name: 'Export a table of these numbers?' });
  await exporting.getByLabel('Table').selectOption({ label: 'Declines by merchant category' });
  await exporting.getByLabel(/Reason/).selectOption({ label: 'Audit' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    exporting.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`categories-${day}-to-${day}.csv`);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^5942,Book shops,2,0$/m);
});
