import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { getCard, listCards } from '../../lib/contracts/cards.ts';
import { rotateVault } from '../../lib/contracts/vault.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { createConsoleClient, signInToConsole } from '../support/console-client.ts';
import { startStack } from '../support/stack.ts';

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

async function runCommand(env: Record<string, string>) {
  const command = spawn(process.execPath, ['lib/cli/rotate-vault.mjs'], { env: { ...process.env, ...env } });
  const [said, complaint] = await Promise.all([text(command.stdout), text(command.stderr)]);
  return said + complaint;
}

test('rotate-vault: secrets are sealed under the new key while the console runs, and the old one is not needed after it', async ({}, info) => {
  const [oldKey, newest] = [newKey('old'), newKey('newest')];
  const stack = await startStack(`rotate-${info.project.name}`, { VAULT_KEYS: oldKey });
  const env = {
    PORT: new URL(stack.consoleUrl).port,
    DATA_DIR: stack.dataDir,
    HOST: '127.0.0.1',
    WISE_ENVIRONMENT: '',
    CONSOLE_URL: stack.consoleUrl,
  };
  try {
    const tokenFile = join(stack.dataDir, 'command-token');
    expect(existsSync(tokenFile) && (statSync(tokenFile).mode & 0o777).toString(8)).toBe('600');
    const strangers = [
      createConsoleClient(stack.consoleUrl),
      await signInToConsole(stack.consoleUrl, 'admin@example.com', demoPassword),
    ];
    for (const stranger of strangers)
      for (const headers of [{}, { authorization: 'Bearer guess' }]) {
        const answer = await stranger.call(rotateVault, { body: {}, headers });
        expect(answer.problem.code).toBe('not_signed_in');
      }

    await stack.restartConsole({ VAULT_KEYS: `${newest},${oldKey}` });
    expect(await runCommand(env)).toMatch(
      /^\d+ values to seal under key newest …[^]*Everything is sealed under key newest\. Older keys can be taken out of VAULT_KEYS\.\n$/,
    );
    expect(await runCommand(env)).toMatch(/^Everything is sealed/);
    await stack.restartConsole({ VAULT_KEYS: newest });
    const client = await signInToConsole(stack.consoleUrl, 'operator@example.com', demoPassword);
    const card = (await client.call(listCards, { query: { limit: 1 } })).body.items[0];
    const params = { profileId: card?.profileId ?? '', cardToken: card?.token ?? '' };
    expect((await client.call(getCard, { params })).body.source).toBe('wise');
  } finally {
    await stack.stop();
  }
  expect(await runCommand(env)).toMatch(/^No console has run on DATA_DIR /);
});
