import type { Page } from '@playwright/test';
import { addStaff } from '../../lib/contracts/staff.ts';
import { expect, test } from '../fixtures.ts';
import { newEmail } from '../support/people.ts';
import { untilLive } from '../support/until-live.ts';

const approvalsIn = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Approvals/ });

test('what waits for a second administrator is counted in the navigation, live, for that one alone', async ({
  as,
  openPageAs,
}) => {
  const first = await openPageAs('admin');
  const second = await openPageAs('admin2@example.com');
  const asked: string[] = [];
  second.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await first.goto('/overview');
  await second.goto('/cards');
  for (const page of [first, second]) await untilLive(page);
  await expect(approvalsIn(first)).toHaveAccessibleName('Approvals');
  await expect(approvalsIn(second)).toHaveAccessibleName('Approvals');
  expect(asked, 'the number comes with the page').not.toContain('/api/approvals');

  const email = newEmail();
  await (await as('admin')).call(addStaff, { body: { name: 'Ada Newcomer', email, role: 'auditor' } });
  await expect(approvalsIn(second)).toHaveAccessibleName('Approvals 1 waiting');
  await expect(first.getByText('Nothing waits for you.')).toBeVisible();
  await expect(approvalsIn(first)).toHaveAccessibleName('Approvals');
  await second.reload();
  await expect(approvalsIn(second)).toHaveAccessibleName('Approvals 1 waiting');

  await approvalsIn(second).click();
  await expect(second.getByRole('heading', { name: `Add a person: Ada Newcomer, ${email}` })).toBeVisible();
  await second.getByRole('button', { name: 'Approve…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(second.getByText('Approved and done.')).toBeVisible();
  await expect(approvalsIn(second)).toHaveAccessibleName('Approvals');
});

test('on a phone the menu says that something waits', async ({ as, openPageAs }) => {
  const page = await openPageAs('admin2@example.com');
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/cards');
  await (await as('admin')).call(addStaff, {
    body: { name: 'Ada Newcomer', email: newEmail(), role: 'auditor' },
  });
  await page.getByRole('button', { name: 'Menu, 1 waiting' }).click();
  await page.getByRole('menuitem', { name: 'Approvals 1 waiting' }).click();
  await page.getByRole('link', { name: /Add a person/ }).click();
  await page.getByRole('button', { name: 'Refuse…' }).click();
  const refusing = page.getByRole('dialog');
  await refusing.getByRole('button', { name: 'Refuse' }).click();
  await expect(refusing.getByText('Say why.')).toBeVisible();
  await refusing.getByLabel('Why it is refused').fill('Already on the list');
  await refusing.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeVisible();
});
