import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

// Two people in two browsers.
test.slow();

test('an administrator is told what a shorter time deletes, and another agrees', async ({ openPageAs }) => {
  const first = await openPageAs('admin');
  const second = await openPageAs('admin2@example.com');
  await first.goto('/settings/retention');
  await untilLive(first);
  await first.getByRole('button', { name: 'Change Access log' }).click();
  const dialog = first.getByRole('dialog', { name: 'Access log: kept for how long?' });
  await dialog.getByLabel('Days').fill('29');
  await dialog.getByRole('button', { name: 'Ask for the change' }).click();
  await expect(dialog.getByText('From 30 to 3,653 days.')).toBeVisible();
  await dialog.getByLabel('Days').fill('390');
  await expect(dialog.getByText(/^Deletes 0 entries written before .* UTC, for ever\.$/)).toBeVisible();
  expect(await faultsOf(first, { within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask for the change' }).click();
  const row = first.getByRole('row').filter({ hasText: 'Access log' });
  await expect(row).toContainText('400 days');
  const request = await row.getByRole('link', { name: 'Waits for approval' }).getAttribute('href');

  await second.goto(request ?? '');
  await untilLive(second);
  await expect(second.getByText('Access log: 400 days → 390 days.')).toBeVisible();
  await second.getByRole('button', { name: 'Approve…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(second.getByText('Approved and done.')).toBeVisible();
  await expect(row).toContainText('390 days');
  await expect(row.getByRole('button', { name: 'Change Access log' })).toBeVisible();
});

test('compliance places a legal hold on a card, and two of them lift it', async ({ as, openPageAs }) => {
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const first = await openPageAs('compliance');
  await first.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(first);
  await first.getByRole('button', { name: 'Place a legal hold…' }).click();
  const dialog = first.getByRole('dialog', { name: 'Place a legal hold?' });
  await dialog.getByRole('button', { name: 'Place the legal hold' }).click();
  await expect(dialog.getByText('Write why.')).toBeVisible();
  await dialog.getByLabel('Why').fill('Claim 41 of the county court');
  expect(await faultsOf(first, { within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Place the legal hold' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(first.getByText('Claim 41 of the county court')).toBeVisible();

  await first.goto(`/declines/legal-holds?query=${card.token}`);
  await untilLive(first);
  const row = first.getByRole('row').filter({ hasText: card.lastFourDigits });
  await expect(row).toContainText('Claim 41 of the county court');
  await row.getByRole('button', { name: /^Lift the legal hold on / }).click();
  const lifting = first.getByRole('dialog', { name: new RegExp(`card ending ${card.lastFourDigits}`) });
  await lifting.getByLabel('Why it may go').fill('The claim was withdrawn');
  await lifting.getByRole('button', { name: 'Ask to lift it' }).click();
  const request = await row.getByRole('link', { name: 'Waits to be lifted' }).getAttribute('href');

  const second = await openPageAs('compliance2@example.com');
  await second.goto(request ?? '');
  await untilLive(second);
  await expect(second.getByText('Lifted because: The claim was withdrawn')).toBeVisible();
  await second.getByRole('button', { name: 'Approve…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(second.getByText('Approved and done.')).toBeVisible();
  await expect(first.getByText('No legal hold matches these filters.')).toBeVisible();
});
