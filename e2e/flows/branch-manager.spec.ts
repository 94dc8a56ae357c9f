import { expect, test } from '../fixtures.ts';

test('a branch manager sees the cards of the branch, freezes one, and is told who can unfreeze it', async ({
  consoleErrors,
  page,
}) => {
  consoleErrors.allow(/status of 404/);
  await page.goto('/');
  await page.getByLabel('E-mail').fill('manager@example.com');
  await page.getByLabel('Password').fill('demo-console');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('heading', { name: 'Cards of Leeds' })).toBeVisible();
  await page.getByRole('link', { name: /^\d+ cards in all$/ }).click();
  await expect(page.getByText(/^\d+ cards · Leeds/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toHaveCount(0);

  await page.getByRole('searchbox').fill('6320');
  await expect(page.getByText('No card matches “6320”')).toBeVisible();
  await expect(page.getByText('You see cards of Leeds only.')).toBeVisible();

  await page.getByRole('searchbox').fill('7240');
  await page.getByRole('link', { name: 'Zoë Achterberg' }).click();
  await page.getByRole('button', { name: 'Freeze…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Freeze this card?' });
  await expect(dialog).toContainText('until an operator or compliance unfreezes it');
  await dialog.getByLabel('Reason').fill('left at the counter');
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click();
  await expect(page.getByText(/Frozen today at .* by Grace Oduya, “left at the counter”/)).toBeVisible();
  await expect(page.getByText('Not offered:')).toContainText(
    'Unfreeze and Block for good, your role does not include it',
  );
  await expect(page.getByRole('button', { name: 'Unfreeze…' })).toHaveCount(0);

  await page.goto('/cards/30000001/6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001');
  await expect(page.getByText('There is no such card, or it is not yours to see')).toBeVisible();
});
