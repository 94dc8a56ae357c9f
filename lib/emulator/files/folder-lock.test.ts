import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { serveEmulator } from '../server.ts';
import { lockFolder } from './folder-lock.ts';
import { prepareKeptEmulator } from './test-support.ts';

const { pathTo, put, start, statusOf, stop } = prepareKeptEmulator();

describe('one process a folder', () => {
  it('a second one is refused, and a dead one’s lock is taken over', async () => {
    await start();
    await expect(serveEmulator({ port: 0, seed: 'demo', dataDir: pathTo() })).rejects.toThrow(
      `Another emulator uses ${pathTo()}`,
    );
    await stop();
    writeFileSync(pathTo('emulator.lock'), '4194304 1\n');
    const release = lockFolder(pathTo());
    expect(release).not.toBeNull();
    expect(lockFolder(pathTo())).toBeNull();
    release?.();
    expect(existsSync(pathTo('emulator.lock'))).toBe(false);
  });

  it('a taken port changes nothing in the folder', async () => {
    await start();
    await put(`/_emulator/cards/${demoCards.active.token}/status`, { status: 'FROZEN' });
    await stop();
    const blocker = await serveEmulator({ port: 0, seed: 'empty', dataDir: null });
    const port = Number(new URL(blocker.url).port);
    await expect(serveEmulator({ port, seed: 'empty', dataDir: pathTo() })).rejects.toThrow(
      `Port ${port} is taken`,
    );
    await blocker.close();
    await start();
    expect(statusOf(demoCards.active.token)).toBe('FROZEN');
  });
});
