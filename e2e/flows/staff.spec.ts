import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { addPersonWhoCanSignIn, newEmail } from '../support/people.ts';

const ownPassword = 'three words in a row';
const coverOf = (page: Page) => page.getByRole('dialog', { name: 'You were signed out' });
const rowOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email });

async function chooseAct(page: Page, email: string, act: RegExp) {
  await rowOf(page, email)
    .getByRole('button', { name: /^Acts on/ })
    .click();
  await page.getByRole('menuitem', { name: act }).click();
  return page.getByRole('dialog');
}

async function approveRequest(page: Page, email: string) {
  await page.goto('/approvals');
  await page.getByRole('link', { name: email }).click();
  await page.getByRole('button', { name: 'Approve…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved and done.')).toBeVisible();
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

// Three people in three browsers.
test.slow();

test('two administrators add a person, whose temporary password is shown once and good for nothing but an own one', async ({
  consoleErrors,
  openPageAs,
  page,
}) => {
  consoleErrors.allow(/status of 401/);
  const email = newEmail();
  const first = await openPageAs('admin');
  const second = await openPageAs('admin2@example.com');
  await first.goto('/settings/staff');
  await first.getByRole('button', { name: 'Add a person…' }).click();
  const dialog = first.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByLabel('Name').fill('Nora Newcomer');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Ask to add' }).click();
  await expect(first.getByText('Waits for a second administrator.')).toBeVisible();
  await expect(rowOf(first, email)).toHaveCount(0);

  await approveRequest(second, email);
  await expect(first.getByText('The second administrator has decided.')).toBeVisible();
  await expect(rowOf(first, email)).toContainText('No password yet');
  const asked = await chooseAct(first, email, /Give a first password/);
  await asked.getByRole('button', { name: 'Show the password' }).click();
  const shown = first.getByRole('dialog', { name: 'Temporary password for Nora Newcomer' });
  const temporary = (await shown.getByRole('status').textContent()) ?? '';
  await first.keyboard.press('Escape');
  await expect(shown, 'shown once, so not closed by accident').toBeVisible();
  await shown.getByRole('button', { name: 'I have passed it on' }).click();
  await expect(first.getByText(temporary)).toHaveCount(0);
  const again = await chooseAct(first, email, /Replace the password/);
  await expect(again).toContainText('A second administrator agrees first');
  await again.getByRole('button', { name: 'Keep the password' }).click();

  await signIn(page, email, temporary);
  await expect(page).toHaveURL(/\/set-password$/);
  await page.goto('/cards');
  await expect(page, 'nothing else opens before').toHaveURL(/\/set-password$/);
  const button = page.getByRole('button', { name: 'Set password' });
  await page.getByLabel('Temporary password').fill(temporary);
  await page.getByLabel('New password', { exact: true }).fill(ownPassword);
  await page.getByLabel('New password again').fill(`${ownPassword} `);
  await button.click();
  await expect(page.getByText('The two do not match.')).toBeVisible();
  await page.getByLabel('New password again').fill(ownPassword);
  await button.click();
  await expect(page).toHaveURL(/\/overview$/);
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(rowOf(first, email)).toContainText('Active');

  await page.getByRole('button', { name: 'Nora Newcomer' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await signIn(page, email, temporary);
  await expect(page.getByText('E-mail or password is not right')).toBeVisible();
  await signIn(page, email, ownPassword);
  await expect(page).toHaveURL(/\/overview$/);
});

test('a person is signed out everywhere, kept out, and let in again by two administrators', async ({
  as,
  consoleErrors,
  openPageAs,
  page,
  stack,
}) => {
  consoleErrors.allow(/status of 401/);
  const { email } = await addPersonWhoCanSignIn(
    stack.consoleUrl,
    await as('admin'),
    await as('admin2@example.com'),
  );
  const admin = await openPageAs('admin');
  await admin.goto('/settings/staff');
  await signIn(page, email, demoPassword);
  await expect(page).toHaveURL(/\/overview$/);
  const enter = async () => {
    await coverOf(page).getByLabel('Password').fill(demoPassword);
    await page.keyboard.press('Enter');
  };

  const ending = await chooseAct(admin, email, /End sessions/);
  await ending.getByRole('button', { name: 'End sessions' }).click();
  await expect(admin.getByText('They can sign in again with their password.')).toBeVisible();
  await enter();
  await expect(coverOf(page)).toHaveCount(0);

  const disabling = await chooseAct(admin, email, /Disable/);
  await expect(disabling).toContainText('until two administrators agree');
  await disabling.getByRole('button', { name: 'Disable' }).click();
  await expect(rowOf(admin, email)).toContainText('Disabled');
  await enter();
  await expect(coverOf(page)).toContainText('The password is not right');

  const enabling = await chooseAct(admin, email, /Let sign in again/);
  await enabling.getByRole('button', { name: 'Ask to let sign in' }).click();
  await expect(rowOf(admin, email)).toContainText('Change waits');
  await enter();
  await expect(coverOf(page)).toContainText('The password is not right');
  await approveRequest(await openPageAs('admin2@example.com'), email);
  await expect(rowOf(admin, email)).toContainText('Active');
  await enter();
  await expect(coverOf(page)).toHaveCount(0);
});

test('an administrator is disabled only once a second one agrees', async ({
  as,
  consoleErrors,
  openPageAs,
  page,
  stack,
}) => {
  consoleErrors.allow(/status of 401/);
  const { email } = await addPersonWhoCanSignIn(
    stack.consoleUrl,
    await as('admin'),
    await as('admin2@example.com'),
    'admin',
  );
  await signIn(page, email, demoPassword);
  await expect(page).toHaveURL(/\/overview$/);
  const admin = await openPageAs('admin');
  await admin.goto('/settings/staff');
  const asking = await chooseAct(admin, email, /Disable/);
  await asking.getByRole('button', { name: 'Ask to disable' }).click();
  await expect(admin.getByText('Waits for a second administrator.')).toBeVisible();
  await expect(rowOf(admin, email)).toContainText('Active');
  await page.goto('/approvals?view=pending');
  await expect(page.getByText('It is about your own rights: somebody else decides.')).toBeVisible();

  await approveRequest(await openPageAs('admin2@example.com'), email);
  await expect(coverOf(page)).toBeVisible();
  await signIn(page, email, demoPassword);
  await expect(page.getByText('E-mail or password is not right')).toBeVisible();
});

test('whoever signs out everywhere leaves for the sign-in page', async ({
  as,
  consoleErrors,
  page,
  stack,
}) => {
  consoleErrors.allow(/status of 401/);
  const { email } = await addPersonWhoCanSignIn(
    stack.consoleUrl,
    await as('admin'),
    await as('admin2@example.com'),
    'admin',
  );
  await signIn(page, email, demoPassword);
  await expect(page).toHaveURL(/\/overview$/);
  await page.goto('/settings/staff');
  const dialog = await chooseAct(page, email, /Sign out everywhere/);
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});
