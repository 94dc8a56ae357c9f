import { describe, expect, it } from 'vitest';
import { cardOrderStatusChange, cardProductionStatusChange } from '../../contracts/wise/card-events.ts';
import { cardTransactionStateChange } from '../../contracts/wise/card-transaction-events.ts';
import {
  balanceUpdate,
  paymentInitiationStateChange,
  transferPayoutFailure,
  transferStateChange,
} from '../../contracts/wise/money-events.ts';
import { cardStatusChange } from '../../contracts/wise/webhook-events.ts';
import { Random } from '../core/random.ts';
import { webhookEvents } from './event-catalogue.ts';
import { printEnvelope } from './payloads.ts';
import { samplePayloads } from './sample-payloads.ts';

const about = {
  random: new Random('test'),
  clientId: 'demo-client',
  nowMs: Date.UTC(2026, 10, 21, 9, 30, 1, 234),
  profileId: 30_000_001,
  cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001',
  id: 7,
};
const versions = Object.keys(samplePayloads).flatMap((event) =>
  (webhookEvents[event]?.versions ?? []).map((version) => [event, version] as const),
);
const print = (event: string, version: string) => {
  const make = samplePayloads[event]?.(about);
  if (!make) throw new Error(`No sample of ${event}`);
  return JSON.parse(printEnvelope('s', event, version, about.nowMs, make));
};
const readers = {
  'cards#card-status-change': cardStatusChange,
  'cards#card-production-status-change': cardProductionStatusChange,
  'cards#card-order-status-change': cardOrderStatusChange,
  'cards#transaction-state-change': cardTransactionStateChange,
  'transfers#state-change': transferStateChange,
  'transfers#payout-failure': transferPayoutFailure,
  'balances#update': balanceUpdate,
  'batch-payment-initiations#state-change': paymentInitiationStateChange,
};

describe('a sample of an event', () => {
  it('there is for each that concerns cards, people, balances and transfers', () => {
    const wanted = Object.keys(webhookEvents).filter((event) =>
      /^(cards|transfers|balances|profiles|users|transaction-disputes|batch-payment)/.test(event),
    );
    expect(Object.keys(samplePayloads)).toEqual(expect.arrayContaining(wanted));
  });

  it.each(versions)('%s %s has times of its version and whom it is about', (event, version) => {
    const { data, schema_version } = print(event, version);
    expect(schema_version).toBe(version);
    const text = JSON.stringify(data);
    expect(text).toMatch(event.startsWith('users#') ? /"id":7/ : /"(profile_id|profileId|id)":30000001/);
    if (version < '3' && data.occurred_at && !event.startsWith('transfers#payout'))
      expect(data.occurred_at).toMatch(/T\d\d:\d\d:\d\dZ$/);
    if (version >= '4' && data.occurred_at) expect(data.occurred_at).toMatch(/T\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each(Object.entries(readers))('%s is read in each version', (event, reader) => {
    for (const version of webhookEvents[event]?.versions ?? [])
      expect([version, reader.safeParse(print(event, version)).error]).toEqual([version, undefined]);
  });
});
