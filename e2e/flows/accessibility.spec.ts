import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';

const cardPath = `/cards/${demoCards.lockedTwo.profileId}/${demoCards.lockedTwo.token}`;
const pages = [
  { who: 'operator', path: '/overview' },
  { who: 'operator', path: '/cards' },
  { who: 'operator', path: cardPath },
  { who: 'operator', path: `/activities?profileId=${demoCards.oddities.profileId}` },
  { who: 'auditor', path: '/audit' },
  { who: 'admin', path: '/settings/staff' },
  { who: 'admin', path: '/approvals' },
] as const;

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

// axe looks at every element of a full table, twice.
test.slow();

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the sign-in page, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  for (const { who, path } of pages) {
    test(`axe finds nothing on ${path.split('/').slice(0, 3).join('/')}, ${theme}, wide and narrow`, async ({
      openPageAs,
    }) => {
      const page = await openPageAs(who);
      await page.emulateMedia({ colorScheme: theme });
      for (const width of [1440, 375]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        expect(await faultsOf(page), `${width} px`).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sideways, `${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}
