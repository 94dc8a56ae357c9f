import { expect } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { test } from '../support/own-stack.ts';

test('before there is a rule the desk says that nothing becomes a case, and leads to where one is written', async ({
  openPageAs,
}) => {
  const page = await openPageAs('compliance');
  await page.goto('/declines/cases');
  await expect(page.getByText('No rule of the desk is switched on')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Write a rule of the desk' }).click();
  await expect(page.getByRole('heading', { name: 'Rules of the desk' })).toBeVisible();
  await expect(page.getByRole('status').getByRole('button', { name: 'Add a rule…' })).toBeVisible();
});
