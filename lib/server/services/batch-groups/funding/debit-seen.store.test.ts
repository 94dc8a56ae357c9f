import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balanceDebits, type batchFundings } from '../../../db/schema/batches.ts';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { isSettled, wasDebited } from './debit-seen.ts';
import { beginFunding } from './funding-row.ts';
import { provesPayment } from './total.ts';

const options = { userId: '1', priority: 'background' } as const;
const balanceOf = (id: string, currency: string, value: string) => ({
  id,
  currency,
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  amount: { value, currency },
  reservedAmount: null,
  cashAmount: null,
  modificationTime: '',
  visible: true,
});

describe('a debit of a group that is paid', () => {
  let opened: TestStore;
  let personId: string;
  beforeAll(async () => {
    opened = await openTestStore();
    personId = await insertMaker(opened.store.db);
  });
  afterAll(() => opened.drop());

  /** Takes 100 GBP of a balance of 60; each in a profile of its own. */
  async function isSeen(
    profileId: string,
    now: { pounds: string; euros: string; debits?: [currency: string, amount: string][] },
    more: Partial<typeof batchFundings.$inferInsert> = {},
  ): Promise<boolean> {
    const { db } = opened.store;
    const group = await insertGroup(db, personId, { profileId });
    const funding = await db.transaction((tx) =>
      beginFunding(tx, {
        groupId: group.id,
        personId,
        way: 'BALANCE',
        state: 'sent',
        amount: '100',
        balanceBefore: '60',
        ...more,
      }),
    );
    for (const [currency, amount] of now.debits ?? [])
      await db
        .insert(balanceDebits)
        .values({ id: randomUUID(), profileId, currency, amount, occurredAt: new Date() });
    const balances = [balanceOf('1', 'GBP', now.pounds), balanceOf('2', 'EUR', now.euros)];
    const parts = { store: opened.store, wise: { balances: { listBalances: async () => balances } } };
    return wasDebited(parts, options, group, funding);
  }
  const converted = { conversionApprovalId: randomUUID(), othersBefore: JSON.stringify({ '2': '80' }) };

  test('is one of its amount in its currency', async () => {
    expect(await isSeen('11', { pounds: '60', euros: '80', debits: [['GBP', '100']] })).toBe(true);
    expect(await isSeen('12', { pounds: '60', euros: '80', debits: [['GBP', '99.99']] })).toBe(false);
    expect(await isSeen('13', { pounds: '60', euros: '80', debits: [['EUR', '100']] })).toBe(false);
    expect(await isSeen('14', { pounds: '-40', euros: '80' })).toBe(true);
  });

  test('with a conversion it is one of any balance that was named, or less in it than before', async () => {
    expect(await isSeen('21', { pounds: '0', euros: '80', debits: [['EUR', '1']] }, converted)).toBe(true);
    expect(await isSeen('22', { pounds: '0', euros: '79.99' }, converted)).toBe(true);
    expect(await isSeen('23', { pounds: '60', euros: '80' }, converted)).toBe(false);
    expect(await isSeen('24', { pounds: '60', euros: '80', debits: [['USD', '500']] }, converted)).toBe(
      false,
    );
  });
});

describe('a funding from the balance is over', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const seen = { areAllMoved: true, isProven: true, isDebitSeen: false, transfersMovedAt: minutesAgo(10) };

  test('when all transfers moved and the debit was seen, or was waited for ten minutes', () => {
    expect(isSettled({ ...seen, transfersMovedAt: null, isDebitSeen: true }, now)).toBe(true);
    expect(isSettled(seen, now)).toBe(true);
    expect(isSettled({ ...seen, transfersMovedAt: minutesAgo(9) }, now)).toBe(false);
    expect(isSettled({ ...seen, transfersMovedAt: null }, now)).toBe(false);
  });

  test('never before the transfers moved, nor by transfers that may have ended unpaid', () => {
    expect(isSettled({ ...seen, areAllMoved: false, isDebitSeen: true }, now)).toBe(false);
    expect(isSettled({ ...seen, isProven: false }, now)).toBe(false);
    const statuses = [null, 'incoming_payment_waiting', 'incoming_payment_initiated', 'cancelled', 'unknown'];
    expect(statuses.map(provesPayment)).toEqual([false, false, false, false, false]);
    expect(['processing', 'funds_converted', 'outgoing_payment_sent'].map(provesPayment)).toEqual([
      true,
      true,
      true,
    ]);
  });
});
