import { existsSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';

/** The one named, else Playwright's own, else the system's. */
function findBrowser(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (existsSync(chromium.executablePath())) return undefined;
  return [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => existsSync(path));
}

const executablePath = findBrowser();

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  globalSetup: './e2e/support/before-all.ts',
  // Each worker has a console, a store and an emulator of its own, so files run side by side and a file's tests in order.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Long enough for a machine ten times slower than a laptop; no test waits for a limit unless it fails.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['dot']],
  use: {
    // What cannot be pressed is told by its name, before the whole test runs out of time.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // Recording every act takes a fifth of the time: only for somebody who looks for a fault.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'api', testMatch: 'api/**/*.spec.ts' },
    // A story on PostgreSQL shows nothing that the API tests there do not.
    ...(process.env.TEST_DATABASE_URL ? [] : [{ name: 'flows', testMatch: 'flows/**/*.spec.ts' }]),
  ],
});
