import { getBatchFunding, listBalances } from '../../lib/contracts/batch-funding.ts';
import { createBatchGroup } from '../../lib/contracts/batch-groups.ts';
import { expect, test } from '../fixtures.ts';
import { agree } from '../support/agree.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { freshName, pathOf, readRows } from '../support/batches.ts';
import { openGroup, sideOf } from '../support/group-page.ts';
import { untilLive } from '../support/until-live.ts';
import { otherProgram } from '../support/wise-batches.ts';

const business = '30000002';
test.slow();

test('a group that another program made is agreed to payee by payee, again once something was added, then closed and funded', async ({
  as,
  consoleErrors,
  emulator,
  openPageAs,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 409 .*\/complete/);
  const client = await as('operator');
  const { items } = (await client.call(listBalances, { params: { profileId: business } })).body;
  const pounds = items.find(({ currency, type }) => currency === 'GBP' && type === 'STANDARD');
  await emulator.setBalance(pounds?.id ?? '', 60_000);
  const program = await otherProgram(emulator, business);
  const wiseId = await program.makeGroup(freshName('Payroll of another program'));
  await program.addTransfer(wiseId, 6500, 'PAY 1');
  await program.addTransfer(wiseId, 5800, 'PAY 2');
  const group = (await client.call(createBatchGroup, { body: { profileId: business, wiseId } })).body;
  const readCount = async () => (await readRows(client, group)).length;
  await expect.poll(readCount, { timeout: 90_000 }).toBe(2);
  const idOfRequest = async () => {
    const { before } = (await client.call(getBatchFunding, { params: pathOf(group) })).body;
    return before?.approval.approvalId ?? '';
  };

  await signIn(page, 'operator');
  await openGroup(page, group);
  await expect(page.getByText('Ready to close', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Steps' })).toContainText('to be asked for');
  await expect(sideOf(page).getByText('It needs approval before it can be funded.')).toBeVisible();
  const askForApproval = sideOf(page).getByRole('button', { name: 'Ask for approval…' });
  await askForApproval.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Asks about 2 transfers as they stand at Wise. No money moves');
  await expect(dialog).toContainText('A transfer that another program adds ends the approval.');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(sideOf(page).getByText('Waits for approval: 0 of 1 agreed.')).toBeVisible();

  const other = await openPageAs('operator2@example.com');
  await other.goto(`/approvals?view=pending&id=${await idOfRequest()}`);
  await untilLive(other);
  await expect(other.getByText('Pays 2 rows from GBP.')).toBeVisible();
  await expect(other.getByText(/^Another program made it/)).toBeVisible();
  await expect(other.getByText(/^Account: /)).toHaveCount(2);
  await expect(other.getByText('0 of 2 accepted')).toBeVisible();
  await other.keyboard.press('x');
  for (let accepted = 1; accepted <= 2; accepted++) {
    await other.keyboard.press('x');
    await expect(other.getByText(`${accepted} of 2 accepted`)).toBeVisible();
  }
  expect(await faultsOf(other)).toEqual([]);
  await other.getByRole('button', { name: 'Approve…' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(sideOf(page).getByText(/^Approved by Tom Ashby, up to 12,/)).toBeVisible();

  await program.addTransfer(wiseId, 40, 'PAY 3');
  const close = async (transfers: number) => {
    await page.getByRole('button', { name: 'Close group…' }).click();
    await dialog.getByRole('button', { name: `Close with ${transfers} transfers` }).click();
  };
  await close(2);
  await expect(dialog.getByText(/^The group changed at Wise/)).toBeVisible();
  await expect(dialog).toContainText('Wise has 3 transfers in it now, and had 2.');
  await expect(dialog.getByRole('button', { name: /^Close with/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Look at the group' }).click();
  await expect(sideOf(page).getByText('Its approval no longer counts.')).toBeVisible({ timeout: 90_000 });
  await expect.poll(readCount, { timeout: 90_000 }).toBe(3);
  await expect(askForApproval).toBeVisible();
  await askForApproval.click();
  await expect(dialog).toContainText('Asks about 3 transfers');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(sideOf(page).getByText('Waits for approval: 0 of 1 agreed.')).toBeVisible();
  await agree(await as('operator2@example.com'), await idOfRequest());
  await expect(sideOf(page).getByText(/^Approved by Tom Ashby/)).toBeVisible();

  await close(3);
  await expect(page.getByText('Closed, ready to fund', { exact: true })).toBeVisible();
  await sideOf(page).getByRole('button', { name: 'Fund from balance…' }).click();
  await expect(dialog).toContainText('Pays 3 transfers');
  await dialog.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByText('Funded', { exact: true })).toBeVisible({ timeout: 90_000 });
});
