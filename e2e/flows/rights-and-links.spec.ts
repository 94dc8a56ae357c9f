import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

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

test('a link to a page survives signing in', async ({ as, page }) => {
  const { path } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await page.goto(`/cards/${path.profileId}/${path.cardToken}`);
  await page.getByLabel('E-mail').fill('operator@example.com');
  await page.getByLabel('Password').fill('demo-console');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(new RegExp(path.cardToken));
});

test('a page is fetched ahead only when somebody points at it', async ({ page, signIn }) => {
  await signIn(page, 'operator');
  const ahead: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['next-router-prefetch']) ahead.push(new URL(request.url()).pathname);
  });
  await page.goto('/cards');
  await untilLive(page);
  expect(ahead).toEqual([]);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Transactions' }).hover();
  await expect.poll(() => new Set(ahead)).toEqual(new Set(['/transactions']));
});
