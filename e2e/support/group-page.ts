import type { Locator, Page } from '@playwright/test';
import type { BatchGroupDetail } from '../../lib/contracts/batch-groups.ts';
import { untilLive } from './until-live.ts';

/** Opens a batch group's page. */
export async function openGroup(
  page: Page,
  { id, profileId }: Pick<BatchGroupDetail, 'id' | 'profileId'>,
): Promise<void> {
  await page.goto(`/batch-groups/${profileId}/${id}`);
  await untilLive(page);
}

export const sideOf = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Sums, funding and people' });
