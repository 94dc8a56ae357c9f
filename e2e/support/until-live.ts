import { expect, type Page } from '@playwright/test';

/** The server's page is there to read before it can be used: keys are heard once the browser has taken it over. */
export const untilLive = (page: Page): Promise<void> =>
  expect(page.getByText('Live', { exact: true })).toBeVisible();
