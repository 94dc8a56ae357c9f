import type { Page } from '@playwright/test';
import { getLatestDecline } from '../../lib/contracts/card-transactions.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { demoCards } from '../support/demo-cards.ts';

const cardPath = `/cards/${demoCards.lockedTwo.profileId}/${demoCards.lockedTwo.token}`;
const pages = [
  { who: 'operator', path: '/overview' },
  { who: 'operator', path: '/cards' },
  { who: 'operator', path: cardPath },
  { who: 'operator', path: '/transactions' },
  { who: 'operator', path: `/activities?profileId=${demoCards.oddities.profileId}` },
  { who: 'operator', path: '/batch-groups' },
  { who: 'operator', path: '/balances' },
  { who: 'operator', path: '/card-orders?profileId=30000001' },
  { who: 'operator', path: '/card-orders/30000001/61000115' },
  { who: 'operator', path: `${cardPath}/transactions` },
  { who: 'operator', path: '/declines/reasons' },
  { who: 'compliance', path: '/declines/reasons' },
  { who: 'operator', path: '/declines/numbers' },
  { who: 'compliance', path: '/declines/cases' },
  { who: 'compliance', path: '/declines/rules' },
  { who: 'compliance', path: '/declines/evidence' },
  { who: 'compliance', path: '/declines/new-codes' },
  { who: 'compliance', path: '/declines/legal-holds' },
  { who: 'operator', path: '/transactions/exports' },
  { who: 'admin', path: '/settings/retention' },
  { who: 'auditor', path: '/audit' },
  { who: 'admin', path: '/settings/staff' },
  { who: 'admin', path: '/settings/connections' },
  { who: 'admin', path: '/settings/branches' },
  { who: 'admin', path: '/webhooks' },
  { who: 'branch_manager', path: '/kiosks' },
  { who: 'branch_manager', path: '/kiosks/errors' },
  { who: 'branch_manager', path: '/kiosks/jobs' },
  { who: 'branch_manager', path: '/kiosks/WIS00001' },
  { who: 'branch_manager', path: '/kiosks/plastic' },
  { who: 'admin', path: '/approvals' },
  { who: 'admin', path: '/settings/approval-rules' },
] as const;
const transactionPages = [
  { who: 'operator', card: demoCards.dailyLimit },
  { who: 'operator', card: demoCards.oddities },
  { who: 'compliance', card: demoCards.restricted },
] as const;

// axe looks at every element of a full table, twice.
test.slow();

test('axe finds nothing on the sign-in page, in both themes', async ({ page }) => {
  await lookAt(page, '/sign-in', [1440]);
});

for (const { who, path } of pages) {
  test(`axe finds nothing on ${path.replace(/[0-9a-f]{8}-[-0-9a-f]{27}/, '…')} for ${who}, wide and narrow, in both themes`, async ({
    openPageAs,
  }) => {
    await lookAt(await openPageAs(who), path, [1440, 375]);
  });
}

test('axe finds nothing on the page of a declined payment, wide and narrow, in both themes', async ({
  as,
  openPageAs,
}) => {
  for (const { card, who } of transactionPages) {
    const { body } = await (await as(who)).call(getLatestDecline, {
      params: { profileId: card.profileId, cardToken: card.token },
    });
    const path = `/transactions/${card.profileId}/${body.transaction?.id}`;
    await lookAt(await openPageAs(who), path, [1440, 768, 375]);
  }
});

/**
 * In the dark nothing but the colours differs, and they are the same at every width: only they are looked at again, on the
 * same page, at its first width.
 */
async function lookAt(page: Page, path: string, widths: readonly number[]): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  for (const [index, width] of widths.entries()) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await faultsOf(page), `${width} px`).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    if (index > 0) continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page, { rules: ['color-contrast'] }), `${width} px, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
}
