import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { makeGroup, readGroup } from '../support/batches.ts';
import { openGroup } from '../support/group-page.ts';

test('one payment is filled in by keyboard from what Wise asks for, mended at its field, and becomes a row', async ({
  as,
  page,
  signIn,
}) => {
  const client = await as('operator');
  const group = await makeGroup(client);
  await signIn(page, 'operator');
  await openGroup(page, group);

  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Add a payment' });
  const add = dialog.getByRole('button', { name: 'Add the payment' });
  await add.press('Enter');
  await expect(dialog.getByText('Choose the currency that arrives.')).toBeVisible();
  await expect(dialog.getByLabel('Currency that arrives')).toBeFocused();

  await dialog.getByLabel('Currency that arrives').selectOption('USD');
  await dialog.getByLabel('Full name of the account holder').fill('Jane Roe');
  await dialog.getByLabel('Recipient type').selectOption('PRIVATE');
  await dialog.getByLabel(/routing number/i).fill('064000021');
  await dialog.getByLabel(/^Account number/).fill('40000000011');
  await dialog.getByRole('radio', { name: 'Checking' }).press('Space');
  await expect(dialog.getByLabel(/^State/)).toHaveCount(0);
  await dialog.getByLabel('Country', { exact: true }).selectOption('US');
  await dialog.getByLabel(/^State/).selectOption('NY');
  await dialog.getByLabel(/^City/).fill('New York');
  await dialog.getByLabel('Recipient address').fill('158 Wall Street');
  await dialog.getByLabel('Post code').fill('10025');
  await dialog.getByLabel('Amount', { exact: true }).fill('1,250.50');
  await dialog.getByLabel('Reference the payee sees').fill('Oct');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const routing = dialog.getByLabel(/routing number/i);
  await expect(routing).toBeFocused();
  await expect(routing).toHaveAccessibleDescription(/./);
  expect((await readGroup(client, group)).rows.waiting).toBe(0);
  expect(await faultsOf(page)).toEqual([]);

  await routing.fill('064000020');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Jane Roe/ })).toBeVisible();
  expect((await readGroup(client, group)).rows.waiting).toBe(1);

  // The same once more is a doubt, which a person takes on themselves; the payee is found by the account.
  await page.getByRole('button', { name: 'Add a payment…' }).click();
  await dialog.getByRole('tab', { name: 'Known payee' }).click();
  await dialog.getByLabel('Recipient id, or the whole account').fill('Jane Roe');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/no active recipient with that id or account/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a payment…' })).toBeFocused();
});
