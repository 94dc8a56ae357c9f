import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { listEvidence } from '../../lib/contracts/evidence.ts';
import { expect, test } from '../fixtures.ts';
import { addRule, approver, haveCases, newReason } from '../support/desk.ts';
import { pickCard } from '../support/pick-card.ts';
import { tabTo } from '../support/tab-to.ts';
import { untilLive } from '../support/until-live.ts';
import { verifyEvidence } from '../support/verify-evidence.ts';

/** The outcome is typed, and Ctrl Enter sends. */
async function decideByKey(dialog: Locator, found: string): Promise<void> {
  const { keyboard } = dialog.page();
  await expect(dialog.getByLabel('Outcome')).toBeFocused();
  await keyboard.type('No action');
  await tabTo(dialog.getByLabel('What was found'));
  await keyboard.type(found);
  await keyboard.press('Control+Enter');
}

test('a reviewer clears ten cases by keyboard alone, finds a skimming pattern over five cards, hands one over, makes evidence and checks it', async ({
  as,
  emulator,
  openPageAs,
}) => {
  test.slow();
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const skimmed = `Quay Fuel ${reason.slice(-6)}`;
  const { token: cardToken } = await pickCard(compliance, { status: 'ACTIVE' });
  const cases = await haveCases(compliance, emulator, reason, [
    ...Array.from({ length: 5 }, () => ({ merchant: skimmed })),
    ...Array.from({ length: 6 }, (_, made) => ({ merchant: `Tea Room ${made}`, cardToken })),
  ]);

  const page = await openPageAs('compliance');
  await page.goto(`/declines/cases?reason=${reason}`);
  await untilLive(page);
  const rows = page.getByRole('navigation', { name: 'Cases in this view' }).getByRole('link');
  await expect(rows).toHaveCount(11);

  await page.keyboard.press('x');
  for (let place = 1; place < 11; place++) {
    await page.keyboard.press('j');
    await expect(rows.nth(place)).toHaveAttribute('aria-current', 'true');
  }
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Marked cases' });
  await expect(bar.getByText('11 marked')).toBeVisible();
  await page.keyboard.press('s');
  const strongest = page
    .getByRole('dialog', { name: 'What do these cases share?' })
    .getByRole('listitem')
    .first();
  await expect(strongest).toContainText(skimmed);
  await expect(strongest).toContainText('5 cases, 5 cards, all within a day');
  await tabTo(strongest.getByRole('button', { name: 'Mark only these' }));
  await page.keyboard.press('Enter');
  await expect(bar.getByText('5 marked')).toBeVisible();

  const detail = page.getByRole('article');
  for (let place = 9; place >= 4; place--) {
    await page.keyboard.press('k');
    await expect(rows.nth(place)).toHaveAttribute('aria-current', 'true');
  }
  await expect(detail.getByText(skimmed).first()).toBeVisible();
  await page.keyboard.press('p');
  const leaving = page.getByRole('dialog', { name: 'Make evidence of this case?' });
  await expect(leaving.getByLabel('Recipient')).toBeFocused();
  await page.keyboard.type('Economic crime unit');
  await tabTo(leaving.getByLabel('Reason'));
  await page.keyboard.type('Cards copied at a pump');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Enter')]);
  const shown = cases.find(({ id }) => page.url().includes(id))?.id ?? '';
  const { items, key } = (await compliance.call(listEvidence, { query: { caseId: shown } })).body;
  const verdict = verifyEvidence(readFileSync(await download.path()), key.publicKey);
  expect(verdict.status, verdict.said).toBe(0);
  expect(verdict.said).toContain(`SHA-256 ${items[0]?.sha256}`);
  await expect(leaving).toBeHidden();
  await expect(detail.getByText('Ines Duarte to Economic crime unit')).toBeVisible();

  await tabTo(bar.getByRole('button', { name: 'Close alike…' }));
  await page.keyboard.press('Enter');
  const closing = page.getByRole('dialog', { name: 'Close 5 cases alike?' });
  await expect(closing.getByText('5 cases can be closed.')).toBeVisible();
  await decideByKey(closing, 'Copied at the pump');
  const results = page.getByRole('dialog', { name: '5 of 5 cases done' });
  await expect(results.getByRole('listitem')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(6);
  await expect(bar).toBeHidden();

  const untilRead = async (row: Locator) => {
    await expect(row).toHaveAttribute('aria-current', 'true');
    const [shop = ''] = /Tea Room \d/.exec(await row.innerText()) ?? [];
    await expect(detail.getByText(shop).first()).toBeVisible();
  };
  for (let place = 0; place < 6; place++) await page.keyboard.press('j');
  await untilRead(rows.last());
  await page.keyboard.press('a');
  await expect(detail.getByText('Ines Duarte took it')).toBeVisible();
  await page.keyboard.press('o');
  const handing = page.getByRole('dialog', { name: 'Hand this case over?' });
  await expect(handing.getByLabel('To')).toBeFocused();
  await page.keyboard.type('Karim');
  await tabTo(handing.getByLabel('Note, if there is one'));
  await page.keyboard.press('Control+Enter');
  await expect(rows.last()).toContainText('Karim Haddad');

  for (let left = 5; left > 0; left--) {
    await page.keyboard.press('k');
    await untilRead(rows.nth(left - 1));
    await page.keyboard.press('a');
    await expect(detail.getByText('Ines Duarte took it')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await decideByKey(page.getByRole('dialog', { name: 'Close this case?' }), 'Known to the customer');
    await expect(rows).toHaveCount(left);
    await expect(rows.nth(left - 1), 'the next one').toHaveAttribute('aria-current', 'true');
  }
  await expect(rows.last()).toContainText('Karim Haddad');
});

test('two cases of a shop go on as one, and its card is held from there', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const [first, second] = await haveCases(compliance, emulator, reason, [{}, {}]);

  const page = await openPageAs('compliance');
  await page.goto(`/declines/cases?reason=${reason}&id=${first?.id}`);
  await untilLive(page);
  await expect(
    page.getByText(`The catalogue holds no reason ${reason}.`),
    'a filter may name what is no reason any more',
  ).toBeVisible();
  const list = page.getByRole('navigation', { name: 'Cases in this view' });
  for (const box of await list.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Merge…' }).click();
  const merging = page.getByRole('dialog', { name: 'Merge 2 cases into one?' });
  await merging.getByLabel('All go on in').selectOption(first?.id ?? '');
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merging).toBeHidden();
  await expect(list.getByRole('link')).toHaveCount(1);
  const detail = page.getByRole('article');
  await expect(
    detail
      .locator('section', { has: page.getByRole('heading', { name: 'What belongs to it' }) })
      .locator(`a[href="/transactions/${second?.profileId}/${second?.transactionId}"]`),
    'the payment of the other',
  ).toBeVisible();

  await page.keyboard.press('h');
  const holding = page.getByRole('dialog', { name: 'Hold this card until reviewed?' });
  await expect(holding.getByLabel('Internal reason')).toBeFocused();
  await page.keyboard.type('Two tries at one shop');
  await page.keyboard.press('Enter');
  await expect(holding).toBeHidden();
  await expect(detail.getByText(/^held until/)).toBeVisible();
  await expect(detail.getByText('Two tries at one shop', { exact: true })).toBeVisible();

  await page.goto(`/declines/cases?id=${second?.id}`);
  await page.getByRole('link', { name: 'Go on in the case it was merged into' }).click();
  await expect(detail.getByText('Two tries at one shop', { exact: true })).toBeVisible();

  const operator = await openPageAs('operator');
  await operator.goto(`/cards/${first?.profileId}/${first?.cardToken}`);
  await expect(operator.getByText('Held until reviewed').first()).toBeVisible();
  expect(await operator.content()).not.toMatch(/Two tries|Ines Duarte/);
});
