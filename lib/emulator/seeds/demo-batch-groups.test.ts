import { describe, expect, it } from 'vitest';
import { toMinor } from '../core/amounts.ts';
import { plantSeed } from './seed.ts';

const now = Date.UTC(2026, 10, 21, 9, 30);
const { balances, batchGroups, directDebitAccounts, profiles, recipients, transfers } = plantSeed(
  'demo',
  now,
  {},
);
const dayInMs = 86_400_000;
const groupOf = (name: string) => {
  const group = batchGroups.find((row) => row.name === name);
  if (!group) throw new Error(`no group ${name}`);
  return { group, rows: transfers.filter(({ batchGroupId }) => batchGroupId === group.id) };
};

describe('the money of the demo data', () => {
  it('is the same every time', () => {
    expect(plantSeed('demo', now, {}).transfers).toEqual(transfers);
    expect(plantSeed('demo', now, {}).batchGroups).toEqual(batchGroups);
  });

  it('has every transfer in its group, to a recipient of the profile and its currency', () => {
    expect(transfers.length).toBe(24);
    for (const group of batchGroups)
      expect(group.transferIds).toEqual(
        transfers.filter(({ batchGroupId }) => batchGroupId === group.id).map(({ id }) => id),
      );
    for (const row of transfers) {
      const recipient = recipients.find(({ id }) => id === row.targetAccount);
      expect([recipient?.profileId, recipient?.currency]).toEqual([row.profileId, row.target.currency]);
    }
    expect(new Set(transfers.map(({ id }) => id)).size).toBe(transfers.length);
  });

  it('has one group that was sent as a whole', () => {
    const { group, rows } = groupOf('October suppliers');
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['outgoing_payment_sent']));
    const minor = rows.reduce((sum, { source }) => sum + toMinor(source.amount, 'GBP'), 0);
    expect(toMinor(group.paid?.amount ?? 0, 'GBP')).toBe(minor);
  });

  it('has one of which a transfer came back, one that was cancelled and one that nobody has paid', () => {
    const statusesOf = (name: string) => groupOf(name).rows.map(({ status }) => status);
    expect(
      statusesOf('Warehouse temps week 45').filter((status) => status === 'funds_refunded'),
    ).toHaveLength(1);
    expect(new Set(statusesOf('Freelancers October (double)'))).toEqual(new Set(['cancelled']));
    expect(groupOf('Freelancers October (double)').group.status).toBe('CANCELLED');
    const { group, rows } = groupOf('Port agents November');
    expect([group.status, group.paid]).toEqual(['COMPLETED', null]);
    for (const row of rows) {
      expect(row.status).toBe('incoming_payment_waiting');
      expect(row.nextStepAtMs).toBeGreaterThan(now + dayInMs);
    }
  });

  it('has every moment in the past', () => {
    for (const row of [...transfers, ...batchGroups]) expect(row.modifiedAtMs).toBeLessThan(now);
    for (const row of balances) expect(Date.parse(row.modificationTime)).toBeLessThan(now);
  });

  it('has one balance of a currency a profile, each with an id of its own', () => {
    expect(new Set(balances.map(({ id }) => id)).size).toBe(balances.length);
    const standard = balances.filter(({ type }) => type === 'STANDARD');
    const places = standard.map(({ currency, profileId }) => `${profileId} ${currency}`);
    expect(new Set(places).size).toBe(places.length);
    const people = profiles.filter(({ type }) => type === 'PERSONAL');
    const withOne = people.filter(({ id }) => balances.some(({ profileId }) => profileId === id));
    expect(withOne.length).toBeGreaterThan(15);
    expect(withOne.length).toBeLessThan(people.length);
    expect(directDebitAccounts.map(({ type }) => type)).toEqual(['ACH', 'EFT']);
  });
});
