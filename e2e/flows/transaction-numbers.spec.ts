import { randomInt } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

test('an auditor reads the numbers of a day, as bars and as a table, and opens the rows of a bar by keyboard', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const client = await as('operator');
  const { token } = await pickCard(client, { status: 'ACTIVE' });
  const day = new Date(Date.parse('2000-01-01') + randomInt(3000) * 86_400_000).toISOString().slice(0, 10);
  for (const minutes of [10, 20, 30])
    await emulator.makeTransaction({
      cardToken: token,
      creationTime: `${day}T12:${minutes}:00Z`,
      ...(minutes === 30 ? { state: 'COMPLETED' } : { state: 'DECLINED', declineReason: 'INCORRECT_PIN' }),
      merchant: { name: 'Ondina', category: { code: '5942', description: 'Book shops' } },
    });
  const query = { from: `${day}T00:00:00Z`, to: `${day}T23:59:00Z` };
  await expect.poll(async () => (await client.call(listTransactions, { query })).body.total).toBe(3);

  const page = await openPageAs('auditor');
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Numbers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  await page.goto(`/declines/numbers?from=${day}&until=${day}`);
  await untilLive(page);
  await expect(page.getByText(/UTC|GMT/).first()).toBeVisible();
  await expect(page.getByText('33.3%').first()).toBeVisible();
  const categories = page.getByRole('table', { name: 'Declines by merchant category' });
  await expect(categories.getByRole('row', { name: /5942 · Book shops.*2/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

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
});
