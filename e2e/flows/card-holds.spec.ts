import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

const acts = (page: Page) => page.locator('[data-acts]');

test('compliance holds a card; an operator cannot lift it in any way the console has, nor read whose it is or why', async ({
  as,
  consoleErrors,
  page,
  signIn,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 409/);
  const { path, cardHolderName } = await pickCard(await as('operator'), { status: 'FROZEN' });
  const address = `/cards/${path.profileId}/${path.cardToken}`;
  const inList = `/cards?query=${path.cardToken}`;

  await signIn(page, 'operator');
  await page.goto(address);
  await untilLive(page);
  await page.keyboard.press('f');
  const staleDialog = page.getByRole('dialog', { name: 'Unfreeze this card?' });
  await expect(staleDialog).toBeVisible();

  const reviewer = await openPageAs('compliance');
  await reviewer.goto(address);
  await untilLive(reviewer);
  await expect(acts(reviewer).getByRole('button', { name: 'Hold…' })).toBeVisible();
  await reviewer.keyboard.press('h');
  const dialog = reviewer.getByRole('dialog', { name: 'Hold this card until reviewed?' });
  await expect(dialog.getByLabel('Internal reason')).toBeFocused();
  await reviewer.keyboard.press('Enter');
  await expect(dialog.getByText('Say why in a few words.')).toBeVisible();
  await expect(dialog.getByLabel('Internal reason')).toBeFocused();
  await reviewer.keyboard.type('adverse media, papers asked for');
  await reviewer.keyboard.press('Enter');
  await expect(reviewer.getByText('Held by you until reviewed')).toBeVisible();
  await expect(reviewer.getByText('“adverse media, papers asked for”').first()).toBeVisible();

  await staleDialog.getByRole('button', { name: 'Unfreeze', exact: true }).click();
  await expect(staleDialog.getByText('Held until reviewed')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(staleDialog).toHaveCount(0);
  await expect(acts(page)).toContainText('Unfreeze, it is held until reviewed');
  await expect(acts(page).getByRole('button', { name: 'Unfreeze…' })).toHaveCount(0);
  await expect(acts(page).getByRole('button', { name: 'Lift hold…' })).toHaveCount(0);
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const put = await page.request.put(`/api/profiles/${path.profileId}/cards/${path.cardToken}/status`, {
    headers: { origin: new URL(page.url()).origin, 'idempotency-key': 'a-key-of-this-story' },
    data: { status: 'ACTIVE' },
  });
  expect(put.status()).toBe(409);
  expect(await put.json()).toMatchObject({ code: 'card_held', title: 'Held until reviewed' });

  await page.goto(inList);
  const row = page.getByRole('row', { name: new RegExp(String(cardHolderName)) });
  await expect(row).toContainText('Held until reviewed');
  await expect(row.getByRole('button', { name: /Unfreeze/ })).toHaveCount(0);
  for (const place of [address, inList]) {
    await page.goto(place);
    await expect(page.getByText('Held until reviewed').first()).toBeVisible();
    expect(await page.content()).not.toMatch(/adverse media|Ines Duarte/);
  }

  await reviewer.getByRole('button', { name: 'Lift hold…' }).click();
  const lifting = reviewer.getByRole('dialog', { name: 'Lift this hold?' });
  await lifting.getByLabel('Unfreeze the card as well').check();
  await lifting.getByRole('button', { name: 'Lift and unfreeze' }).click();
  await expect(reviewer.getByText('The hold is lifted.')).toBeVisible();
  await page.goto(address);
  await expect(acts(page).getByRole('button', { name: 'Freeze…' })).toBeVisible();
});

test('an operator holds an active card, moves its review and lifts it, with the keyboard alone', async ({
  as,
  page,
  signIn,
}) => {
  const { path } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await signIn(page, 'operator');
  await page.goto(`/cards/${path.profileId}/${path.cardToken}`);
  await untilLive(page);
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog').getByLabel('Internal reason')).toBeFocused();
  await page.keyboard.type('bag stolen');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Held by you until reviewed')).toBeVisible();
  await expect(acts(page).getByRole('button', { name: 'Lift hold…' })).toBeFocused();

  await page.getByRole('button', { name: 'Change review date…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'When is this hold reviewed next?' });
  await dialog.getByLabel('Review on').fill('2020-01-01');
  await dialog.getByLabel('Review on').press('Enter');
  await expect(dialog.getByText('This day is past. Choose today or a later one.')).toBeVisible();
  const today = new Date().toISOString().slice(0, 10);
  await dialog.getByLabel('Review on').fill(today);
  await dialog.getByLabel('Review on').press('Enter');
  await expect(page.getByText('Review is due')).toBeVisible();

  await page.goto('/overview');
  await page.getByRole('link', { name: 'Review', exact: true }).first().click();
  await expect(page.getByText('Held by you until reviewed')).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.getByLabel('Unfreeze the card as well')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The hold is lifted.')).toBeVisible();
  await expect(acts(page).getByRole('button', { name: 'Unfreeze…' })).toBeVisible();
});
