import { expect } from '../fixtures.ts';
import { makeBranchCard } from '../support/kiosks.ts';
import { test } from '../support/own-stack.ts';
import { untilLive } from '../support/until-live.ts';

test('a card goes from ready to printed, live in two browsers', async ({ as, emulator, openPageAs }) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const { card, path } = await makeBranchCard(emulator, await as('admin'));
  const [page, other] = [await openPageAs('branch_manager'), await openPageAs('admin')];
  await page.goto('/kiosks');
  await other.goto('/kiosks?branch=leeds');
  await untilLive(page);
  await untilLive(other);
  const row = page.getByRole('listitem').filter({ hasText: card.cardHolderName });
  await row.getByRole('button', { name: /Send/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A print cannot be called back');
  await dialog.getByRole('radio', { name: /WIS00002/ }).check();
  await dialog.getByRole('button', { name: 'Print at Counter 2' }).click();
  await page.getByRole('dialog', { name: 'It is printing' }).getByRole('button', { name: 'Close' }).click();
  const kiosk = other.getByRole('region', { name: /WIS00002/ });
  await expect(kiosk).toContainText(card.cardHolderName);
  await expect(kiosk).toContainText('Printing');
  await emulator.setProduction(path.cardToken, 'PRODUCED');
  await expect(kiosk.getByRole('list', { name: 'Last jobs' })).toContainText(card.lastFourDigits);
  await expect(kiosk.getByRole('list', { name: 'Last jobs' })).toContainText('Printed');
  await expect(row).toHaveCount(0);
});

test('a ribbon runs out: the board says what to do, and the card is printed again with what was done', async ({
  as,
  emulator,
  openPageAs,
}) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const { card, path } = await makeBranchCard(emulator, await as('admin'));
  const page = await openPageAs('branch_manager');
  await page.goto('/kiosks');
  await untilLive(page);
  const row = page.getByRole('listitem').filter({ hasText: card.cardHolderName });
  await row.getByRole('button', { name: /Send/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /WIS00001/ })
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Print at Counter 1' }).click();
  await page.getByRole('dialog', { name: 'It is printing' }).getByRole('button', { name: 'Close' }).click();
  await emulator.setProduction(path.cardToken, 'PRODUCTION_ERROR', 'PRT_RIBBON_ENDED', {
    kioskId: 'WIS00001',
  });
  const kiosk = page.getByRole('region', { name: /WIS00001/ });
  await expect(kiosk).toContainText('Fit a new ribbon.');
  await kiosk.getByRole('button', { name: 'Done, print again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print this card again?' });
  await dialog.getByRole('button', { name: 'Print at Counter 1' }).click();
  await expect(dialog).toContainText('Say what was done.');
  await dialog.getByLabel('What was done').fill('New ribbon.');
  await dialog.getByLabel('Where is the plastic of the last try?').selectOption('none-came-out');
  await dialog.getByRole('button', { name: 'Print at Counter 1' }).click();
  await page.getByRole('dialog', { name: 'It is printing' }).getByRole('button', { name: 'Close' }).click();
  await emulator.setProduction(path.cardToken, 'PRODUCED');
  await expect(kiosk.getByRole('list', { name: 'Last jobs' }).getByRole('listitem').first()).toContainText(
    'Printed',
  );
  await kiosk.getByRole('list', { name: 'Last jobs' }).getByRole('link').first().click();
  await expect(page.getByRole('complementary', { name: 'Timeline' })).toContainText(
    'Wise: The ribbon has run out',
  );
  await expect(page.getByText('New ribbon.').first()).toBeVisible();
});

test('the faults are found by words, and the address keeps what was chosen', async ({ openPageAs }) => {
  const page = await openPageAs('branch_manager');
  await page.goto('/kiosks/errors');
  await page.getByRole('searchbox', { name: 'Search the faults' }).fill('ribbon run out');
  await expect(page.getByRole('heading', { level: 2, name: 'The ribbon has run out' })).toBeVisible();
  await expect(page).toHaveURL(/query=ribbon/);
  await page.getByLabel('Where it lies').selectOption('feeder');
  await expect(page.getByText('No fault matches “ribbon run out”.')).toBeVisible();
});
