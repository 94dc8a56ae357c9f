import { randomUUID } from 'node:crypto';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

test('a reviewer narrows all transactions, opens one beside the list, steps through and comes back', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const client = await as('operator');
  const { token } = await pickCard(client, { status: 'ACTIVE' });
  const shop = `Shop${randomUUID().slice(0, 8)}`;
  const made: string[] = [];
  for (const nth of ['One', 'Two', 'Three']) {
    const state = nth === 'Two' ? 'COMPLETED' : 'DECLINED';
    const { id } = await emulator.makeTransaction({
      cardToken: token,
      state,
      ...(state === 'DECLINED' && { declineReason: 'INCORRECT_PIN' }),
      merchant: { name: `${shop} ${nth}` },
    });
    made.push(id);
  }
  await expect
    .poll(async () => (await client.call(listTransactions, { query: { query: shop } })).body.total)
    .toBe(3);

  const page = await openPageAs('compliance');
  await page.goto('/overview');
  await untilLive(page);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible();
  await untilLive(page);
  await page.keyboard.press('/');
  await page.keyboard.type(shop);
  await expect(page.getByRole('status').filter({ hasText: '3 found' })).toBeVisible();
  await page.getByRole('link', { name: 'Declined', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 found' })).toBeVisible();
  await expect(page).toHaveURL(/state=DECLINED/);
  expect(await faultsOf(page)).toEqual([]);

  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: `${shop} Three` })).toBeFocused();
  await page.keyboard.press('Enter');
  const title = (name: string) => page.getByRole('heading', { level: 2, name: `${shop} ${name}` });
  await expect(title('Three')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wrong PIN' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`open=\\d+:${made[2]}$`));
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('j');
  await expect(title('One')).toBeVisible();
  const items = page.getByRole('navigation', { name: 'Transactions found' }).getByRole('link');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(title('Three')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: `${shop} Three` })).toBeFocused();
  await expect(title('Three')).toHaveCount(0);

  await page.setViewportSize({ width: 375, height: 800 });
  await page.keyboard.press('Enter');
  await expect(title('Three')).toBeVisible();
  await expect(items.first()).toBeHidden();
  await page.getByRole('link', { name: 'All transactions' }).last().click();
  await expect(page.getByRole('link', { name: `${shop} Three` })).toBeVisible();

  await emulator.makeTransaction({
    cardToken: token,
    state: 'DECLINED',
    declineReason: 'INCORRECT_PIN',
    merchant: { name: `${shop} Four` },
  });
  await expect(page.getByRole('link', { name: `${shop} Four` })).toBeVisible();
});

test('who has read far down opens a transaction there, steps on and comes back to that row', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const client = await as('operator');
  const { token } = await pickCard(client, { status: 'ACTIVE' });
  const shop = `Shop${randomUUID().slice(0, 8)}`;
  const count = 110;
  await Promise.all(
    Array.from({ length: count }, () =>
      emulator.makeTransaction({ cardToken: token, state: 'COMPLETED', merchant: { name: shop } }),
    ),
  );
  await expect
    .poll(async () => (await client.call(listTransactions, { query: { merchant: shop } })).body.total)
    .toBe(count);

  const page = await openPageAs('compliance');
  await page.goto(`/transactions?merchant=${shop}`);
  await untilLive(page);
  const region = page.getByRole('region', { name: 'Transactions table' });
  const row = (place: number) => region.locator(`tr[data-row="${place}"]`);
  const toTheEnd = () => region.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await expect(row(49)).toBeAttached();
  await toTheEnd();
  await expect(row(60)).toBeAttached();
  await toTheEnd();
  await expect(row(count - 1)).toBeVisible();
  await expect(row(0)).toHaveCount(0);

  await row(count - 3)
    .getByRole('link')
    .click();
  const items = page.getByRole('navigation', { name: 'Transactions found' });
  const current = items.locator('[aria-current]');
  await expect(current).toBeFocused();
  const opened = await current.getAttribute('href');
  await page.keyboard.press('j');
  await expect(items.locator(`[href="${opened}"]`)).not.toHaveAttribute('aria-current');
  await expect(current).toBeFocused();
  const next = await current.getAttribute('href');
  await page.keyboard.press('Escape');
  await expect(region.locator(`[href="${next}"]`)).toBeFocused();
  await expect(region.locator(`[href="${next}"]`)).toBeInViewport();
});
