import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

const addressOf = ({ profileId, token }: { profileId: string; token: string }) =>
  `/cards/${profileId}/${token}`;

test('an operator finds a card by its last four digits, freezes it, and switches online spending off and on; a second operator sees it live, an auditor may not', async ({
  page,
  signIn,
  openPageAs,
}) => {
  await signIn(page, 'operator');
  await page.goto('/cards');
  await page.getByRole('searchbox').fill('6320');
  await expect(page.getByText('1 found')).toBeVisible();
  await page.getByRole('link', { name: 'Amelia Thornbury' }).click();
  await expect(page).toHaveTitle('Amelia Thornbury, card ending 6320 · Admin Console');
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('1 of 1');

  const second = await openPageAs('operator2@example.com');
  await second.goto(addressOf(demoCards.active));
  await untilLive(second);

  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Freeze this card?' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('lost at Leeds station');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Frozen today at .* by Leah Brandt, “lost at Leeds station”/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unfreeze…' })).toBeFocused();
  await expect(second.getByText(/Frozen today at .* by Leah Brandt/)).toBeVisible();

  const online = page.getByRole('switch', { name: 'Online' });
  const wasOn = (await online.getAttribute('aria-checked')) === 'true';
  const timeline = page.getByRole('complementary', { name: 'Timeline' });
  await online.click();
  await expect(online).toBeChecked({ checked: !wasOn });
  await expect(timeline).toContainText(`Online switched ${wasOn ? 'off' : 'on'} by Leah Brandt`);
  await expect(second.getByRole('switch', { name: 'Online' })).toBeChecked({ checked: !wasOn });
  await online.click();
  await expect(timeline).toContainText(`Online switched ${wasOn ? 'on' : 'off'} by Leah Brandt`);
  await expect(online).toBeChecked({ checked: wasOn });

  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/cards\?query=6320$/);

  const auditor = await openPageAs('auditor');
  await auditor.goto(addressOf(demoCards.active));
  await expect(auditor.getByText('Not offered:')).toContainText(
    'Unfreeze and Block for good, your role does not include it',
  );
  await expect(auditor.getByRole('button', { name: 'Unfreeze…' })).toHaveCount(0);
  const barred = auditor.getByRole('switch', { name: 'Online' });
  await barred.press('Space');
  await expect(barred).toHaveAttribute('aria-disabled', 'true');
  await expect(barred).toBeChecked({ checked: wasOn });
});

test('a card is blocked only with a reason and its last four digits typed by hand', async ({
  as,
  page,
  signIn,
}) => {
  const card = await pickCard(await as('operator'), { status: 'FROZEN' });
  const mistyped = String((Number(card.lastFourDigits) + 1) % 10_000).padStart(4, '0');
  await signIn(page, 'operator');
  await page.goto(addressOf(card));
  await page.getByRole('button', { name: 'Block…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Block this card for good?' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();

  await dialog.getByRole('button', { name: 'Block for good' }).click();
  await expect(dialog.getByText('Choose a reason.')).toBeVisible();
  await expect(dialog.getByText('Type the last four digits.')).toBeVisible();
  await dialog.getByLabel('Reason').selectOption('Stolen');
  await dialog.getByLabel('last four digits').fill(mistyped);
  await dialog.getByRole('button', { name: 'Block for good' }).click();
  await expect(dialog.getByText('These are not the last four digits of this card.')).toBeVisible();
  await expect(dialog.getByLabel('last four digits')).toBeFocused();

  await dialog.getByLabel('last four digits').fill(card.lastFourDigits);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The card is blocked for good.')).toBeVisible();
  await expect(page.getByText(/Blocked today at .* by Leah Brandt, “Stolen”/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Block…' })).toHaveCount(0);
});

test('a switch that Wise refuses goes back and says why; one whose answer is lost is unknown, never an error', async ({
  consoleErrors,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of (409|504)/);
  const { profileId, token } = demoCards.old;
  await signIn(page, 'operator');
  await page.goto(addressOf({ profileId, token }));
  const online = page.getByRole('switch', { name: 'Online' });
  await expect(online).toBeVisible();
  // From now on the page reads nothing by itself: it must not see the lock before it is refused by it.
  await untilLive(page);
  await emulator.setSpendingPermissions(token, [
    { type: 'ECOM', isLocked: true },
    { type: 'POS_CHIP', isEnabled: true },
  ]);
  const wasOn = (await online.getAttribute('aria-checked')) === 'true';
  await online.click();
  await expect(page.getByText(`Not switched ${wasOn ? 'off' : 'on'}. Nothing has changed.`)).toBeVisible();
  await expect(online).toBeChecked({ checked: wasOn });
  await expect(online).toHaveAttribute('data-state', 'locked');

  await emulator.addFault({
    match: { method: 'PATCH', path: 'spending-permissions' },
    dropBeforeApply: true,
    times: 1,
  });
  const chip = page.getByRole('switch', { name: 'Chip and PIN' });
  await chip.click();
  await expect(page.getByText('We do not know yet whether “Chip and PIN” was switched off.')).toBeVisible();
  await expect(chip).toHaveAttribute('data-state', 'unknown');
});
