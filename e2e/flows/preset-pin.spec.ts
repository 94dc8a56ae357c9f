import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { digestOfPin, pickOrder, readOrder } from '../support/card-orders.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';

const padOf = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function press(page: Page, digits: string) {
  for (const digit of digits) await button(page, digit).click();
}

async function openPad(page: Page, emulator: EmulatorControl, status = 'PLACED') {
  const order = await pickOrder(emulator, status);
  await page.goto(`/card-orders/${order.path.profileId}/${order.path.orderId}`);
  await button(page, 'Set the PIN…').click();
  await expect(page.getByText('Turn the screen to the customer. Look away while they type.')).toBeVisible();
  await button(page, 'Open the pad').click();
  await expect(page.getByRole('heading', { name: 'Choose your PIN' })).toBeVisible();
  return order;
}

test('a customer chooses a PIN: an obvious one, two that differ, then twice the same; nothing on the page tells a digit', async ({
  emulator,
  openPageAs,
}) => {
  const page = await openPageAs('operator');
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Card orders' }).click();
  await expect(page.getByRole('table', { name: 'Card orders' }).getByRole('row').nth(5)).toBeVisible();

  const { cardHolderName, path } = await openPad(page, emulator);
  await expect(page.getByRole('heading', { name: cardHolderName })).toHaveCount(0);
  const pad = padOf(page);
  await expect(pad.locator('input')).toHaveCount(0);
  for (const key of await pad.getByRole('button', { name: /^\d$/ }).all()) {
    const box = await key.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(56);
  }

  await press(page, '83');
  await expect(pad.getByRole('status')).toHaveText('2 of 4');
  const withTwo = await page.content();
  await button(page, 'Delete the last digit').click();
  await page.keyboard.press('Backspace');
  await expect(pad.getByRole('status')).toHaveText('0 of 4');
  await page.keyboard.type('19');
  await expect(pad.getByRole('status')).toHaveText('2 of 4');
  expect(await page.content()).toBe(withTwo);
  await page.keyboard.type('91');

  await expect(page.getByRole('heading', { name: 'Type it again' })).toBeVisible();
  await press(page, '1992');
  await expect(pad.getByText('The two were not the same. Choose again.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Choose your PIN' })).toBeVisible();
  await press(page, '4321');
  await expect(pad.getByText('Digits in a row are easily guessed.')).toBeVisible();
  await press(page, '8350');
  await expect(page.getByRole('heading', { name: 'Type it again' })).toBeVisible();
  await page.keyboard.type('8350');
  await expect(page.getByRole('heading', { name: 'The PIN is set' })).toBeVisible();
  expect(await page.content()).not.toContain('8350');
  expect((await readOrder(emulator, path)).pinDigest).toBe(digestOfPin(path, '8350'));

  await button(page, 'Done').click();
  await expect(page.getByText('The customer has chosen a PIN')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'PIN chosen by the customer' })).toContainText(
    'Done',
  );
});

test('Wise’s key changed since the page asked for it: the PIN is set with the new one, unseen', async ({
  consoleErrors,
  emulator,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 409 .*preset-pin/);
  const page = await openPageAs('operator');
  const { path } = await openPad(page, emulator);
  await emulator.addFault({
    match: { path: 'sensitive-card-data/preset-pin' },
    status: 400,
    body: { errors: [] },
    times: 1,
  });
  await page.keyboard.type('83508350');
  await expect(page.getByRole('heading', { name: 'The PIN is set' })).toBeVisible();
  expect((await readOrder(emulator, path)).pinDigest).toBe(digestOfPin(path, '8350'));
});

test('Esc, another window and a minute without a press close the pad, and nothing is sent; what Wise refuses is told to staff', async ({
  consoleErrors,
  emulator,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 422 .*preset-pin/);
  const page = await openPageAs('operator');
  await page.clock.install();
  const { path } = await openPad(page, emulator, 'REQUIREMENTS_FULFILLED');
  const since = await emulator.now();
  const again = async () => {
    await expect(padOf(page)).toHaveCount(0);
    await button(page, 'Set the PIN…').click();
    await button(page, 'Open the pad').click();
    await expect(padOf(page).getByRole('status')).toHaveText('0 of 4');
  };
  await page.keyboard.type('8350835');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Set the PIN…')).toBeFocused();

  await again();
  await page.keyboard.type('83508');
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(page.getByText('The pad closed by itself. Nothing was sent.')).toBeVisible();

  await again();
  await page.keyboard.type('835');
  await page.clock.fastForward(61_000);
  await expect(page.getByText('The pad closed by itself. Nothing was sent.')).toBeVisible();
  expect((await emulator.requests(since)).filter(({ path }) => path.startsWith('/twcard-data/'))).toEqual([]);

  await again();
  await emulator.addFault({ match: { path: 'sensitive-card-data/preset-pin' }, status: 422, body: {} });
  await page.keyboard.type('83508350');
  await expect(page.getByRole('heading', { name: 'The PIN was not set' })).toBeVisible();
  await button(page, 'Done').click();
  await expect(page.getByText('Wise refused.')).toBeVisible();
  expect((await readOrder(emulator, path)).pinDigest).toBeNull();
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the pad, ${theme}, wide and narrow`, async ({ emulator, openPageAs }) => {
    const page = await openPageAs('operator');
    await page.emulateMedia({ colorScheme: theme });
    await openPad(page, emulator);
    await page.keyboard.type('11');
    for (const width of [1440, 375, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await faultsOf(page)).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
    }
  });
