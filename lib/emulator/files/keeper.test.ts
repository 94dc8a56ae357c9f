import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenReply } from '../../contracts/wise/oauth.ts';
import { makeQuote } from '../money/quote-making.ts';
import { createRecipient } from '../money/recipients.ts';
import { changeFactors } from '../sca/factors.ts';
import { createOneTimeToken } from '../sca/one-time-tokens.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { type RunningEmulator, type ServeOptions, StartFault, serveEmulator } from '../server.ts';
import { basic } from '../test-support.ts';
import { lockFolder } from './folder-lock.ts';

let dataDir: string;
let running: RunningEmulator | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (options: Partial<ServeOptions> = {}) => {
  running = await serveEmulator({ port: 0, seed: 'demo', dataDir, ...options });
  return running;
};
const restart = async (options: Partial<ServeOptions> = {}) => {
  await running?.close();
  return start(options);
};
const put = (path: string, body: unknown) =>
  fetch(`${running?.url}${path}`, { method: 'PUT', body: JSON.stringify(body) });
const post = (path: string, body: unknown) =>
  fetch(`${running?.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
/** A card of the first business is sent to a kiosk. */
async function send(cardToken: string, kioskId: string): Promise<void> {
  const connection = running?.emulator.bootstrap().connections.find(({ userId }) => userId === 20_000_001);
  const body = `grant_type=refresh_token&refresh_token=${connection?.refreshToken}`;
  const headers = { authorization: basic(), 'content-type': 'application/x-www-form-urlencoded' };
  const granted = await fetch(`${running?.url}/oauth/token`, { method: 'POST', body, headers });
  const { access_token } = tokenReply.parse(await granted.json());
  const reply = await fetch(`${running?.url}/v3/spend/profiles/30000001/cards/${cardToken}/production`, {
    method: 'PUT',
    body: JSON.stringify({ kioskId }),
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
  });
  expect(reply.status).toBe(200);
}
const statusOf = (token: string) => running?.emulator.world.cards.get(token)?.status;

describe('kept state', () => {
  it('survives a restart: cards, clock, settings and key', async () => {
    const first = await start();
    const key = first.emulator.bootstrap().webhookPublicKey;
    await put(`/_emulator/cards/${demoCards.active.token}/status`, { status: 'FROZEN' });
    await post('/_emulator/clock', { advanceSeconds: 100_000 });
    await post('/_emulator/settings', { tokenTtlSeconds: 77 });
    const second = await restart();
    expect(statusOf(demoCards.active.token)).toBe('FROZEN');
    expect(second.emulator.world.clock.now() - Date.now()).toBeGreaterThan(99_000_000);
    expect(second.emulator.world.settings.tokenTtlSeconds).toBe(77);
    expect(second.emulator.bootstrap().webhookPublicKey).toBe(key);
  });

  it('holds the card transactions that were made or changed; the others are made again', async () => {
    const first = await start();
    const { cardTransactions } = first.emulator.world;
    const { token } = demoCards.traveller;
    const [held] = cardTransactions.inProgress();
    await post('/_emulator/transactions', { cardToken: token, merchant: { name: 'Made here' } });
    await put(`/_emulator/transactions/${held?.id}`, { step: 'CAPTURE' });
    const before = [...cardTransactions.ofCard(token)];
    const second = (await restart()).emulator.world.cardTransactions;
    expect(second.ofCard(token)).toEqual(before);
    expect(second.ofCard(token).at(-1)?.merchant?.name).toBe('Made here');
    expect(second.get(held?.id ?? 0)?.state).toBe('COMPLETED');
    expect([second.size, second.nextId()]).toEqual([12_001, cardTransactions.nextId()]);
    const file = readdirSync(dataDir).find((name) => name.startsWith('card-transactions.'));
    expect(statSync(join(dataDir, file ?? '')).size).toBeLessThan(5_000);
  });

  it('holds quotes and recipients as they were left, and numbers new ones on from there', async () => {
    const { world } = (await start()).emulator;
    const [first] = world.recipients.all();
    if (!first) throw new Error('the demo has recipients');
    world.recipients.put({ ...first, active: false });
    const { id: _id, ...account } = first;
    const owner = { creatorId: first.creatorId, profileId: first.profileId, ownedByCustomer: false };
    const made = createRecipient(world, account, owner);
    const quote = {
      ...makeQuote(
        {
          profileId: 30_000_001,
          sourceCurrency: 'GBP',
          targetCurrency: 'EUR',
          providedAmountType: 'TARGET',
          amount: 12.34,
          payOut: 'BANK_TRANSFER',
          preferredPayIn: null,
          targetAccount: null,
          pricing: null,
          transferNature: null,
        },
        world.clock.now(),
      ),
      id: world.random.ids.uuid(),
      profileId: 30_000_001,
      userId: 20_000_001,
      status: 'PENDING',
    } as const;
    world.quotes.put(quote);
    const second = (await restart()).emulator.world;
    expect(second.quotes.all()).toEqual([quote]);
    expect(second.recipients.get(first.id)?.active).toBe(false);
    expect(second.recipients.get(made.id)).toEqual(made);
    expect(createRecipient(second, account, owner).id).toBe(made.id + 1);
    expect(second.random.ids.uuid()).not.toBe(quote.id);
  });

  it('lets money that was on its way go on after a restart, and numbers nothing twice', async () => {
    const first = (await start()).emulator;
    await post('/_emulator/settings', { transferStepMs: 3_600_000, batchStepMs: 3_600_000 });
    const { batchGroups, transfers } = first.world;
    const [waiting] = transfers.all().filter(({ status }) => status === 'incoming_payment_waiting');
    const group = batchGroups.get(waiting?.batchGroupId ?? '');
    await post(`/_emulator/batch-groups/${group?.id}/pay-in`, { amount: 1_000_000 });
    await post('/_emulator/clock', { advanceSeconds: 1 });
    const next = first.world.nextNumber('transfer');
    const second = (await restart()).emulator.world;
    const statusOf = () => second.transfers.get(waiting?.id ?? 0)?.status;
    expect(statusOf()).toBe('processing');
    expect(second.nextNumber('transfer')).toBe(next + 1);
    await post('/_emulator/clock', { advanceSeconds: 3_600 });
    expect(statusOf()).toBe('funds_converted');
    expect(second.transfers.findBy(`${waiting?.userId} ${waiting?.customerTransactionId}`)?.id).toBe(
      waiting?.id,
    );
  });

  it('lets prints and card orders go on after a restart, by the clock', async () => {
    await start();
    await post('/_emulator/settings', { kioskStepMs: 3_600_000 });
    const reply = await post('/_emulator/kiosk-cards', { profileId: 30000001 });
    const { orderId, token } = await reply.json();
    await put('/_emulator/kiosks/WIS00009', { stepMs: 7_200_000, failWith: 'PRT_PAUSED' });
    await send(token, 'WIS00009');
    const { world } = (await restart()).emulator;
    const before = world.productions.get(token);
    expect([before?.status, world.kiosks.get('WIS00009')?.stepMs]).toEqual(['IN_PROGRESS', 7_200_000]);
    await post('/_emulator/clock', { advanceSeconds: 7_200 });
    expect(world.productions.get(token)).toMatchObject({
      status: 'PRODUCTION_ERROR',
      errorCode: 'PRT_PAUSED',
      occurredAt: before?.occurredAt,
    });
    await put('/_emulator/kiosks/WIS00009', { stepMs: 0, failWith: null });
    await send(token, 'WIS00009');
    const second = (await restart()).emulator.world;
    await post('/_emulator/clock', { advanceSeconds: 2 });
    expect([second.productions.get(token)?.status, second.cardOrders.get(orderId)?.status]).toEqual([
      'PRODUCED',
      'PRODUCED',
    ]);
    expect(second.nextNumber('cardOrder')).toBe(orderId + 1);
  });

  it('has kiosks added where it was kept before there were any, and nothing of then moves', async () => {
    await start();
    await running?.close();
    const path = join(dataDir, 'state.json');
    const state = JSON.parse(readFileSync(path, 'utf8'));
    delete state.files.kiosks;
    delete state.meta.hasKiosks;
    writeFileSync(path, JSON.stringify(state));
    const { world } = (await start()).emulator;
    expect(world.kiosks.size).toBe(5);
    for (const row of [...world.productions.all(), ...world.cardOrders.all()])
      expect(row.nextStepAtMs).toBeNull();
  });

  it('has balances and groups added where it was kept before there were any', async () => {
    await start();
    await running?.close();
    const path = join(dataDir, 'state.json');
    const state = JSON.parse(readFileSync(path, 'utf8'));
    for (const name of ['balances', 'transfers', 'batch-groups', 'direct-debit-accounts'])
      delete state.files[name];
    delete state.meta.hasBalances;
    delete state.meta.numbers;
    writeFileSync(path, JSON.stringify(state));
    const { world } = (await start()).emulator;
    expect(world.balances.get(101)?.amount).toBe(655_012.18);
    expect([world.batchGroups.size, world.transfers.size, world.directDebitAccounts.size]).toEqual([
      4, 24, 2,
    ]);
    expect(world.nextNumber('transfer')).toBe(1_600_000_001);
  });

  it('is begun anew by a reset, with the same key, and by asking for another seed', async () => {
    const { emulator } = await start();
    const key = emulator.bootstrap().webhookPublicKey;
    await put(`/_emulator/cards/${demoCards.active.token}/status`, { status: 'FROZEN' });
    await post('/_emulator/reset', {});
    expect(statusOf(demoCards.active.token)).toBe('ACTIVE');
    expect(emulator.bootstrap().webhookPublicKey).toBe(key);
    const other = await restart({ seed: 'empty' });
    expect(other.emulator.world.cards.size).toBe(0);
    expect(other.emulator.bootstrap().webhookPublicKey).toBe(key);
  });

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
    expect(statSync(join(dataDir, 'encrypting-private-key.pem')).mode & 0o077).toBe(0);
  }, 60_000);

  it('has the key for PINs: the same after a restart, and not the one for card data', async () => {
    const { emulator } = await start();
    const key = await emulator.joseKey.current();
    expect(key.equals(await emulator.encryptingKey.current())).toBe(false);
    const second = (await restart()).emulator.joseKey;
    expect((await second.current()).equals(key)).toBe(true);
    expect(statSync(join(dataDir, 'jose-private-key.pem')).mode & 0o077).toBe(0);
  }, 60_000);

  it('has one-time tokens, phone numbers and what users confirm with', async () => {
    const { world } = (await start()).emulator;
    const [phone] = world.phoneNumbers.all();
    world.phoneNumbers.delete(String(phone?.id));
    changeFactors(world, 20_000_001, { pinDigest: null });
    createOneTimeToken(world, { userId: 20_000_001, action: null, actionType: null });
    const second = (await restart()).emulator.world;
    for (const name of ['one-time-tokens', 'phone-numbers', 'sca-factors'] as const)
      expect(second.tables[name].all()).toEqual(world.tables[name].all());
    expect(second.phoneNumbers.size).toBe(second.users.size - 1);
    await post('/_emulator/reset', {});
    expect(second.oneTimeTokens.size).toBe(0);
    expect(second.phoneNumbers.get(phone?.id ?? 0)).toEqual(phone);
    expect(second.scaFactors.get(20_000_001)?.pinDigest).not.toBeNull();
  });

  it('of an older emulator, without that key and its settings, is taken up', async () => {
    await start();
    await post('/_emulator/settings', { tokenTtlSeconds: 77 });
    await running?.close();
    const path = join(dataDir, 'state.json');
    const state = JSON.parse(readFileSync(path, 'utf8'));
    delete state.meta.settings.sensitiveReply;
    delete state.meta.settings.keyFormat;
    delete state.meta.settings.scaRequired;
    delete state.meta.settings.scaChallenges;
    delete state.meta.settings.recipientShape;
    delete state.meta.nextPhoneNumberId;
    delete state.meta.hasRecipients;
    for (const name of ['one-time-tokens', 'phone-numbers', 'sca-factors', 'recipients', 'quotes'])
      delete state.files[name];
    writeFileSync(path, JSON.stringify(state));
    rmSync(join(dataDir, 'encrypting-private-key.pem'), { force: true });
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

  it('lies in files that only its owner reads, one of each collection', async () => {
    await start();
    for (const status of ['FROZEN', 'ACTIVE', 'FROZEN']) {
      await put(`/_emulator/cards/${demoCards.active.token}/status`, { status });
      await restart();
    }
    const files = readdirSync(dataDir);
    expect(files.filter((file) => file.startsWith('cards.'))).toHaveLength(1);
    expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(statSync(join(dataDir, 'webhook-private-key.pem')).mode & 0o077).toBe(0);
  });

  it('has the console’s bootstrap beside it', async () => {
    const { emulator } = await start();
    const connections: unknown = JSON.parse(readFileSync(join(dataDir, 'connections.json'), 'utf8'));
    expect(connections).toEqual(emulator.bootstrap().connections);
    expect(connections).toHaveLength(41);
    // A console takes the place of the first one, whose refresh token is spent.
    const refresh = async (refresh_token: string) =>
      tokenReply.parse(
        await (
          await fetch(`${running?.url}/oauth/token`, {
            method: 'POST',
            headers: { authorization: basic() },
            body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token }),
          })
        ).json(),
      );
    const { access_token: token } = await refresh('demo-refresh-20000001');
    await fetch(`${running?.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    await restart();
    expect(JSON.parse(readFileSync(join(dataDir, 'connections.json'), 'utf8'))).toContainEqual({
      userId: 20_000_001,
      refreshToken: 'demo-refresh-20000001-2',
    });
    expect((await refresh('demo-refresh-20000001-2')).refresh_token).toBe('demo-refresh-20000001-3');
    expect(readFileSync(join(dataDir, 'webhook-public-key.pem'), 'utf8')).toBe(
      emulator.bootstrap().webhookPublicKey,
    );
  });

  it('that cannot be read stops the start in one line and stays as it is', async () => {
    writeFileSync(join(dataDir, 'state.json'), '{');
    await expect(start()).rejects.toThrow(StartFault);
    expect(readFileSync(join(dataDir, 'state.json'), 'utf8')).toBe('{');
  });
});

describe('one process a folder', () => {
  it('a second one is refused, and a dead one’s lock is taken over', async () => {
    await start();
    await expect(serveEmulator({ port: 0, seed: 'demo', dataDir })).rejects.toThrow(
      `Another emulator uses ${dataDir}`,
    );
    await running?.close();
    running = undefined;
    writeFileSync(join(dataDir, 'emulator.lock'), '4194304 1\n');
    const release = lockFolder(dataDir);
    expect(release).not.toBeNull();
    expect(lockFolder(dataDir)).toBeNull();
    release?.();
    expect(existsSync(join(dataDir, 'emulator.lock'))).toBe(false);
  });

  it('a taken port changes nothing in the folder', async () => {
    await start();
    await put(`/_emulator/cards/${demoCards.active.token}/status`, { status: 'FROZEN' });
    await running?.close();
    const blocker = await serveEmulator({ port: 0, seed: 'empty', dataDir: null });
    const port = Number(new URL(blocker.url).port);
    await expect(serveEmulator({ port, seed: 'empty', dataDir })).rejects.toThrow(`Port ${port} is taken`);
    await blocker.close();
    await start();
    expect(statusOf(demoCards.active.token)).toBe('FROZEN');
  });
});
