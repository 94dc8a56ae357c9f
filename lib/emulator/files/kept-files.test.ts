import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokenReply } from '../../contracts/wise/oauth.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { basic } from '../test-support.ts';
import { prepareKeptEmulator } from './test-support.ts';

const { pathTo, post, put, restart, start, urlOf } = prepareKeptEmulator();

describe('kept state', () => {
  it('has the key for card data: the same after a restart and a reset, another once rotated', async () => {
    const { emulator } = await start();
    const key = await emulator.encryptingKey.current();
    await post('/_emulator/reset', {});
    const second = (await restart()).emulator.encryptingKey;
    expect((await second.current()).equals(key)).toBe(true);
    expect((await post('/_emulator/encrypting-key/rotate', {})).status).toBe(204);
    const rotated = await second.current();
    expect(rotated.equals(key)).toBe(false);
    const third = (await restart()).emulator.encryptingKey;
    expect((await third.current()).equals(rotated)).toBe(true);
    expect(statSync(pathTo('encrypting-private-key.pem')).mode & 0o077).toBe(0);
  }, 60_000);

  it('has the key for PINs: the same after a restart, and not the one for card data', async () => {
    const { emulator } = await start();
    const key = await emulator.joseKey.current();
    expect(key.equals(await emulator.encryptingKey.current())).toBe(false);
    const second = (await restart()).emulator.joseKey;
    expect((await second.current()).equals(key)).toBe(true);
    expect(statSync(pathTo('jose-private-key.pem')).mode & 0o077).toBe(0);
  }, 60_000);

  it('lies in files that only its owner reads, one of each collection', async () => {
    await start();
    for (const status of ['FROZEN', 'ACTIVE', 'FROZEN']) {
      await put(`/_emulator/cards/${demoCards.active.token}/status`, { status });
      await restart();
    }
    const files = readdirSync(pathTo());
    expect(files.filter((file) => file.startsWith('cards.'))).toHaveLength(1);
    expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(statSync(pathTo('webhook-private-key.pem')).mode & 0o077).toBe(0);
  });

  it('has the console’s bootstrap beside it', async () => {
    const { emulator } = await start();
    const connections: unknown = JSON.parse(readFileSync(pathTo('connections.json'), 'utf8'));
    expect(connections).toEqual(emulator.bootstrap().connections);
    expect(connections).toHaveLength(41);
    // A console takes the place of the first one, whose refresh token is spent.
    const refresh = async (refresh_token: string) =>
      tokenReply.parse(
        await (
          await fetch(urlOf('/oauth/token'), {
            method: 'POST',
            headers: { authorization: basic() },
            body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token }),
          })
        ).json(),
      );
    const { access_token: token } = await refresh('demo-refresh-20000001');
    await fetch(urlOf('/v1/me'), { headers: { authorization: `Bearer ${token}` } });
    await restart();
    expect(JSON.parse(readFileSync(pathTo('connections.json'), 'utf8'))).toContainEqual({
      userId: 20_000_001,
      refreshToken: 'demo-refresh-20000001-2',
    });
    expect((await refresh('demo-refresh-20000001-2')).refresh_token).toBe('demo-refresh-20000001-3');
    expect(readFileSync(pathTo('webhook-public-key.pem'), 'utf8')).toBe(
      emulator.bootstrap().webhookPublicKey,
    );
  });
});
