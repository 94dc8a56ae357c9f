import { randomUUID } from 'node:crypto';
import { expect } from '../fixtures.ts';
import { printEvent, test } from '../support/signed-webhooks.ts';
import { untilLive } from '../support/until-live.ts';

const declined = (cardToken: string) => ({
  eventType: 'cards#transaction-state-change',
  data: {
    resource: { type: 'card', profile_id: 30000001, client_id: 'demo-client', card_token: cardToken },
    transaction_id: 9007199254740993n.toString(),
    transaction_state: 'DECLINED',
    decline_reason: 'SUSPECTED_FRAUD_AML',
    detailed_decline_reason: null,
    occurred_at: new Date().toISOString(),
  },
});

test('an administrator sees what Wise sends as it comes, what it said, and takes it in again', async ({
  hook,
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  await page.goto('/webhooks');
  await untilLive(page);
  const token = randomUUID();
  await hook.deliver(declined(token));
  // Without a reload.
  const row = page.getByRole('row').filter({ hasText: token.slice(0, 8) });
  await expect(row).toContainText('Taken in');
  await row.getByRole('button', { name: 'A card transaction moved on' }).click();
  const dialog = page.getByRole('dialog', { name: 'A card transaction moved on' });
  await expect(dialog.getByLabel('Payload')).toContainText('"decline_reason": "NOT_DISCLOSED"');
  await expect(dialog).not.toContainText('SUSPECTED');
  await expect(dialog).toContainText('Open pages read it again.');
  await dialog.getByRole('button', { name: 'Take it in again' }).click();
  await expect(dialog).toContainText('Tried 2 times, last');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('searchbox', { name: 'Search deliveries' }).fill(token.slice(0, 10));
  await expect(page).toHaveURL(/query=/);
  await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible();
  await page.getByLabel('Outcome').selectOption({ label: 'Not understood' });
  await expect(page).toHaveURL(/outcome=not-understood/);
  await expect(page.getByText(`No delivery matches “${token.slice(0, 10)}”.`)).toBeVisible();
  await page.goBack();
  await expect(row).toBeVisible();
});

test('what was forged is counted on the page and is not among the deliveries', async ({
  hook,
  page,
  signIn,
}) => {
  const body = printEvent(declined(randomUUID()));
  expect(await hook.post(body, { signature: 'Zm9yZ2Vk' })).toBe(401);
  await signIn(page, 'auditor');
  await page.goto('/webhooks');
  const stand = page.getByRole('region', { name: 'How the stream stands' });
  await expect(stand).toContainText(/missing or false signature/);
  await page.getByRole('link', { name: 'Subscriptions' }).click();
  await expect(page.getByRole('button', { name: 'Subscribe…' })).toHaveCount(0);
});

test('an administrator subscribes to an event and deletes it again', async ({ page, signIn }) => {
  await signIn(page, 'admin');
  await page.goto('/webhooks?view=subscriptions');
  await expect(page.getByRole('row').filter({ hasText: 'Admin console: card status' })).toContainText(
    'Kept by the console',
  );
  await page.getByRole('button', { name: 'Subscribe…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Subscribe to an event' });
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog).toContainText('Choose an event.');
  await dialog.getByLabel('Wise tells when').selectOption('kyc-reviews#state-change');
  await expect(dialog).toContainText('keeps it as it comes and does nothing else');
  await dialog.getByLabel('Version').selectOption('4.0.0');
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  const row = page.getByRole('row').filter({ hasText: 'A review of a customer moved on' });
  await expect(row).toContainText('4.0.0');
  await row.getByRole('button', { name: /^Acts on/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const question = page.getByRole('dialog', { name: /^Delete “/ });
  await question.getByLabel('Reason, kept in the audit trail').fill('Not used here');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
});

test('an administrator has the console look for gaps and reads kind by kind how it is compared and what was found', async ({
  openPageAs,
}) => {
  const page = await openPageAs('admin');
  await page.goto('/webhooks?view=looks');
  await untilLive(page);
  const asked = page.waitForResponse((reply) => reply.url().endsWith('/api/webhooks/stream/look'));
  await page.getByRole('button', { name: 'Look now' }).click();
  expect((await asked).status()).toBe(202);
  await expect(page.getByRole('button', { name: 'Look now' })).toBeVisible();
  const found = page.getByRole('list', { name: 'What the last look found' });
  await expect(found.getByRole('listitem')).toHaveCount(4);
  await expect(found.getByRole('listitem').filter({ hasText: 'A card order moved on' })).toContainText(
    /Caught up.*compared/,
  );
  await expect(page.getByText('Read anyway, not compared:')).toBeVisible();
});
