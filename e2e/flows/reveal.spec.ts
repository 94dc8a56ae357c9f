import type { Page } from '@playwright/test';
import { hasCheckDigit } from '../../lib/format/card-numbers.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { pickCard } from '../support/pick-card.ts';
import { agreeToWaitingPin } from '../support/reveals.ts';
import { untilLive } from '../support/until-live.ts';

const dialogOf = (page: Page) => page.getByRole('dialog');

async function fillIn(page: Page, password: string) {
  const dialog = dialogOf(page);
  await dialog.getByLabel('Reason').selectOption({ label: 'The customer cannot read the card' });
  await dialog.getByLabel('Ticket').fill('CS-20418');
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Reveal' }).click();
}

/** Everything the browser keeps for this site. */
const readStorage = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, caches]);
  });

test('an operator reveals a card: reason, ticket and password; the digits are masked in print, copied on record, and gone after 30 seconds', async ({
  as,
  consoleErrors,
  context,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*session\/confirm/, /status of 400 .*sensitive-details/);
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await signIn(page, 'operator');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);

  await page.keyboard.press('r');
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await expect(dialog.getByText('Choose a reason.')).toBeVisible();
  await fillIn(page, 'not the password');
  await expect(dialog.getByText('The password is not right.')).toBeVisible();
  await dialog.getByLabel('Ticket').fill('4111 1111 1111 1111');
  await dialog.getByLabel('Your password').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await expect(dialog.getByText('This looks like a card number.')).toBeVisible();
  await expect(dialog.getByLabel('Your password')).toHaveCount(0);
  await dialog.getByLabel('Ticket').fill('CS-20418');
  await dialog.getByRole('button', { name: 'Reveal' }).click();

  const row = dialog.locator('dl > div').filter({ hasText: 'Card number' });
  const number = row.locator('[aria-hidden]').first();
  await expect(number).toHaveText(new RegExp(`^\\d{4} \\d{4} \\d{4} ${card.lastFourDigits}$`));
  const pan = ((await number.textContent()) ?? '').replaceAll(' ', '');
  expect(hasCheckDigit(pan)).toBe(true);
  await expect(row.locator('.sr-only')).toHaveText(
    [...(pan.match(/\d{4}/g) ?? [])].map((four) => [...four].join(' ')).join(', '),
  );

  await page.emulateMedia({ media: 'print' });
  await expect(number).toBeHidden();
  await expect(row.getByText('••••')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await dialog.getByRole('button', { name: 'Copy card number, put on record' }).click();
  await expect(dialog.getByText('Copied. It is on record')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(pan);
  expect(await readStorage(page)).not.toContain(pan);

  await page.clock.fastForward(31_000);
  await expect(dialog.getByText('Nothing of it is left on this page.')).toBeVisible();
  expect(await page.content()).not.toContain(pan.slice(4, 12));
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('list', { name: 'Who was shown them' })).toContainText(
    /Card number asked for today at .* by Leah Brandt\. The customer cannot read the card, CS-20418\. Shown\./,
  );
});

test('digits hide as soon as another window has the focus; a second reveal within five minutes asks for no password', async ({
  as,
  page,
  signIn,
}) => {
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await signIn(page, 'operator2@example.com');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  await page.getByRole('button', { name: 'Reveal…' }).click();
  await fillIn(page, demoPassword);
  const dialog = dialogOf(page);
  await expect(dialog.getByText('Card number', { exact: true })).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(dialog.getByText('Nothing of it is left on this page.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Reveal PIN…' }).click();
  await dialog.getByLabel('Reason').selectOption({ label: 'Needed for an investigation' });
  await dialog.getByLabel('Ticket').fill('CS-20419');
  await dialog.getByRole('button', { name: 'Ask for a second person' }).click();
  await expect(dialog.getByText('Nobody has answered yet.')).toBeVisible();
  await agreeToWaitingPin(await as('admin'));
  await expect(dialog.getByText('Victor Lindgren has agreed.')).toBeVisible();
  await expect(dialog.getByText('You have confirmed within the last 5 minutes')).toBeVisible();
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await expect(dialog.locator('dl > div').getByText(/^\d{4}$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Hide now' }).click();
  await expect(dialog.getByText('The PIN is hidden')).toBeVisible();
});

test('whoever turned away while Wise was asked is shown nothing', async ({ as, emulator, page, signIn }) => {
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await signIn(page, 'operator2@example.com');
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  await emulator.addFault({ match: { path: 'sensitive-card-data/details' }, delayMs: 1500, times: 1 });
  await page.getByRole('button', { name: 'Reveal…' }).click();
  await fillIn(page, demoPassword);
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true }));
  await expect(dialogOf(page).getByText('Nothing of it is left on this page.')).toBeVisible();
  expect(await page.content()).not.toContain('Copy card number');
});

test('a card number that is not this card’s is never shown', async ({ as, emulator, page, signIn }) => {
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await signIn(page, 'operator2@example.com');
  await emulator.addFault({
    match: { path: 'sensitive-card-data/details' },
    status: 200,
    body: {
      nonce: 'n',
      pan: '4242424242424242',
      cvv2: '987',
      expiryDate: '11/29',
      cardholderName: 'Somebody Else',
    },
  });
  await page.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(page);
  await page.getByRole('button', { name: 'Reveal…' }).click();
  await fillIn(page, demoPassword);
  await expect(
    dialogOf(page).getByText('What came is not this card’s. Nothing of it was shown.'),
  ).toBeVisible();
  expect(await page.content()).not.toMatch(/4242424242424242|4242 4242|Somebody Else/);
});
