import { expect, test } from '../fixtures.ts';
import { makeBranch, newBranchName, newKioskId } from '../support/branches.ts';
import { demoCards } from '../support/demo-cards.ts';

test('an administrator adds a branch and a kiosk, is told of a slip in its id, and takes it out of use', async ({
  consoleErrors,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 400/);
  const page = await openPageAs('admin');
  const name = newBranchName();
  const kioskId = newKioskId();
  await page.goto('/settings/branches');
  await page.getByRole('button', { name: 'Add a branch…' }).click();
  const branchDialog = page.getByRole('dialog', { name: 'Add a branch' });
  await branchDialog.getByLabel('Name').fill('Leeds');
  await branchDialog.getByRole('button', { name: 'Add the branch' }).click();
  await expect(branchDialog).toContainText('There is a branch of this name already.');
  await branchDialog.getByLabel('Name').fill(name);
  await branchDialog.getByLabel('Place').fill('1 New Street');
  await branchDialog.getByRole('button', { name: 'Add the branch' }).click();
  await expect(page.getByText(`${name} is in the register.`)).toBeVisible();

  await page.getByRole('searchbox').fill(name);
  await expect(page).toHaveURL(/query=Branch/);
  await page.getByRole('button', { name: `Acts on ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Add a kiosk here…' }).click();
  const kioskDialog = page.getByRole('dialog', { name: 'Add a kiosk' });
  await kioskDialog.getByLabel('Kiosk id').fill('1234');
  await kioskDialog.getByLabel('Place').fill('Counter 1');
  await kioskDialog.getByRole('button', { name: 'Add the kiosk' }).click();
  await expect(kioskDialog).toContainText('A kiosk id is capital letters, then digits');
  await kioskDialog.getByLabel('Kiosk id').fill(kioskId.toLowerCase());
  await kioskDialog.getByRole('button', { name: 'Add the kiosk' }).click();
  await expect(page.getByText(`${kioskId} is in the register.`)).toBeVisible();

  await page.getByRole('button', { name: `Acts on ${kioskId}` }).click();
  await page.getByRole('menuitem', { name: 'Take out of use…' }).click();
  const use = page.getByRole('dialog', { name: `Take ${kioskId} out of use?` });
  await expect(use).toContainText('No card is sent here any more. What it is printing goes on.');
  await use.getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByRole('row').filter({ hasText: kioskId })).toContainText('Not in use');
  await page.getByLabel('State').selectOption('In use');
  await expect(page).toHaveURL(/usage=in-use/);
  await expect(page.getByRole('row').filter({ hasText: kioskId })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('row').filter({ hasText: kioskId })).toBeVisible();
});

test('somebody else’s change is not overwritten: the second administrator is told', async ({
  as,
  consoleErrors,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 409/);
  const { branch } = await makeBranch(await as('admin'));
  const [first, second] = [await openPageAs('admin'), await openPageAs('admin2@example.com')];
  for (const page of [first, second]) {
    await page.goto(`/settings/branches?query=${encodeURIComponent(branch.name)}`);
    await page.getByRole('button', { name: branch.name, exact: true }).click();
    await page.getByRole('dialog').getByLabel('Place').fill('2 Old Street');
  }
  await first.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
  await expect(first.getByText(`${branch.name} is changed.`)).toBeVisible();
  await second.getByRole('dialog').getByLabel('Place').fill('3 Other Street');
  await second.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
  await expect(second.getByRole('dialog')).toContainText('Changed in the meantime');
});

test('a branch manager sees Leeds and nothing of the others', async ({ consoleErrors, openPageAs }) => {
  consoleErrors.allow(/status of 404/);
  const page = await openPageAs('branch_manager');
  await page.goto('/settings/branches');
  await expect(page.getByText('1 branch, 2 kiosks', { exact: true })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Holborn');
  await expect(page.getByRole('button', { name: /^Acts on/ })).toHaveCount(0);

  await page.goto('/cards');
  await expect(page.getByText(/cards · Leeds/)).toBeVisible();
  await page.goto(`/cards/${demoCards.active.profileId}/${demoCards.active.token}`);
  await expect(page.getByText('There is no such card, or it is not yours to see')).toBeVisible();
  await page.goto(`/card-orders/${demoCards.active.profileId}/61000107`);
  await expect(page.getByText('No card order here')).toBeVisible();

  await page.goto('/kiosks/plastic');
  await expect(page.getByLabel('Branch').locator('option')).toHaveText(['Leeds']);
  await page.goto('/kiosks/plastic?branch=london');
  await expect(page.getByText('No branch here.')).toBeVisible();
});
