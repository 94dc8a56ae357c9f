import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong with the page as it stands, by rule and element; what it finds in order it is not asked to write down.
 * It sums up in the page itself: the way for pages with frames of other sites, which ours have none of, opens another for it.
 * @param narrowed rules: only these; within: only in what this selector finds
 */
export async function faultsOf(
  page: Page,
  { rules, within }: { rules?: string[]; within?: string } = {},
): Promise<string[]> {
  // The next page's title comes with its own part of the answer.
  await page.waitForFunction(() => document.title !== '');
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules) axe.withRules(rules);
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
