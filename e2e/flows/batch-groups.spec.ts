import type { Page } from '@playwright/test';
import { listBatchGroups } from '../../lib/contracts/batch-groups.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { makePayments, type Payment, toCsv } from '../support/batch-files.ts';
import { untilLive } from '../support/until-live.ts';

const name = 'November suppliers';
const profile = 'Harbourline Logistics Ltd';
/** No other group of the tests is paid by it: what its maker pays in a day is added up. */
const payer = 'Kestrel & Finch Studios GmbH';
/** In EUR; above the 10,000 GBP from which another person has to agree. */
const large = '14500.00';

/** What a hand drops from a folder onto the page. */
async function dropFile(page: Page, content: string): Promise<void> {
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'november.csv', { type: 'text/csv' }));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, content);
}

/** Twenty payments of which nine have one cell each that is wrong. */
function withNineFaults(): Payment[] {
  const payments = makePayments(20);
  if (payments[0]) payments[0].amount = large;
  const spoil = (row: number, change: (payment: Payment) => Partial<Payment>) => {
    const payment = payments[row - 1];
    if (payment) Object.assign(payment, change(payment));
  };
  spoil(2, () => ({ name: '' }));
  spoil(3, ({ iban }) => ({ iban: iban.slice(0, -1) }));
  spoil(5, () => ({ amount: '' }));
  spoil(7, () => ({ currency: 'EURO' }));
  spoil(9, () => ({ amount: '0' }));
  spoil(11, ({ iban }) => ({ iban: iban.replace(/^DE(\d)(\d)/, 'DE$2$1') }));
  spoil(13, () => ({ name: 'Madonna' }));
  spoil(15, () => ({ amount: '24.555' }));
  spoil(17, () => ({ type: 'somebody' }));
  return payments;
}

/** Every payee is new, so each is looked at: by keyboard, one after the other. */
async function acceptAndApprove(page: Page): Promise<void> {
  await page.goto('/approvals');
  await untilLive(page);
  await expect(page.getByText('Pays 19 rows from GBP.')).toBeVisible();
  await expect(page.getByText('0 of 19 accepted')).toBeVisible();
  await page.keyboard.press('x');
  for (let accepted = 1; accepted <= 19; accepted++) {
    await page.keyboard.press('x');
    await expect(page.getByText(`${accepted} of 19 accepted`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Approve…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible();
}

test('a group is made, its nine bad cells mended by keyboard, agreed to by a second person, sent, closed and funded', async ({
  as,
  openPageAs,
  page,
  signIn,
}) => {
  test.slow();
  await signIn(page, 'operator');
  await page.goto('/batch-groups');
  await untilLive(page);

  // Made by the key, with a name that is meant.
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the group' }).click();
  await expect(dialog.getByText('Choose the profile.')).toBeVisible();
  await dialog.getByRole('searchbox').fill('kestrel');
  await dialog.getByRole('radio', { name: payer }).check();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Make the group' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('There are no rows yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send rows…' })).toHaveAttribute('title', 'Add rows first.');

  // Somebody else has the page open and hears of everything.
  const auditor = await openPageAs('auditor');
  await auditor.goto(new URL(page.url()).pathname);
  await untilLive(auditor);
  await expect(auditor.getByRole('button', { name: 'Add rows…' })).toHaveCount(0);

  await dropFile(page, toCsv(withNineFaults()));
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  const rows = page.getByRole('grid', { name: 'Rows of the file' });
  await expect(page.getByRole('link', { name: 'To mend 9' })).toBeVisible();
  await expect(rows.getByRole('row')).toHaveCount(21);
  await expect(rows.locator('.cell-bad')).toHaveCount(8);
  await expect(auditor.getByRole('link', { name: 'To mend 9' })).toBeVisible();
  await page.keyboard.press('n');
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 375]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await faultsOf(page), `${colorScheme}, ${width} wide`).toEqual([]);
    }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('Escape');

  // From fault to fault by keyboard alone.
  const payments = makePayments(20);
  const mended: [row: number, value: string][] = [
    [2, payments[1]?.name ?? ''],
    [3, payments[2]?.iban ?? ''],
    [5, '14.50'],
    [7, 'EUR'],
    [9, '18.50'],
    [11, payments[10]?.iban ?? ''],
    [13, 'Madonna Ciccone'],
    [15, '24.55'],
    [17, 'PERSON'],
  ];
  for (const [row, value] of mended) {
    await page.keyboard.press('n');
    await expect(page.getByRole('region', { name: `Row ${row}`, exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    const cell = rows.getByRole('textbox', { name: new RegExp(`^Row ${row}, `) });
    await cell.fill(value);
    await page.keyboard.press('Enter');
    await expect(cell).toHaveCount(0);
    await expect(rows.getByRole('row', { name: new RegExp(`^${row} Waiting`) })).toBeVisible();
  }
  await expect(page.getByText('Nothing is to be mended')).toBeVisible();
  await expect(auditor.getByRole('link', { name: 'To mend 0' })).toBeVisible();

  // One is left out in the panel, by its words.
  await rows.getByRole('row', { name: /^20 / }).click();
  await page.getByRole('button', { name: 'Leave this row out' }).click();
  await expect(page.getByRole('button', { name: 'Take it in again' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Send rows…' }).click();
  await expect(dialog).toContainText('No money moves before the group is funded.');
  await dialog.getByRole('button', { name: 'Send 19 rows' }).click();
  await expect(page.getByText('Waiting for approval', { exact: true })).toBeVisible();
  await expect(auditor.getByText('Waiting for approval', { exact: true })).toBeVisible();
  await acceptAndApprove(await openPageAs('operator2@example.com'));
  await expect(page.getByText('19 of 19 rows are in the group')).toBeVisible();
  await expect(page.getByText('Ready to close', { exact: true })).toBeVisible();
  await expect(auditor.getByText('19 of 19 rows are in the group')).toBeVisible();
  await expect(rows.getByRole('row', { name: /^1 In the group \d/ })).toBeVisible();

  await page.getByRole('button', { name: 'Close group…' }).click();
  await expect(dialog).toContainText('No transfer can be added or taken out afterwards.');
  await dialog.getByRole('button', { name: 'Close with 19 transfers' }).click();
  await expect(page.getByText('Closed, ready to fund', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add rows…' })).toHaveCount(0);
  await expect(auditor.getByText('Closed, ready to fund', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Fund from balance…' }).click();
  await expect(dialog).toContainText('Pays 19 transfers');
  await dialog.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByText('Funded', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(auditor.getByText('Funded', { exact: true })).toBeVisible();

  const listed = await (await as('auditor')).call(listBatchGroups, { query: { query: name } });
  expect(listed.body.items).toMatchObject([{ name, status: 'FUNDED', rows: { inGroup: 19, leftOut: 1 } }]);
});

test('rows to mend leave as a file and come back in their own places; columns in doubt are asked about', async ({
  consoleErrors,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 422 .*\/rows/);
  await signIn(page, 'operator');
  await page.goto('/batch-groups?new=1');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: profile }).check();
  await dialog.getByLabel('Name', { exact: true }).fill('Salaries');
  await dialog.getByRole('button', { name: 'Make the group' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Salaries' })).toBeVisible();

  const headers = {
    name: 'employee',
    iban: 'IBAN',
    currency: 'ccy',
    amount: 'salary',
    reference: 'memo',
    type: 'receiverType',
  };
  const payments = makePayments(4, 40).map((payment, at) =>
    at === 1 ? { ...payment, amount: '0' } : payment,
  );
  await dropFile(page, toCsv(payments, headers));
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(dialog.getByText('What does each column hold?')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Column salary is' }).selectOption('');
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(dialog.getByText('Say which column is the amount.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Column salary is' }).selectOption('Amount');
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(page.getByRole('link', { name: 'To mend 1' })).toBeVisible();

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '1 row to mend as CSV' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await waiting).createReadStream()) chunks.push(Buffer.from(chunk));
  const file = Buffer.concat(chunks).toString();
  expect(file).toContain('The amount is zero');
  await dropFile(page, file.replace(',0,', ',51.50,'));
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(page.getByText('Nothing is to be mended')).toBeVisible();
  await expect(page.getByRole('row', { name: /^2 Waiting .*51\.50 EUR/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Everything, faults first 4' })).toBeVisible();

  // A file that is none says so where it was dropped.
  await dropFile(page, 'name,amount\n"Ada,1');
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(dialog.getByRole('alert')).toContainText('A quotation mark is out of place');
});
