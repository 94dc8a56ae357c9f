import { expect, test } from '../fixtures.ts';
import { untilLive } from '../support/until-live.ts';

test('a filter that is taken off in the pause after typing stays off when the search begins', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'operator');
  await page.goto('/cards?type=PHYSICAL');
  await untilLive(page);
  await page.getByRole('searchbox', { name: 'Search cards' }).fill('a');
  await page.getByRole('button', { name: /^Remove filter: Kind/ }).click();
  await expect(page).toHaveURL(/\/cards\?query=a$/);
});
