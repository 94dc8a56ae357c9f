import { expect, test } from '../fixtures.ts';
import { makePayments, toCsv } from '../support/batch-files.ts';
import { makeGroup, pathOf } from '../support/batches.ts';
import { untilLive } from '../support/until-live.ts';

test('rows are pasted onto the page as a spreadsheet copies them, or put in as text', async ({
  as,
  page,
  signIn,
}) => {
  const group = await makeGroup(await as('operator'));
  const { batchGroupId, profileId } = pathOf(group);
  await signIn(page, 'operator');
  await page.goto(`/batch-groups/${profileId}/${batchGroupId}`);
  await untilLive(page);
  const payments = makePayments(5, 300);
  const copied = toCsv(payments.slice(0, 3)).replaceAll(',', '\t').replaceAll('"', '');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, copied);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(page.getByRole('link', { name: 'Everything, faults first 3' })).toBeVisible();

  await page.getByRole('button', { name: 'Add rows…' }).click();
  await dialog.getByRole('button', { name: 'Paste rows as text' }).click();
  await dialog.getByLabel('Rows as text').fill(toCsv(payments.slice(3)));
  await dialog.getByRole('button', { name: 'Add the rows' }).click();
  await expect(page.getByRole('link', { name: 'Everything, faults first 5' })).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Rows of the file' });
  await expect(rows.getByRole('row', { name: /^5 Waiting .*314\.50 EUR/ })).toBeVisible();
});
