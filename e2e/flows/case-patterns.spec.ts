import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';
import { untilLive } from '../support/until-live.ts';

/** By keys alone: the outcome is typed, and Ctrl Enter sends. */
async function decideByKey(dialog: Locator, found: string): Promise<void> {
  await dialog.getByLabel('Outcome').pressSequentially('No action');
  await dialog.getByLabel('What was found').pressSequentially(found);
  await dialog.getByLabel('What was found').press('Control+Enter');
}

test('a reviewer clears ten cases by keyboard alone, five of them as one pattern, and hands one over', async ({
  as,
  emulator,
  openPageAs,
}) => {
  test.slow();
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const skimmed = `Quay Fuel ${reason.slice(-6)}`;
  for (let made = 0; made < 5; made++) await haveCase(compliance, emulator, reason, { merchant: skimmed });
  const other = await haveCase(compliance, emulator, reason, { merchant: 'Tea Room 1' });
  for (let made = 2; made <= 5; made++)
    await haveCase(compliance, emulator, reason, {
      merchant: `Tea Room ${made}`,
      cardToken: other.cardToken,
    });

  const page = await openPageAs('compliance');
  await page.goto(`/declines/cases?reason=${reason}`);
  await untilLive(page);
  const rows = page.getByRole('navigation', { name: 'Cases in this view' }).getByRole('link');
  await expect(rows).toHaveCount(10);

  await page.keyboard.press('x');
  for (let place = 1; place < 10; place++) {
    await page.keyboard.press('j');
    await expect(rows.nth(place)).toHaveAttribute('aria-current', 'true');
  }
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Marked cases' });
  await expect(bar.getByText('10 marked')).toBeVisible();
  await page.keyboard.press('s');
  const strongest = page
    .getByRole('dialog', { name: 'What do these cases share?' })
    .getByRole('listitem')
    .first();
  await expect(strongest).toContainText(skimmed);
  await expect(strongest).toContainText('5 cases, 5 cards, all within a day');
  await strongest.getByRole('button', { name: 'Mark only these' }).press('Enter');
  await expect(bar.getByText('5 marked')).toBeVisible();
  await bar.getByRole('button', { name: 'Close alike…' }).press('Enter');
  const closing = page.getByRole('dialog', { name: 'Close 5 cases alike?' });
  await expect(closing.getByText('5 cases can be closed.')).toBeVisible();
  await decideByKey(closing, 'Copied at the pump');
  const results = page.getByRole('dialog', { name: '5 of 5 cases done' });
  await expect(results.getByRole('listitem')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(5);
  await expect(bar).toBeHidden();

  const detail = page.getByRole('article');
  await page.keyboard.press('a');
  await expect(detail.getByText('Ines Duarte took it')).toBeVisible();
  await page.keyboard.press('o');
  const handing = page.getByRole('dialog', { name: 'Hand this case over?' });
  await handing.getByLabel('To').pressSequentially('Karim');
  await handing.getByLabel('Note, if there is one').press('Control+Enter');
  await expect(rows.last()).toContainText('Karim Haddad');

  for (let left = 4; left > 0; left--) {
    await page.keyboard.press('k');
    await expect(rows.nth(left - 1)).toHaveAttribute('aria-current', 'true');
    await expect(detail.getByText('Opened by a rule')).toBeVisible();
    await page.keyboard.press('a');
    await expect(detail.getByText('Ines Duarte took it')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await decideByKey(page.getByRole('dialog', { name: 'Close this case?' }), 'Known to the customer');
    await expect(rows).toHaveCount(left);
    await expect(rows.nth(left - 1), 'the next one').toHaveAttribute('aria-current', 'true');
  }
  await expect(rows.last()).toContainText('Karim Haddad');
});
