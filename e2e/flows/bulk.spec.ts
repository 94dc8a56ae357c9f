import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { untilLive } from '../support/until-live.ts';

test('an operator freezes many cards by the keyboard, follows it, and a colleague sees the result', async ({
  emulator,
  openPageAs,
}) => {
  const page = await openPageAs('operator');
  await page.goto('/cards?status=ACTIVE&profileId=30000002&sort=-created');
  await untilLive(page);
  await page.locator('tr[data-row="3"] [data-row-link]').focus();
  await page.keyboard.press('x');
  for (let step = 0; step < 4; step++) await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Chosen cards' });
  await expect(bar).toContainText('5 chosen');
  await page.locator('tr[data-row="5"]').getByRole('checkbox').click();
  await expect(bar).toContainText('4 chosen');
  await expect(bar).toContainText('4 can be frozen');

  await bar.getByRole('button', { name: 'Freeze 4…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Freeze 4 cards?' });
  await expect(dialog).toContainText('New payments are declined');
  expect(await faultsOf(page, { within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Freeze 4 cards' }).click();
  await expect(dialog).toContainText('Say why.');
  await emulator.changeSettings({ latencyMs: 400 });
  await dialog.getByLabel(/Reason/).fill('stolen at the depot');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Freeze of 4 cards' })).toBeVisible();
  await expect(page.getByText('You can leave this page')).toBeVisible();
  const colleague = await openPageAs('operator2@example.com');
  await colleague.goto('/overview');
  await colleague.getByRole('link', { name: 'Freeze of 4 cards' }).click();
  for (const one of [page, colleague]) {
    await expect(one.getByRole('heading', { name: 'Ended' })).toBeVisible();
    const results = one.getByRole('table', { name: 'Result of each card' });
    await expect(results.getByText('Frozen', { exact: true })).toHaveCount(4);
  }
  expect(await faultsOf(page)).toEqual([]);
  await emulator.changeSettings({ latencyMs: 0 });

  await page.goBack();
  await expect(bar).toHaveCount(0);
});

test('who may freeze nothing is offered no choice', async ({ openPageAs }) => {
  const page = await openPageAs('auditor');
  await page.goto('/cards');
  await expect(page.locator('tr[data-row="3"]')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
