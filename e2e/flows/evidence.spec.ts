import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listEvidence } from '../../lib/contracts/evidence.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';
import { verifyEvidence } from '../support/verify-evidence.ts';

test('compliance chooses transactions by key, makes evidence of them, and finds what left', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const client = await as('compliance');
  const { token } = await pickCard(client, { status: 'ACTIVE' });
  const shop = `Shop${randomUUID().slice(0, 8)}`;
  for (const name of [`${shop} One`, `${shop} Two`])
    await emulator.makeTransaction({ cardToken: token, state: 'COMPLETED', merchant: { name } });
  await expect
    .poll(async () => (await client.call(listTransactions, { query: { query: shop } })).body.total)
    .toBe(2);

  const page = await openPageAs('compliance');
  await page.goto(`/transactions?query=${shop}`);
  await untilLive(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: 'Chosen transactions' })).toContainText('2 chosen');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Make evidence of 2 transactions?' });
  await dialog.getByRole('button', { name: 'Make and download' }).click();
  await expect(dialog.getByText('Write to whom it goes.')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel('Recipient').fill(`Economic crime unit, ${shop}`);
  await dialog.getByLabel('Reason').fill('Order of 12 November');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByLabel('Reason').press('Control+Enter'),
  ]);
  await expect(dialog).toBeHidden();
  const { key } = (await client.call(listEvidence, { query: {} })).body;
  const verdict = verifyEvidence(readFileSync(await download.path()), key.publicKey);
  expect(verdict.status, verdict.said).toBe(0);

  await page.goto('/declines/evidence');
  await untilLive(page);
  const row = page.getByRole('row').filter({ hasText: shop });
  await expect(row).toContainText('2 transactions');
  await row.getByRole('link').first().click();
  const shown = page.getByRole('dialog', { name: `Evidence for Economic crime unit, ${shop}` });
  await expect(shown.getByText('Order of 12 November')).toBeVisible();
  await expect(shown.getByRole('list', { name: 'What was in it' }).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
});
