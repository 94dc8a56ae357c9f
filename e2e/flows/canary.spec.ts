import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { groupDigits, hasCheckDigit } from '../../lib/format/card-numbers.ts';
import { listCards } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { createEmulatorControl } from '../support/emulator-control.ts';
import { signInToConsole } from '../support/console-client.ts';
import { agreeToWaitingPin, askReveal } from '../support/reveals.ts';
import { ottOf, scaOf } from '../support/sca.ts';
import { startStack } from '../support/stack.ts';
import { untilLive } from '../support/until-live.ts';

const token = z.looseObject({ token: z.string() });
const user = z.object({ userId: z.number(), refreshToken: z.string() });

/** A number of this card that no other text holds by chance. */
function canaryPan(lastFour: string): string {
  const pan = Array.from({ length: 10 }, (_, digit) => `45967391826${digit}${lastFour}`).find(hasCheckDigit);
  if (!pan) throw new Error('no such number');
  return pan;
}

/** Every column of every table of the embedded store, as text. */
async function dumpStore(dataDir: string): Promise<string> {
  const store = await PGlite.create(join(dataDir, 'store'));
  const tables = await store.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  let text = '';
  for (const { name } of tables.rows) {
    const rows = await store.query(`select t::text as row from ${name} t`);
    text += `${name}\n${JSON.stringify(rows.rows)}\n`;
  }
  await store.close();
  return text;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('card data, tokens and secrets are found only where they may be', async ({ browser }, info) => {
  const stack = await startStack('canary', {}, '');
  const emulator = createEmulatorControl(stack.emulatorUrl);
  const har = info.outputPath('canary.har');
  const context = await browser.newContext({
    baseURL: stack.consoleUrl,
    recordHar: { path: har, content: 'embed' },
  });
  try {
    const client = await signInToConsole(stack.consoleUrl, 'operator@example.com', demoPassword);
    const card = (await client.call(listCards, { query: { status: ['ACTIVE'], limit: 1 } })).body.items[0];
    if (!card) throw new Error('no card');
    const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: stack.consoleUrl }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`/cards/${card.profileId}/${card.token}`);
    await untilLive(page);

    const canaries = {
      pan: canaryPan(card.lastFourDigits),
      cvv: '640517739182',
      pin: '739182645019',
    };
    const clear = { nonce: 'n', expiryDate: '11/29', cardholderName: 'Canary', pan: canaries.pan };
    for (const [path, body] of [
      ['sensitive-card-data/details', { ...clear, cvv2: canaries.cvv }],
      ['sensitive-card-data/pin', { nonce: 'n', pin: canaries.pin }],
    ] as const)
      await emulator.addFault({ match: { path }, status: 200, body });
    for (const [button, shown] of [
      ['Reveal…', groupDigits(canaries.cvv)],
      ['Reveal PIN…', groupDigits(canaries.pin)],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Reason').selectOption('investigation');
      await dialog.getByLabel('Ticket').fill('CS-1');
      if (button === 'Reveal PIN…') {
        await dialog.getByRole('button', { name: 'Ask for a second person' }).click();
        await expect(dialog.getByText('Nobody has answered yet.')).toBeVisible();
        await agreeToWaitingPin(
          await signInToConsole(stack.consoleUrl, 'operator2@example.com', demoPassword),
        );
      }
      const password = dialog.getByLabel('Your password');
      if (button === 'Reveal…') await password.fill(demoPassword);
      else await expect(dialog.getByText('Tom Ashby has agreed.')).toBeVisible();
      await dialog.getByRole('button', { name: 'Reveal', exact: true }).click();
      // What is looked for is truly there.
      await expect(dialog.getByText(shown, { exact: true }).first()).toBeVisible();
      await dialog.getByRole('button', { name: 'Hide now' }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
    }
    for (const path of ['/cards', '/overview', '/activities']) await page.goto(path);
    await emulator.clearFaults();
    await emulator.changeSettings({ scaRequired: true });
    const waiting = await askReveal(client, { profileId: card.profileId, cardToken: card.token });
    // Still waiting when the store is looked through.
    const oneTimeToken = ottOf(scaOf(waiting.answer.problem).hostedUrl);
    const auditor = await signInToConsole(stack.consoleUrl, 'auditor@example.com', demoPassword);
    const trail = await auditor.send('GET', '/api/audit/export?reason=routine');
    const storage = await page.evaluate(async () => {
      const caches = await window.caches.keys();
      const databases = await indexedDB.databases();
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, caches, databases]);
    });
    const issued = (await emulator.state('tokens', token)).map((row) => row.token);
    const bootstrap = z
      .object({ connections: z.array(user) })
      .parse(await (await fetch(`${stack.emulatorUrl}/_emulator/bootstrap`)).json());
    const granted = bootstrap.connections.map(({ refreshToken }) => refreshToken);
    expect(issued.length).toBeGreaterThan(0);
    expect(granted.length).toBeGreaterThan(0);
    await context.close();
    await stack.killConsole();

    const places = {
      'the console’s log': stack.readConsoleLog(),
      'the store': await dumpStore(stack.dataDir),
      'what the browser exchanged': readFileSync(har, 'utf8'),
      'what the browser keeps': storage,
      'the audit trail': trail.text,
      'the built assets': filesIn('.next/static')
        .map((file) => readFileSync(file, 'latin1'))
        .join('\n'),
    };
    // What may be there is found, so the search sees what lies in these places.
    for (const place of ['the store', 'what the browser exchanged', 'the audit trail'] as const)
      expect(places[place], place).toContain(card.token);
    const secrets = [...Object.values(canaries), 'demo-secret', ...granted, ...issued];
    for (const [place, text] of Object.entries(places)) {
      expect(text.length, place).toBeGreaterThan(place === 'what the browser keeps' ? 0 : 500);
      expect(
        secrets.filter((secret) => text.includes(secret)),
        place,
      ).toEqual([]);
    }
    // The password is sent to prove who sits there, and nothing else ever holds it; a one-time token stands in the link to
    // Wise's page, for whoever has to confirm.
    const { 'what the browser exchanged': exchanged, ...elsewhere } = places;
    expect(places['the store']).toContain('sca_requests');
    for (const secret of [demoPassword, oneTimeToken])
      expect(Object.entries(elsewhere).filter(([, text]) => text.includes(secret))).toEqual([]);
    expect(exchanged.split(demoPassword).length - 1).toBe(1);
  } finally {
    await context.close().catch(() => undefined);
    await stack.stop();
  }
});
