import type { BrowserContext, Page } from '@playwright/test';

/**
 * A page of the console's that is opened is there to be used, not only to be read: what is pressed before the browser has taken over what the
 * server drew is heard by nobody, and a test would depend on who is quicker.
 */
export function waitForInteractive(context: BrowserContext, consoleUrl: string): void {
  context.on('page', (page) => {
    page.goto = thenWait(page, consoleUrl, page.goto.bind(page));
    page.reload = thenWait(page, consoleUrl, page.reload.bind(page));
  });
}

const thenWait =
  <A extends unknown[], R>(page: Page, consoleUrl: string, open: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    const response = await open(...args);
    if (page.url().startsWith(consoleUrl))
      await page.locator('html[data-interactive]').waitFor({ state: 'attached' });
    return response;
  };
