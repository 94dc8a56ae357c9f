import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readEmulatorSettings,
  startConsole,
  startEmulator,
  waitForEmulator,
  waitUntilReady,
} from '../../lib/cli/launch.mjs';
import { findFreePort } from '../../lib/cli/ports.mjs';
import { getCard } from '../../lib/contracts/cards.ts';
import { listConnections } from '../../lib/contracts/connections.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { signInToConsole } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import { createEmulatorControl } from '../support/emulator-control.ts';
import { waitUntilIndexed } from '../support/stack.ts';

const halfADay = 13 * 60 * 60;

/** Console and emulator on kept folders, as `npm start` runs them. */
async function startBoth(folder: string) {
  mkdirSync('test-results', { recursive: true });
  const sink = createWriteStream(join('test-results', 'kept-connections.log'), { flags: 'a' });
  const emulator = startEmulator({ port: 0, dataDir: join(folder, 'emulator'), sink });
  const emulatorUrl = await waitForEmulator(emulator);
  const port = await findFreePort();
  const consoleUrl = `http://127.0.0.1:${port}`;
  const running = startConsole({
    host: '127.0.0.1',
    port,
    sink,
    env: {
      ...(await readEmulatorSettings(emulatorUrl)),
      CONSOLE_URL: consoleUrl,
      DATA_DIR: join(folder, 'console'),
      ...Object.fromEntries(
        ['DATABASE_URL', 'VAULT_KEYS', 'AUTH_SECRET', 'ADMIN_EMAIL', 'ADMIN_PASSWORD_HASH'].map((name) => [
          name,
          '',
        ]),
      ),
    },
  });
  await waitUntilReady(running, consoleUrl, 60_000);
  await waitUntilIndexed(consoleUrl);
  const signIn = (email: string) => signInToConsole(consoleUrl, email, demoPassword);
  return {
    /** Every token of before has ended, so that new ones are fetched: with the refresh tokens that are kept. */
    async readAfterAWhile() {
      await createEmulatorControl(emulatorUrl).advanceClock(halfADay);
      const operator = await signIn('operator@example.com');
      const sources = [];
      for (const { profileId, token } of [demoCards.active, demoCards.traveller, demoCards.dailyLimit]) {
        const params = { profileId, cardToken: token };
        sources.push((await operator.call(getCard, { params })).body.source);
      }
      const admin = await signIn('admin@example.com');
      return { sources, counts: (await admin.call(listConnections, { query: {} })).body.counts };
    },
    async stop() {
      await running.stop();
      await emulator.stop();
    },
  };
}

test('connections outlive a restart of both, and a console that lost its data begins with those of now', async () => {
  test.skip(Boolean(process.env.TEST_DATABASE_URL), 'it is about folders');
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const fine = {
    sources: ['wise', 'wise', 'wise'],
    counts: { working: 41, broken: 0, disconnected: 0 },
  };
  let both: Awaited<ReturnType<typeof startBoth>> | undefined;
  try {
    for (const lost of [undefined, undefined, 'console'] as const) {
      if (lost) rmSync(join(folder, lost), { recursive: true });
      both = await startBoth(folder);
      expect(await both.readAfterAWhile()).toEqual(fine);
      await both.stop();
      both = undefined;
    }
  } finally {
    await both?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
