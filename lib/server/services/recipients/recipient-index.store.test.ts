import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import type { Wise } from '../../wise/create-wise.ts';
import { closeConnectedStore, openConnectedStore } from '../../wise/test-support/connected-store.ts';
import type { RunningEmulator } from '../../wise/test-support/run-emulator.ts';
import { readDigest } from './digest-key.ts';
import {
  findRecipient,
  listKnownRecipients,
  refreshRecipients,
  storeRecipients,
  syncNewRecipients,
} from './recipient-index.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const profileId = '30000001';
const options = { userId: '20000001', priority: 'background' } as const;

describe('the index of recipients', () => {
  let test: TestStore;
  let emulator: RunningEmulator;
  let wise: Wise;
  const parts = () => ({
    store: test.store,
    vault,
    wise,
    digests: () => readDigest(test.store.db, vault),
  });
  const makeAtWise = (accountNumber: string, address?: Record<string, string>) =>
    wise.recipients.createRecipient(options, profileId, {
      currency: 'GBP',
      type: 'sort_code',
      accountHolderName: 'Payee Holdings',
      details: {
        legalType: 'BUSINESS',
        sortCode: '040075',
        accountNumber,
        ...(address && { address }),
      },
    });
  const known = async () => (await listKnownRecipients(parts(), profileId)).map(({ id }) => id);

  beforeAll(async () => {
    ({ test, emulator, wise } = await openConnectedStore(vault));
    await refreshRecipients(parts(), options, profileId);
  });
  afterAll(() => closeConnectedStore({ test, emulator, wise }));

  it('finds one whose answer was lost behind newer ones that the console made itself', async () => {
    const lost = await makeAtWise('60000001');
    const newer = await makeAtWise('60000008');
    await storeRecipients(parts(), profileId, [newer]);
    await syncNewRecipients(parts(), options, profileId);
    expect(await known()).toEqual(expect.arrayContaining([lost.id, newer.id]));
  });

  it('keeps in mind that one has an address, and finds another for who needs one', async () => {
    const withoutAddress = await makeAtWise('60000022');
    await syncNewRecipients(parts(), options, profileId);
    const one = (await listKnownRecipients(parts(), profileId)).find(({ id }) => id === withoutAddress.id);
    const accountDigest = one?.accountDigest ?? '';
    const find = (withAddress: boolean) => findRecipient(parts(), profileId, accountDigest, { withAddress });
    expect(one?.hasAddress).toBe(false);
    expect([await find(false), await find(true)]).toEqual([withoutAddress.id, undefined]);

    const address = { country: 'GB', city: 'Leeds', firstLine: '1 Mill Lane', postCode: 'LS1 4AP' };
    const withAddress = await makeAtWise('60000022', address);
    await syncNewRecipients(parts(), options, profileId);
    expect(await find(true)).toBe(withAddress.id);
    // An answer that prints no address does not take it away.
    await storeRecipients(parts(), profileId, [{ ...withAddress, details: withoutAddress.details }]);
    expect(await find(true)).toBe(withAddress.id);
  });

  it('reads only what came since the reading before', async () => {
    const since = (await emulator.requests()).length;
    const fresh = await makeAtWise('60000015');
    await syncNewRecipients(parts(), options, profileId);
    expect(await known()).toContain(fresh.id);
    const lists = (await emulator.requests())
      .slice(since)
      .filter(({ method, path }) => method === 'GET' && path.endsWith('/accounts'));
    expect(lists).toHaveLength(1);
  });
});
