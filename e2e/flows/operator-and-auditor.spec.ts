import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';

test('an operator finds a card by its last four, freezes it and switches online payments off and on; a second browser sees it live', async ({
  as,
  openPageAs,
}) => {
  const { path, lastFourDigits, cardHolderName } = await pickCard(await as('operator'), {
    status: 'ACTIVE',
    type: 'VIRTUAL',
  });
  const holder = cardHolderName ?? '';
  const mine = await openPageAs('operator');
  const theirs = await openPageAs('operator2@example.com');
  await theirs.goto(`/cards/${path.profileId}/${path.cardToken}`);
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText(holder);
  await expect(theirs.getByText('Live', { exact: false }).first()).toBeVisible();

  await mine.goto('/cards');
  await mine.keyboard.press('/');
  await mine.keyboard.type(lastFourDigits);
  await expect(mine).toHaveURL(new RegExp(`query=${lastFourDigits}`));
  await mine.getByRole('link', { name: holder }).first().click();
  await expect(mine.getByRole('heading', { level: 1 })).toContainText(holder);

  await mine.getByRole('button', { name: 'Freeze…' }).click();
  await mine.getByRole('dialog').getByRole('button', { name: 'Freeze', exact: true }).click();
  await expect(mine.getByRole('button', { name: 'Unfreeze…' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Unfreeze…' })).toBeVisible();

  const online = mine.getByRole('switch', { name: 'Online' });
  const before = await online.getAttribute('aria-checked');
  const after = before === 'true' ? 'false' : 'true';
  await online.click();
  await expect(online).toHaveAttribute('aria-checked', after);
  await expect(theirs.getByRole('switch', { name: 'Online' })).toHaveAttribute('aria-checked', after);
  await online.click();
  await expect(online).toHaveAttribute('aria-checked', before ?? '');
});

test('a switch that Wise refuses goes back and says why', async ({
  as,
  consoleErrors,
  emulator,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 4\d\d|status of 5\d\d/);
  const { path } = await pickCard(await as('operator'), { status: 'ACTIVE', type: 'VIRTUAL' });
  const page = await openPageAs('operator');
  await page.goto(`/cards/${path.profileId}/${path.cardToken}`);
  const online = page.getByRole('switch', { name: 'Online' });
  const before = (await online.getAttribute('aria-checked')) ?? '';
  await emulator.addFault({
    match: { method: 'PATCH', path: path.cardToken },
    status: 422,
    times: 1,
    body: { message: 'no' },
  });
  await online.click();
  await expect(page.getByText(/Not switched (on|off)\. Nothing has changed\./)).toBeVisible();
  await expect(online).toHaveAttribute('aria-checked', before);
});

test('blocking takes the last four digits and a reason', async ({ as, openPageAs }) => {
  const { path, lastFourDigits } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const page = await openPageAs('operator');
  await page.goto(`/cards/${path.profileId}/${path.cardToken}`);
  await page.getByRole('button', { name: 'Block…' }).click();
  const dialog = page.getByRole('dialog');
  const block = dialog.getByRole('button', { name: 'Block for good' });
  await block.click();
  await expect(dialog.getByText('Choose a reason.')).toBeVisible();
  await dialog.getByLabel('Reason').selectOption('Stolen');
  const digits = dialog.getByLabel('last four digits');
  await digits.fill('0000');
  await block.click();
  await expect(dialog).toBeVisible();
  await digits.fill(lastFourDigits);
  await block.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Blocked').first()).toBeVisible();
});

test('an auditor sees the card but no act, and reads the trail; an operator is not let into it', async ({
  as,
  consoleErrors,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 403/);
  const { path } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const auditor = await openPageAs('auditor');
  await auditor.goto(`/cards/${path.profileId}/${path.cardToken}`);
  await expect(auditor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(auditor.getByRole('button', { name: /Freeze…|Block…|Unfreeze…/ })).toHaveCount(0);
  await auditor.goto('/audit');
  await expect(auditor.getByRole('heading', { level: 1 })).toContainText('Audit');
  await expect(auditor.getByRole('row', { name: /Sign in/ }).first()).toBeVisible();
  const operator = await openPageAs('operator');
  await operator.goto('/overview');
  await expect(operator.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await operator.goto('/audit');
  await expect(operator.getByText(/not yours|does not include/i).first()).toBeVisible();
});

test('a link to a page survives signing in, and signing out ends the session', async ({ as, page }) => {
  const { path } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await page.goto(`/cards/${path.profileId}/${path.cardToken}`);
  await page.getByLabel('E-mail').fill('operator@example.com');
  await page.getByLabel('Password').fill('demo-console');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(new RegExp(path.cardToken));
});
