import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { tokenReply } from '../../contracts/wise/oauth.ts';
import { type RunningEmulator, type ServeOptions, serveEmulator } from '../server.ts';
import { basic } from '../test-support.ts';

interface LeftState {
  files: Record<string, unknown>;
  meta: Record<string, unknown> & { settings: Record<string, unknown> };
}

/** A folder for each test, and the emulator that keeps its state there. */
export function prepareKeptEmulator() {
  let dataDir: string;
  let running: RunningEmulator | undefined;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'emulator-'));
  });
  afterEach(async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async (options: Partial<ServeOptions> = {}) => {
    running = await serveEmulator({ port: 0, seed: 'demo', dataDir, ...options });
    return running;
  };
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  const restart = async (options: Partial<ServeOptions> = {}) => {
    await running?.close();
    return start(options);
  };
  const urlOf = (path: string) => `${running?.url}${path}`;
  const pathTo = (file = '') => join(dataDir, file);
  return {
    start,
    stop,
    restart,
    urlOf,
    pathTo,
    put: (path: string, body: unknown) => fetch(urlOf(path), { method: 'PUT', body: JSON.stringify(body) }),
    post: (path: string, body: unknown) => fetch(urlOf(path), { method: 'POST', body: JSON.stringify(body) }),
    statusOf: (token: string) => running?.emulator.world.cards.get(token)?.status,
    /** What an emulator that was stopped has left, as another version would have. */
    changeLeftState: (change: (state: LeftState) => void) => {
      const path = pathTo('state.json');
      const state: LeftState = JSON.parse(readFileSync(path, 'utf8'));
      change(state);
      writeFileSync(path, JSON.stringify(state));
    },
    /** A card of the first business is sent to a kiosk. */
    send: async (cardToken: string, kioskId: string): Promise<void> => {
      const connection = running?.emulator
        .bootstrap()
        .connections.find(({ userId }) => userId === 20_000_001);
      const body = `grant_type=refresh_token&refresh_token=${connection?.refreshToken}`;
      const headers = { authorization: basic(), 'content-type': 'application/x-www-form-urlencoded' };
      const granted = await fetch(urlOf('/oauth/token'), { method: 'POST', body, headers });
      const { access_token } = tokenReply.parse(await granted.json());
      const reply = await fetch(urlOf(`/v3/spend/profiles/30000001/cards/${cardToken}/production`), {
        method: 'PUT',
        body: JSON.stringify({ kioskId }),
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      });
      expect(reply.status).toBe(200);
    },
  };
}
