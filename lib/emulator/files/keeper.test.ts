import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeQuote } from '../money/quote-making.ts';
import { createRecipient } from '../money/recipients.ts';
import { changeFactors } from '../sca/factors.ts';
import { createOneTimeToken } from '../sca/one-time-tokens.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { prepareKeptEmulator } from './test-support.ts';

const { pathTo, post, put, restart, send, start, statusOf } = prepareKeptEmulator();

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
    const file = readdirSync(pathTo()).find((name) => name.startsWith('card-transactions.'));
    expect(statSync(pathTo(file ?? '')).size).toBeLessThan(5_000);
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
});
