import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { demoPassword } from '../support/accounts.ts';
import { pickCard } from '../support/pick-card.ts';
import { passcode, scaPin } from '../support/sca.ts';
import { untilLive } from '../support/until-live.ts';

const customers = Array.from({ length: 20 }, (_, index) => String(30_000_121 + index));
const confirmation = (page: Page) => page.getByRole('dialog', { name: /confirm/i });

test('a reveal that Wise wants confirmed: a code by SMS, a wrong one first, then the digits', async ({
  as,
  consoleErrors,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*sensitive-details/, /status of 400 .*\/verify/);
  const card = await pickCard(await as('operator'), {
    status: 'ACTIVE',
    profileIds: ['30000001', '30000002', '30000003'],
  });
  await emulator.changeSettings({ scaRequired: true });
  await signIn(page, 'operator');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  await page.keyboard.press('r');
  const reveal = page.getByRole('dialog', { name: 'Reveal the card number?' });
  await reveal.getByLabel('Reason').selectOption({ label: 'The customer cannot read the card' });
  await reveal.getByLabel('Ticket').fill('CS-20418');
  await reveal.getByLabel('Your password').fill(demoPassword);
  await reveal.getByRole('button', { name: 'Reveal' }).click();

  const dialog = confirmation(page);
  await expect(dialog).toContainText('to confirm: Reveal the card number.');
  await expect(dialog.getByText(/^Waits for (9:\d\d|10:00)/)).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Proofs' })).toContainText('Code by SMSAsked for');
  await expect(dialog.getByRole('button', { name: 'Send a code by SMS' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/Sent to the number that ends \d{4}\./)).toBeVisible();
  const field = dialog.getByLabel('Code');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  expect(await faultsOf(page, { within: '[role=dialog]' })).toEqual([]);
  await field.fill('000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/That was wrong proof number 1 here/)).toBeVisible();
  await field.fill(passcode);
  await page.keyboard.press('Enter');

  const digits = page.getByRole('dialog', { name: 'Card details' });
  await expect(digits).toContainText(card.lastFourDigits);
  await digits.getByRole('button', { name: 'Hide now' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('list', { name: 'Confirmed at Wise' })).toContainText(
    /low-risk requests .* until/,
  );
});

test('a customer’s own confirmation: no field for a code, a link to Wise’s page, and it goes on once the customer has confirmed', async ({
  as,
  browser,
  consoleErrors,
  context,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*\/status/);
  const card = await pickCard(await as('operator'), { status: 'ACTIVE', profileIds: customers });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await emulator.changeSettings({ scaRequired: ['/status'], scaChallenges: ['PIN'] });
  await signIn(page, 'operator');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  await page.keyboard.press('f');
  const freeze = page.getByRole('dialog');
  await freeze.getByLabel('Reason').fill('Lost on a train');
  await freeze.getByRole('button', { name: 'Freeze' }).click();

  const dialog = confirmation(page);
  await expect(dialog.getByText('Never ask for a code.')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expect(dialog).toContainText('to confirm: Change card status to Frozen.');
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const customer = await browser.newPage();
  await customer.goto(link);
  await customer.getByLabel('Your PIN').fill(scaPin);
  await customer.getByRole('button', { name: 'Confirm' }).click();
  await expect(customer.getByRole('heading', { name: 'Confirmed' })).toBeVisible();
  await customer.close();

  await dialog.getByRole('button', { name: 'Send it now' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Frozen');
  await expect(page.getByRole('main')).toContainText('To be confirmed at Wise first: freeze, asked by');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('nobody confirms: nothing is sent, and the form says so', async ({
  as,
  consoleErrors,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*\/status/);
  const card = await pickCard(await as('operator'), {
    status: 'ACTIVE',
    profileIds: ['30000001', '30000002', '30000003'],
  });
  await emulator.changeSettings({ scaRequired: ['/status'] });
  await signIn(page, 'operator');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  await page.keyboard.press('f');
  const freeze = page.getByRole('dialog');
  await freeze.getByLabel('Reason').fill('Lost on a train');
  await freeze.getByRole('button', { name: 'Freeze' }).click();
  await confirmation(page).getByRole('button', { name: 'Do not send it' }).click();
  await expect(freeze.getByText('Wise wants this confirmed first.')).toBeVisible();
  await expect(freeze.getByText('Nothing was changed.')).toBeVisible();
});

test('a reading that Wise wants confirmed: the page says so, and shows what was read once it is', async ({
  browser,
  consoleErrors,
  context,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*\/activities/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await emulator.changeSettings({ scaRequired: ['/activities'] });
  await signIn(page, 'operator');
  await page.goto('/activities?profileId=30000139');
  await page.getByRole('button', { name: 'Confirm…' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const customer = await browser.newPage();
  await customer.goto(link);
  await customer.getByLabel('The code we sent').fill(passcode);
  await customer.getByRole('button', { name: 'Confirm' }).click();
  await expect(customer.getByRole('heading', { name: 'Confirmed' })).toBeVisible();
  await customer.close();
  await page.getByRole('dialog').getByRole('button', { name: 'Send it now' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Confirm…' })).toHaveCount(0);
});

test('five wrong proofs, and ten minutes without any: the dialog says that nothing was sent, and only closes', async ({
  as,
  consoleErrors,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*(\/status|\/verify)/);
  const card = await pickCard(await as('operator'), {
    status: 'ACTIVE',
    profileIds: ['30000001', '30000002', '30000003'],
  });
  await emulator.changeSettings({ scaRequired: ['/status'], scaChallenges: ['PIN'] });
  await page.clock.install();
  await signIn(page, 'operator');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  const freeze = page.getByRole('dialog', { name: 'Freeze this card?' });
  await page.keyboard.press('f');
  await freeze.getByLabel('Reason').fill('Lost on a train');
  await freeze.getByRole('button', { name: 'Freeze' }).click();

  const dialog = confirmation(page);
  await emulator.addFault({
    match: { path: '/pin/verify' },
    times: 1,
    status: 400,
    body: { errors: [{ code: 'sca.blocked', message: 'Too many failed attempts' }] },
  });
  await dialog.getByLabel('Wise PIN').fill('0000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Wise has blocked confirming for 15 minutes.')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await freeze.getByRole('button', { name: 'Freeze' }).click();
  await expect(dialog.getByLabel('Wise PIN')).toBeVisible();
  await page.clock.fastForward(10 * 60_000);
  await expect(dialog.getByText('This is over. Nothing was sent.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(freeze.getByText('Wise wants this confirmed first.')).toBeVisible();
});
