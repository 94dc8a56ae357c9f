import { z } from 'zod';
import { getBatchFunding } from '../../lib/contracts/batch-funding.ts';
import type { BatchGroupDetail } from '../../lib/contracts/batch-groups.ts';
import { payByDirectDebit } from '../../lib/contracts/direct-debits.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { makeClosedInDollars, pathOf } from '../support/batches.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { openGroup, sideOf } from '../support/group-page.ts';

test.slow();

const initiation = z.object({ id: z.number(), batchGroupId: z.string() });
async function initiationOf(emulator: EmulatorControl, { wiseId }: BatchGroupDetail): Promise<string> {
  const found = (await emulator.state('payment-initiations', initiation)).filter(
    ({ batchGroupId }) => batchGroupId === wiseId,
  );
  expect(found).toHaveLength(1);
  return String(found[0]?.id);
}
async function totalOf(client: ConsoleClient, group: BatchGroupDetail): Promise<string> {
  return (await client.call(getBatchFunding, { params: pathOf(group) })).body.total ?? '';
}

test('a group in dollars is paid by direct debit, and followed from the asking until its transfers have moved', async ({
  as,
  emulator,
  page,
  signIn,
}) => {
  const client = await as('operator');
  const group = await makeClosedInDollars(client, ['71.31', '52.17']);
  const sum = formatMoney(await totalOf(client, group), 'USD');
  await emulator.changeSettings({ batchStepMs: null });
  await signIn(page, 'operator');
  await openGroup(page, group);
  await sideOf(page).getByRole('button', { name: 'Pay by direct debit…' }).click();
  const dialog = page.getByRole('dialog', { name: `Pay “${group.name}” by direct debit?` });
  await expect(dialog).toContainText(`Wise debits ${sum} from the account`);
  await expect(dialog).toContainText('Cannot be undone');
  await dialog.getByRole('radio', { name: /0000/ }).check();
  await dialog.getByLabel('Reference on the bank statement').fill('WAGES 47');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: `Debit ${sum}` }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Sent, being confirmed', { exact: true })).toBeVisible();
  await expect(sideOf(page).getByText('The direct debit is asked for.')).toBeVisible();
  await expect(sideOf(page)).toContainText(
    'by direct debit from the account ending 0000, reference “WAGES 47”',
  );
  for (const way of [/Fund from balance/, /Pay by/])
    await expect(sideOf(page).getByRole('button', { name: way })).toHaveCount(0);

  const id = await initiationOf(emulator, group);
  await emulator.setInitiationStatus(id, 'PROCESSING');
  await expect(sideOf(page).getByText('The direct debit is on its way.')).toBeVisible();
  await expect(sideOf(page)).toContainText('It takes days.');
  await emulator.setInitiationStatus(id, 'COMPLETED');
  await expect(sideOf(page).getByText('Paid by direct debit.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Funded', { exact: true })).toBeVisible();
  await expect(sideOf(page)).toContainText('The bank may take it back for some weeks yet.');
  expect(await faultsOf(page)).toEqual([]);
});

test('a direct debit that was charged back is a loss that everybody sees, and nothing is offered that would pay again', async ({
  as,
  emulator,
  openPageAs,
  page,
  signIn,
}) => {
  const client = await as('operator');
  const group = await makeClosedInDollars(client, ['71.32', '52.18']);
  const total = await totalOf(client, group);
  const body = { accountId: '7001', total };
  expect((await client.call(payByDirectDebit, { params: pathOf(group), body })).status).toBe(200);
  await signIn(page, 'operator');
  await openGroup(page, group);
  await expect(sideOf(page).getByText('Paid by direct debit.')).toBeVisible({ timeout: 60_000 });
  await emulator.setInitiationStatus(await initiationOf(emulator, group), 'CHARGED_BACK');

  const auditor = await openPageAs('auditor');
  await openGroup(auditor, group);
  for (const one of [page, auditor]) {
    await expect(one.getByTitle('At Wise: COMPLETED')).toHaveText('Charged back');
    const alarm = one.getByRole('alert').filter({ hasText: 'Charged back: do not send again.' });
    await expect(alarm).toContainText('Payees were paid.');
    await expect(one.getByRole('region', { name: 'Payout' })).toContainText(
      '2 of 2 transfers are charged back, 0 sent',
    );
    const notice = sideOf(one).getByRole('alert').filter({ hasText: 'Charged back on' });
    await expect(notice).toContainText(formatMoney(total, 'USD'));
    await expect(notice).toContainText('Do not send again: payees were paid.');
    await expect(notice).toContainText('It is a loss: ask Wise before anything else is done.');
    expect(await faultsOf(one)).toEqual([]);
  }
  await expect(sideOf(page).getByRole('button', { name: /Fund from|Pay by/ })).toHaveCount(0);
  await expect(sideOf(page).getByRole('button', { name: 'Cancel…' })).toHaveAttribute(
    'title',
    /It is funded/,
  );
});
