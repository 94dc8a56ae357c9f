import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { StartFault } from '../server.ts';
import { prepareKeptEmulator } from './test-support.ts';

const { changeLeftState, pathTo, post, start, stop } = prepareKeptEmulator();

describe('kept state', () => {
  it('has kiosks added where it was kept before there were any, and nothing of then moves', async () => {
    await start();
    await stop();
    changeLeftState((state) => {
      delete state.files.kiosks;
      delete state.meta.hasKiosks;
    });
    const { world } = (await start()).emulator;
    expect(world.kiosks.size).toBe(5);
    for (const row of [...world.productions.all(), ...world.cardOrders.all()])
      expect(row.nextStepAtMs).toBeNull();
  });

  it('has balances and groups added where it was kept before there were any', async () => {
    await start();
    await stop();
    changeLeftState((state) => {
      for (const name of ['balances', 'transfers', 'batch-groups', 'direct-debit-accounts'])
        delete state.files[name];
      delete state.meta.hasBalances;
      delete state.meta.numbers;
    });
    const { world } = (await start()).emulator;
    expect(world.balances.get(101)?.amount).toBe(655_012.18);
    expect([world.batchGroups.size, world.transfers.size, world.directDebitAccounts.size]).toEqual([
      4, 24, 2,
    ]);
    expect(world.nextNumber('transfer')).toBe(1_600_000_001);
  });

  it('of an older emulator, without that key and its settings, is taken up', async () => {
    await start();
    await post('/_emulator/settings', { tokenTtlSeconds: 77 });
    await stop();
    changeLeftState((state) => {
      delete state.meta.settings.sensitiveReply;
      delete state.meta.settings.keyFormat;
      delete state.meta.settings.scaRequired;
      delete state.meta.settings.scaChallenges;
      delete state.meta.settings.recipientShape;
      delete state.meta.nextPhoneNumberId;
      delete state.meta.hasRecipients;
      for (const name of ['one-time-tokens', 'phone-numbers', 'sca-factors', 'recipients', 'quotes'])
        delete state.files[name];
    });
    rmSync(pathTo('encrypting-private-key.pem'), { force: true });
    const { emulator } = await start();
    expect(emulator.world.settings).toMatchObject({
      tokenTtlSeconds: 77,
      sensitiveReply: 'jwe',
      keyFormat: 'spki',
      scaRequired: false,
      scaChallenges: ['SMS'],
      recipientShape: 'v2',
    });
    const { phoneNumbers, recipients, scaFactors, users } = emulator.world;
    expect(recipients.size).toBe(60);
    expect([phoneNumbers.size, scaFactors.size]).toEqual([users.size, users.size]);
    expect((await emulator.encryptingKey.current()).asymmetricKeyType).toBe('rsa');
  }, 60_000);

  it('that cannot be read stops the start in one line and stays as it is', async () => {
    writeFileSync(pathTo('state.json'), '{');
    await expect(start()).rejects.toThrow(StartFault);
    expect(readFileSync(pathTo('state.json'), 'utf8')).toBe('{');
  });
});
