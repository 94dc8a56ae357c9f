import { approve, listApprovals } from '../../lib/contracts/approvals.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { approver, newReason } from '../support/desk.ts';
import { untilLive } from '../support/until-live.ts';

test('a rule of the desk is tried, asked for, and holds once a second person has agreed', async ({
  as,
  openPageAs,
}) => {
  const name = `Rule ${newReason()}`;
  const page = await openPageAs('compliance');
  await page.goto('/declines/rules');
  await untilLive(page);
  await page.getByRole('button', { name: 'Add a rule…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a rule' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'Without a condition every declined payment would enter the desk.',
  );
  await dialog.getByLabel('Reasons').fill('card_frozen');
  await dialog.getByLabel('Declines of a card').fill('50');
  await dialog.getByRole('button', { name: 'Try on the last 30 days' }).click();
  await expect(dialog.getByText('0 cases in the last 30 days.')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Asked. A second person of compliance decides.')).toBeVisible();
  await expect(page.getByRole('heading', { name })).toHaveCount(0);

  const compliance2 = await as(approver);
  const { items } = (await compliance2.call(listApprovals, { query: { view: 'waiting' } })).body;
  const approvalId = items.find(({ subject }) => subject === name)?.id ?? '';
  await compliance2.call(approve, { params: { approvalId }, body: {} });
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('The reason is CARD_FROZEN.');
  await expect(row).toContainText('The card was declined 50 times within 60 minutes.');
  await expect(row).toContainText('On');
});
