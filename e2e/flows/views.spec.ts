import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { demoCards } from '../support/demo-cards.ts';
import { untilLive } from '../support/until-live.ts';

const barOf = (page: Page) => page.getByRole('navigation', { name: 'Views of cards' });
const viewOf = (page: Page, name: string) => barOf(page).getByRole('link', { name });
const actionsFor = (page: Page, name: string) =>
  page.getByRole('button', { name: `Actions for the view ${name}` });

// axe looks at every element of a full table.
test.slow();

test('a view is saved and shared, reaches a colleague’s open page, opens their list, is changed and deleted', async ({
  openPageAs,
  page,
  signIn,
}) => {
  const colleague = await openPageAs('operator2@example.com');
  await colleague.goto('/cards');
  await untilLive(colleague);

  await signIn(page, 'operator');
  await page.goto('/cards?status=FROZEN&sort=holder');
  await page.keyboard.press('v');
  await expect(viewOf(page, 'Frozen')).toBeFocused();
  await page.getByRole('button', { name: 'Save this view' }).click();
  const saving = page.getByRole('dialog', { name: 'Save this view' });
  await expect(saving.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(saving.getByText('Give it a name.')).toBeVisible();
  await page.keyboard.type('Frozen by holder');
  await saving.getByLabel('Share with the team').check();
  await expect(saving.getByText('Seen by every operator.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faultsOf(page), colorScheme).toEqual([]);
  }
  await saving.getByRole('button', { name: 'Save view' }).click();
  await expect(saving).toHaveCount(0);
  await expect(viewOf(page, 'Frozen by holder')).toHaveAttribute('aria-current', 'page');
  await expect(barOf(page).locator('[aria-current]')).toHaveCount(1);

  await viewOf(colleague, 'Frozen by holder').click();
  await expect(colleague).toHaveURL(/status=FROZEN&sort=holder&view=/);
  await actionsFor(colleague, 'Frozen by holder').click();
  await expect(colleague.getByText('Shared by Leah Brandt')).toBeVisible();
  await expect(colleague.getByRole('menuitem')).toHaveCount(0);
  const opening = colleague.getByRole('menuitemcheckbox', { name: 'Open the list with this' });
  await opening.click();
  await expect(opening).toBeChecked();

  await colleague.goto('/cards');
  await expect(colleague).toHaveURL(/status=FROZEN&sort=holder&view=/);
  await expect(viewOf(colleague, 'Frozen by holder')).toHaveAttribute('aria-current', 'page');
  await viewOf(colleague, 'All cards').click();
  await expect(colleague).toHaveURL(/\/cards\?view=all$/);
  await colleague.reload();
  await expect(viewOf(colleague, 'All cards')).toHaveAttribute('aria-current', 'page');
  await expect(viewOf(colleague, 'Frozen by holder')).not.toHaveAttribute('aria-current', 'page');
  await colleague.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(colleague).toHaveURL(/status=FROZEN&sort=holder&view=/);

  const stranger = await openPageAs('compliance');
  await stranger.goto('/cards');
  await expect(viewOf(stranger, 'All cards')).toBeVisible();
  await expect(viewOf(stranger, 'Frozen by holder')).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Search cards' }).fill('a');
  await expect(viewOf(page, 'Frozen by holder')).toContainText('changed');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('“Frozen by holder” shows this now.')).toBeVisible();
  await expect(viewOf(page, 'Frozen by holder')).not.toContainText('changed');
  await expect(viewOf(colleague, 'Frozen by holder')).toContainText('changed');
  await viewOf(colleague, 'Frozen by holder').click();
  await expect(colleague).toHaveURL(/query=a&status=FROZEN/);

  await actionsFor(page, 'Frozen by holder').click();
  await page.getByRole('menuitem', { name: 'Rename or share…' }).click();
  const editing = page.getByRole('dialog', { name: 'Change “Frozen by holder”' });
  await expect(editing.getByText('They read the search words “a” too.')).toBeVisible();
  await editing.getByLabel('Name').fill('Frozen cards');
  await editing.getByRole('button', { name: 'Change view' }).click();
  await expect(viewOf(colleague, 'Frozen cards')).toBeVisible();

  await actionsFor(page, 'Frozen cards').click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete “Frozen cards”?' });
  await expect(deleting).toContainText(
    'It is gone for every operator. One other person opens the list with it.',
  );
  await expect(deleting.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await deleting.getByRole('button', { name: 'Delete view' }).click();
  await expect(viewOf(page, 'Frozen cards')).toHaveCount(0);
  await expect(page).toHaveURL(/\/cards\?query=a&status=FROZEN&sort=holder$/);
  await expect(viewOf(colleague, 'Frozen cards')).toHaveCount(0);
  await colleague.goto('/cards');
  await expect(colleague).toHaveURL(/\/cards$/);
});

test('a view of one card’s transactions opens the next card’s too, with the keyboard alone', async ({
  page,
  signIn,
}) => {
  const addressOf = ({ profileId, token }: { profileId: string; token: string }) =>
    `/cards/${profileId}/${token}/transactions`;
  await signIn(page, 'auditor');
  await page.goto(`${addressOf(demoCards.active)}?state=DECLINED`);
  const bar = page.getByRole('navigation', { name: 'Views of transactions' });
  await expect(bar.getByRole('link', { name: 'All transactions' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Save this view' }).focus();
  await page.keyboard.press('Enter');
  const saving = page.getByRole('dialog', { name: 'Save this view' });
  await expect(saving.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Declined');
  await saving.getByLabel('Open the list with this').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('link', { name: 'Declined' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('button', { name: 'Save this view' })).toBeFocused();

  await page.goto(addressOf(demoCards.frozen));
  await expect(page).toHaveURL(/\/transactions\?state=DECLINED&view=/);
  await untilLive(page);
  await page.keyboard.press('v');
  await expect(bar.getByRole('link', { name: 'Declined' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/transactions\?view=all$/);
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('');
});
