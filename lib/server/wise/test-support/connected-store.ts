import type { Database } from '../../db/database.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import type { Vault } from '../../vault/vault.ts';
import { importConnections } from '../connections.ts';
import { createWise, type Wise, type WiseOptions } from '../create-wise.ts';
import { collectLog } from './collect-log.ts';
import { type RunningEmulator, runEmulator } from './run-emulator.ts';

/** The user of the demo's businesses, and the first of them. */
export const demoUserId = '20000001';
export const demoBusiness = {
  id: '30000001',
  userId: demoUserId,
  type: 'BUSINESS',
  name: 'Harbourline',
};

interface WiseOfTest {
  db: Database;
  vault: Vault;
  emulator: Pick<RunningEmulator, 'url'>;
  calls?: NonNullable<WiseOptions['calls']>;
}

/** The real client of an emulator, with a log that is kept by nobody. */
export const createTestWise = ({ db, vault, emulator, calls }: WiseOfTest): Wise =>
  createWise({
    db,
    vault,
    apiUrl: emulator.url,
    cardDataUrl: emulator.url,
    version: 'legacy',
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    logger: collectLog(),
    ...(calls && { calls }),
  });

export const connectDemoUser = (db: Database, vault: Vault, userId = demoUserId) =>
  importConnections(db, vault, [{ userId, refreshToken: `demo-refresh-${userId}` }]);

export interface ConnectedStore {
  test: TestStore;
  emulator: RunningEmulator;
  wise: Wise;
}

/**
 * A new store in which a demo user is connected, their emulator, and the client between the two.
 * @param userId the user of the demo's businesses unless given
 */
export async function openConnectedStore(vault: Vault, userId?: string): Promise<ConnectedStore> {
  const [test, emulator] = await Promise.all([openTestStore(), runEmulator()]);
  const { db } = test.store;
  await connectDemoUser(db, vault, userId);
  return { test, emulator, wise: createTestWise({ db, vault, emulator }) };
}

export async function closeConnectedStore({ test, emulator, wise }: ConnectedStore): Promise<void> {
  await wise.close();
  await Promise.all([test.drop(), emulator.stop()]);
}
