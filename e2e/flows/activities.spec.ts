import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';

const { profileId } = demoCards.oddities;

test('an operator chooses a profile, narrows its activities, and opens the payment behind one', async ({
  openPageAs,
}) => {
  const page = await openPageAs('operator');
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Activities' }).click();
  await expect(page.getByText('No profile is chosen.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Profile' }).selectOption(profileId);
  const table = page.getByRole('table', { name: 'Activities' });
  await expect(table.getByRole('row').nth(12)).toBeVisible();
  await expect(page).toHaveURL(`/activities?profileId=${profileId}`);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Card payments');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Cancelled');
  await expect(table.getByRole('row').nth(1)).toContainText('Card payment');
  await expect(table.getByRole('row').filter({ hasNotText: /Cancelled|Status/ })).toHaveCount(0);

  const payments = table.locator('[data-row-link]');
  await payments.first().focus();
  await page.keyboard.press('j');
  await expect(payments.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(payments.first()).toBeFocused();
  await table.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/transactions/${profileId}/\\d+$`));
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('CANCELLED');
  await table.getByRole('link', { name: 'see card' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/cards/${profileId}/[0-9a-f-]{36}$`));
  await expect(page.getByRole('heading', { name: /^Last decline/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('CANCELLED');

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Rewards');
  await expect(page.getByText('No activity matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(table.getByRole('row').nth(12)).toBeVisible();
});

test('what a merchant wrote into its name stands there as text and does nothing', async ({ openPageAs }) => {
  const page = await openPageAs('operator');
  await page.goto(`/activities?profileId=${profileId}`);
  const table = page.getByRole('table', { name: 'Activities' });
  await expect(table.getByText('<script>document.title=2</script>')).toBeVisible();
  await expect(table.getByText('Snug & Sons <b>')).toBeVisible();
  await expect(table.getByText('<img src=x onerror="document.title=5">')).toBeVisible();
  await expect(table.locator('img, script, [onmouseover], a[href^="javascript"]')).toHaveCount(0);
  await expect(page).toHaveTitle(/Activities/);
  await expect(table.getByText('Value nobody knows')).toBeVisible();
  await expect(table.getByText('ON_HOLD')).toBeVisible();
});

test('a branch manager is told that activities are not a branch’s', async ({ openPageAs }) => {
  const page = await openPageAs('branch_manager');
  await page.goto('/activities');
  await expect(page.getByText('Activities are a whole profile’s, not a branch’s.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Activities' })).toHaveCount(0);
});

test('where Wise does not answer the page says so and reads again', async ({
  consoleErrors,
  emulator,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 503/);
  await emulator.addFault({
    match: { path: `/v1/profiles/${profileId}/activities` },
    times: 50,
    status: 503,
  });
  const page = await openPageAs('operator');
  await page.goto(`/activities?profileId=${profileId}`);
  await expect(page.getByText('The activities could not be read.')).toBeVisible();
  await emulator.clearFaults();
  await page
    .getByRole('region', { name: 'Activities table' })
    .getByRole('button', { name: 'Read again' })
    .click();
  await expect(page.getByRole('table', { name: 'Activities' }).getByRole('row').nth(12)).toBeVisible();
});
