import { test as base, expect, type Page } from '@playwright/test';
import { demoPassword, emailOf, type Who } from './support/accounts.ts';
import { type ConsoleClient, createConsoleClient, signInToConsole } from './support/console-client.ts';
import { ConsoleErrors } from './support/console-errors.ts';
import { createEmulatorControl, type EmulatorControl } from './support/emulator-control.ts';
import { startStack, type Stack } from './support/stack.ts';
import { waitForInteractive } from './support/wait-for-interactive.ts';

interface WorkerFixtures {
  /** An emulator and a console of this worker's own. */
  stack: Stack;
  signedIn: Map<string, Promise<ConsoleClient>>;
}

interface TestFixtures {
  /** Moves Wise; faults and settings are taken back after the test, cards are not: use a card of your own. */
  emulator: EmulatorControl;
  /** A client signed in as that person; the same session for the whole worker unless `fresh`. */
  as: (who: Who, options?: { fresh?: boolean; password?: string }) => Promise<ConsoleClient>;
  /** A client that is not signed in. */
  anonymous: ConsoleClient;
  /** Gives the page a session of its own. Follow with `page.goto`. */
  signIn: (page: Page, who: Who) => Promise<void>;
  /** A page in a second browser profile, signed in as that person. */
  openPageAs: (who: Who) => Promise<Page>;
  consoleErrors: ConsoleErrors;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  stack: [
    // Playwright reads the names of the fixtures wanted from this pattern; none are.
    async ({}, provide, { project, workerIndex }) => {
      const stack = await startStack(`${project.name}-${workerIndex}`);
      await provide(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 360_000 },
  ],
  signedIn: [async ({}, provide) => provide(new Map()), { scope: 'worker' }],
  baseURL: async ({ stack }, provide) => provide(stack.consoleUrl),

  emulator: async ({ stack }, provide) => {
    const control = createEmulatorControl(stack.emulatorUrl);
    await provide(control);
    await control.restore();
  },

  as: async ({ signedIn, stack }, provide) => {
    await provide((who, { fresh = false, password = demoPassword } = {}) => {
      const email = emailOf(who);
      if (fresh) return signInToConsole(stack.consoleUrl, email, password);
      const known = signedIn.get(email) ?? signInToConsole(stack.consoleUrl, email, password);
      signedIn.set(email, known);
      return known;
    });
  },

  anonymous: async ({ stack }, provide) => provide(createConsoleClient(stack.consoleUrl)),

  consoleErrors: async ({}, provide) => {
    const errors = new ConsoleErrors();
    await provide(errors);
    expect(errors.unexpected(), 'errors in the browser console').toEqual([]);
  },

  context: async ({ consoleErrors, context, stack }, provide) => {
    consoleErrors.watch(context);
    waitForInteractive(context, stack.consoleUrl);
    await provide(context);
  },

  signIn: async ({ stack }, provide) => {
    await provide(async (page, who) => {
      const client = await signInToConsole(stack.consoleUrl, emailOf(who), demoPassword);
      const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: stack.consoleUrl }));
      await page.context().addCookies(cookies);
    });
  },

  openPageAs: async ({ baseURL, browser, consoleErrors, signIn, stack }, provide) => {
    const contexts: { close(): Promise<void> }[] = [];
    await provide(async (who) => {
      const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
      contexts.push(context);
      consoleErrors.watch(context);
      waitForInteractive(context, stack.consoleUrl);
      const page = await context.newPage();
      await signIn(page, who);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
