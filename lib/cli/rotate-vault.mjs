import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readLaunchSettings } from './launch-settings.mjs';
import { Fault, printFaultAndExit } from './project.mjs';

const askEveryMs = 500;
/** So many answers without any progress: what is left opens under no key, or its row is being written all the time. */
const patience = 20;

/** @param {string} url @param {string} origin @param {string} token @returns {Promise<{ keyId: string, left: number }>} */
async function ask(url, origin, token) {
  const reply = await fetch(`${url}/api/vault/rotate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, origin, 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => {
    throw new Fault(`The console does not answer at ${url}. Start it with the new key first in VAULT_KEYS.`);
  });
  if (reply.status === 401)
    throw new Fault('The console does not know the token in DATA_DIR. Is it the one that runs there?');
  if (!reply.ok) throw new Fault(`The console answered ${reply.status}. Its log says why.`);
  return reply.json();
}

try {
  const { dataDir, localUrl, publicUrl } = readLaunchSettings();
  const { origin } = new URL(publicUrl);
  const file = join(dataDir, 'command-token');
  if (!existsSync(file)) throw new Fault(`No console has run on DATA_DIR ${dataDir}.`);
  const token = readFileSync(file, 'utf8');
  let { keyId, left } = await ask(localUrl, origin, token);
  let withoutProgress = 0;
  while (left > 0) {
    console.log(`${left} values to seal under key ${keyId} …`);
    await wait(askEveryMs);
    const before = left;
    ({ keyId, left } = await ask(localUrl, origin, token));
    withoutProgress = left < before ? 0 : withoutProgress + 1;
    if (withoutProgress >= patience)
      throw new Fault(
        `${left} values stay as they are: the keys in VAULT_KEYS do not open them, or they are in use. Keep the old keys, and run this again.`,
      );
  }
  console.log(`Everything is sealed under key ${keyId}. Older keys can be taken out of VAULT_KEYS.`);
} catch (error) {
  printFaultAndExit(error);
}
