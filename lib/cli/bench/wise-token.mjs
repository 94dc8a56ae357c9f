/**
 * A token of the Wise user who owns a profile, from the emulator.
 * @param {string} emulatorUrl
 * @param {string} profileId
 * @returns {Promise<string>}
 */
export async function readUserToken(emulatorUrl, profileId) {
  const { clientId, clientSecret, connections } = await readJson(`${emulatorUrl}/_emulator/bootstrap`);
  const { items } = await readJson(`${emulatorUrl}/_emulator/state/profiles`);
  const userId = items.find((/** @type {{ id: number }} */ { id }) => String(id) === profileId)?.userId;
  const { items: tokens } = await readJson(`${emulatorUrl}/_emulator/state/tokens`);
  // The console's own, where it has one: a refresh would end the refresh token that the console holds.
  const live = tokens.findLast((/** @type {{ userId: number | null }} */ one) => one.userId === userId);
  if (live) return live.token;
  const connection = connections.find(
    (/** @type {{ userId: number | string }} */ one) => String(one.userId) === String(userId),
  );
  if (!connection) throw new Error(`nobody at the emulator owns profile ${profileId}`);
  const { access_token: token } = await readJson(`${emulatorUrl}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: connection.refreshToken }),
  });
  return token;
}

/** @param {string} url @param {RequestInit} [init] @returns {Promise<any>} */
export async function readJson(url, init = {}) {
  const reply = await fetch(url, init);
  if (!reply.ok) throw new Error(`${new URL(url).pathname} answered ${reply.status}`);
  return reply.json();
}
