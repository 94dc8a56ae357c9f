import { getBatchFunding, listBalances } from '../../lib/contracts/batch-funding.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { makeClosed, makeSent, pathOf, payer, readGroup } from '../support/batches.ts';
import { openGroup, sideOf } from '../support/group-page.ts';
import { scaPin } from '../support/sca.ts';
import { untilLive } from '../support/until-live.ts';

test.slow();

test('a closed group is funded once it was confirmed at Wise, and what becomes of it narrows the rows', async ({
  as,
  consoleErrors,
  emulator,
  openPageAs,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 403 .*\/funding/);
  const client = await as('operator');
  const group = await makeClosed(client, ['12.00', '30.50']);
  const { total } = (await client.call(getBatchFunding, { params: pathOf(group) })).body;
  const sum = formatMoney(total ?? '', 'GBP');
  await emulator.changeSettings({ scaRequired: ['batch-payments'], scaChallenges: ['PIN'] });
  const auditor = await openPageAs('auditor');
  await openGroup(auditor, group);
  await expect(sideOf(auditor).getByText('Operators fund groups.')).toBeVisible();
  await expect(sideOf(auditor).getByRole('button', { name: /Fund|Cancel/ })).toHaveCount(0);

  await signIn(page, 'operator');
  await openGroup(page, group);
  await expect(sideOf(page).getByText('The group takes')).toBeVisible();
  await expect(sideOf(page)).toContainText(sum);
  await sideOf(page).getByRole('button', { name: 'Fund from balance…' }).click();
  const dialog = page.getByRole('dialog', { name: `Fund “${group.name}” from the balance?` });
  await expect(dialog).toContainText(`Pays 2 transfers ${sum}, leaves`);
  await expect(dialog).toContainText('Cannot be undone.');
  await expect(dialog.getByRole('button', { name: 'Do not pay yet' })).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: `Pay ${sum}` }).click();

  const confirmation = page.getByRole('dialog', { name: /confirm/i });
  await confirmation.getByLabel('Wise PIN').fill(scaPin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Funded', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(sideOf(page).getByText('Paid from the balance.')).toBeVisible();
  await expect(sideOf(page).getByRole('button', { name: 'Fund from balance…' })).toHaveCount(0);
  await expect(sideOf(page).getByRole('button', { name: 'Cancel…' })).toHaveAttribute(
    'title',
    /It is funded/,
  );
  await expect(auditor.getByText('Funded', { exact: true })).toBeVisible();

  const payout = page.getByRole('region', { name: 'Payout' });
  await expect(payout.getByText('2 of 2 transfers are sent')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/received/i)).toHaveCount(0);
  const rows = page.getByRole('grid', { name: 'Rows of the file' });
  await expect(rows.getByRole('row', { name: /^1 In the group Sent/ })).toBeVisible();
  await payout.getByRole('link', { name: /Returned/ }).click();
  await expect(page).toHaveURL(/payout=returned/);
  await expect(rows).toHaveCount(0);
  await payout.getByRole('link', { name: /Sent/ }).click();
  await expect(rows.getByRole('row')).toHaveCount(3);
  await expect(payout.getByRole('link', { name: /Sent/ })).toHaveAttribute('aria-current', 'true');
  expect(await faultsOf(page)).toEqual([]);
});

test('an answer that was lost is not known, offers nothing twice, and is cleared up by itself', async ({
  as,
  consoleErrors,
  emulator,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 504 .*\/funding/);
  const client = await as('operator');
  const group = await makeClosed(client, ['7.00']);
  await emulator.addFault({
    match: { method: 'POST', path: 'batch-payments' },
    times: 1,
    delayMs: 3000,
    dropAfterApply: true,
  });
  await signIn(page, 'operator');
  await openGroup(page, group);
  await sideOf(page).getByRole('button', { name: 'Fund from balance…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Pay / }).click();
  // Once Wise is being asked nothing can be read of the transfers any more.
  const state = async () =>
    (await client.call(getBatchFunding, { params: pathOf(group) })).body.funding?.state;
  await expect.poll(state, { intervals: [100] }).toBe('started');
  await emulator.addFault({ match: { method: 'GET', path: '/v1/transfers/' }, times: 1000, status: 503 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(
    sideOf(page).getByText('We do not know yet whether the money moved.', { exact: true }),
  ).toBeVisible();
  await expect(sideOf(page).getByText('Do not try again: the console asks Wise itself.')).toBeVisible();
  await expect(sideOf(page).getByRole('button', { name: 'Pay by bank transfer…' })).toHaveCount(0);
  await expect(sideOf(page).getByRole('button', { name: 'Fund from balance…' })).toHaveCount(0);
  await emulator.clearFaults();
  await expect(page.getByText('Funded', { exact: true })).toBeVisible({ timeout: 120_000 });
});

test('a group is cancelled by its name and a reason, and followed until Wise has cancelled it', async ({
  as,
  openPageAs,
  page,
  signIn,
}) => {
  const group = await makeSent(await as('operator'), ['5.00', '6.00']);
  const auditor = await openPageAs('auditor');
  await openGroup(auditor, group);
  await signIn(page, 'operator');
  await openGroup(page, group);
  await expect(sideOf(page).getByRole('button', { name: 'Fund from balance…' })).toHaveAttribute(
    'title',
    'Opens when the group is closed.',
  );
  await sideOf(page).getByRole('button', { name: 'Cancel…' }).click();
  const dialog = page.getByRole('dialog', { name: `Cancel “${group.name}”?` });
  await expect(dialog).toContainText('Cancels 2 transfers at Wise. Final');
  await dialog.getByRole('button', { name: 'Cancel 2 transfers' }).click();
  await expect(dialog.getByText(`Type ${group.name}.`)).toBeVisible();
  await expect(dialog.getByText('Say why it is cancelled.')).toBeVisible();
  await dialog.getByLabel('The group’s name, to be sure').fill(group.name);
  await dialog.getByLabel('Reason, kept in the audit trail').fill('ordered twice');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel 2 transfers' }).click();
  await expect(page.getByText('Wise has cancelled 2 transfers. No money moved.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(auditor.getByText('Wise has cancelled 2 transfers. No money moved.')).toBeVisible();
  await expect(sideOf(page).getByRole('button', { name: /Fund|bank transfer/ })).toHaveCount(0);
});

test('pay-in details close the balance, stay on the page, and go on paper by themselves', async ({
  as,
  context,
  page,
  signIn,
}) => {
  const client = await as('operator');
  const group = await makeClosed(client, ['8.00']);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'operator');
  await page.addInitScript(() => {
    // A print dialog would hold the page until somebody closed it.
    window.print = () => undefined;
  });
  await openGroup(page, group);
  await sideOf(page).getByRole('button', { name: 'Pay by bank transfer…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the balance is closed for it');
  await dialog.getByRole('button', { name: 'Show the pay-in details' }).click();
  const slip = page.getByRole('region', { name: 'Pay-in details' });
  await expect(slip.getByText('Reference, exactly so')).toBeVisible();
  await expect(sideOf(page).getByText('To be paid by bank transfer.')).toBeVisible();
  await expect(sideOf(page).getByRole('button', { name: 'Fund from balance…' })).toHaveAttribute(
    'title',
    /paid by bank transfer and no other way/,
  );
  await expect(sideOf(page).getByRole('button', { name: 'Cancel…' })).toHaveAttribute(
    'title',
    /begun to fund/,
  );
  await slip.getByRole('button', { name: 'Copy the reference' }).click();
  const reference = await page.evaluate(() => navigator.clipboard.readText());
  expect(reference).toMatch(/^B/);
  expect(await faultsOf(page)).toEqual([]);

  await page.reload();
  await untilLive(page);
  await sideOf(page).getByRole('button', { name: 'Show the pay-in details' }).click();
  await expect(slip).toContainText(reference);

  await slip.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-print-alone]');
  await expect(paper).toContainText(reference);
  await expect(page.getByRole('main')).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
  expect((await readGroup(client, group)).status).toBe('CONFIRMING');
});

test('balances are found by currency, show what cannot be used, and get simulated money', async ({
  as,
  openPageAs,
  page,
  signIn,
}) => {
  const { items } = (await (await as('operator')).call(listBalances, { params: { profileId: payer } })).body;
  const euro = items.find(
    ({ currency, type, isOperable }) => currency === 'EUR' && type === 'STANDARD' && isOperable,
  );
  if (!euro) throw new Error('no EUR balance');
  await signIn(page, 'operator');
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Balances' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Balances' })).toBeAttached();
  await page.goto(`/balances?profileId=${payer}`);
  const table = page.getByRole('table', { name: 'Balances' });
  await expect(table.getByRole('row')).toHaveCount(items.length + 1);
  await expect(table.getByText(/not usable/i)).toHaveCount(
    items.filter(({ isOperable }) => !isOperable).length,
  );
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('searchbox', { name: 'Search balances' }).fill('eur balance');
  await expect(page).toHaveURL(/query=eur/);
  const row = table.getByRole('row', { name: /^EUR Balance/ });
  await row.getByRole('button', { name: /Add money to EUR/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add money' }).click();
  await expect(dialog.getByText('An amount such as 1,240.50.')).toBeVisible();
  await dialog.getByLabel('Amount in EUR').fill('100.25');
  await dialog.getByRole('button', { name: 'Add 100.25 EUR' }).click();
  await expect(dialog).toHaveCount(0);
  const after = (Number(euro.available) + 100.25).toFixed(2);
  await expect(row).toContainText(formatMoney(after, 'EUR').replace(' EUR', ''));
  await page.getByRole('searchbox', { name: 'Search balances' }).fill('nothing');
  await expect(page.getByText('No balance matches “nothing”.')).toBeVisible();

  const auditor = await openPageAs('auditor');
  await auditor.goto(`/balances?profileId=${payer}`);
  await expect(auditor.getByRole('table', { name: 'Balances' }).getByRole('row')).toHaveCount(
    items.length + 1,
  );
  await expect(auditor.getByRole('button', { name: /Add money/ })).toHaveCount(0);
});
