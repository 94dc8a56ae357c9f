import { randomUUID } from 'node:crypto';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

test('a payment that was exported as released is taken after all: the export says so, and opens exactly it', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const client = await as('operator');
  const { token } = await pickCard(client, { status: 'ACTIVE' });
  const shop = `Shop${randomUUID().slice(0, 8)}`;
  const [late, kept] = [`${shop} Late`, `${shop} Kept`];
  const { id } = await emulator.makeTransaction({
    cardToken: token,
    state: 'CANCELLED',
    merchant: { name: late },
  });
  await emulator.makeTransaction({ cardToken: token, state: 'COMPLETED', merchant: { name: kept } });
  await expect
    .poll(async () => (await client.call(listTransactions, { query: { query: shop } })).body.total)
    .toBe(2);

  const page = await openPageAs('operator');
  await page.goto(`/transactions?query=${shop}`);
  await untilLive(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export 2 transactions?' });
  await dialog.getByLabel('Reason').selectOption('audit');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  await expect(dialog).toBeHidden();
  const [, exportId = ''] = /^transactions-(.+)\.csv$/.exec(download.suggestedFilename()) ?? [];

  await page.getByRole('link', { name: 'Exports', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Exports of transactions' })).toBeVisible();
  await untilLive(page);
  await page.keyboard.press('/');
  await page.keyboard.type(exportId.slice(0, 8));
  await expect(page.getByRole('status').filter({ hasText: /^1 found$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Exports' })).toHaveAttribute('aria-busy', 'false');
  const row = page.getByRole('row').filter({ hasText: exportId.slice(0, 8) });
  await expect(row).toContainText('as it was');
  await emulator.moveTransaction(id, { step: 'CAPTURE' });
  await expect(row.getByRole('link', { name: '1 changed since' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await row.getByRole('link', { name: '1 changed since' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`changedSinceExport=${exportId}`));
  await expect(page.getByRole('row').filter({ hasText: late })).toContainText('Exported as Cancelled');
  await expect(page.getByText(kept)).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: late }).click();
  const told = page.getByRole('article').getByRole('status').filter({ hasText: 'Changed since your export' });
  await expect(told).toContainText('Cancelled in the file, Completed now');
  expect(await faultsOf(page)).toEqual([]);
});
