import { describe, expect, it } from 'vitest';
import { readBefore, reckon } from './books.mjs';
import { makePayments, payer } from './payments.mjs';

const payments = makePayments(3, { pairs: false });
const fee = 0.31;

/** Wise and the console as they are after a run in which all went well; a test spoils one thing. */
function makeWorld() {
  const recipients = payments.map(({ account }, index) => ({
    id: index + 1,
    profileId: Number(payer),
    active: true,
    details: { accountNumber: account },
  }));
  const transfers = payments.map(({ amount, index }) => ({
    id: index + 11,
    profileId: Number(payer),
    customerTransactionId: `key ${index}`,
    targetAccount: index + 1,
    source: { amount: Math.round((Number(amount) + fee) * 100) / 100 },
    target: { amount: Number(amount) },
    payment: { id: 1 } as { id: number } | null,
  }));
  const rows = transfers.map(({ id, source }, index) => ({
    rowNumber: index + 1,
    state: 'in-group',
    code: null,
    transferId: String(id),
    sourceAmount: String(source.amount),
  }));
  const pence = transfers.reduce((total, { source }) => total + Math.round(source.amount * 100), 0);
  const balance = { profileId: Number(payer), currency: 'GBP', type: 'STANDARD', amount: 1000 };
  const group = { status: 'FUNDED', totals: { inGroup: (pence / 100).toFixed(2) } };
  return { recipients, transfers, rows, pence, balance, group };
}
type World = ReturnType<typeof makeWorld>;

async function reckonUp(spoil: (world: World) => void = () => {}) {
  const world = makeWorld();
  const tables: Record<string, () => object[]> = {
    'state/transfers': () => world.transfers,
    'state/recipients': () => world.recipients,
    'state/balances': () => [world.balance],
  };
  const control = async (_: string, path: string) => ({ items: tables[path]?.() ?? [] });
  const stack = {
    control,
    consoles: [],
    databaseUrl: undefined,
    dataDir: '',
    signIn: async () => person,
    stop: async () => {},
  };
  const person = { url: '', cookie: '' };
  const group = {
    id: 'g',
    read: async () => world.group,
    readRows: async () => world.rows,
    readFunding: async () => ({}),
    act: async () => ({ status: 200, body: null }),
  };
  const before = { ...(await readBefore(stack)), transfers: new Set<number>() };
  const undisturbed = {
    rows: world.transfers.map(({ source, target }, index) => ({
      account: payments[index]?.account ?? '',
      source: BigInt(Math.round(source.amount * 100)),
      target: BigInt(Math.round(target.amount * 100)),
    })),
  };
  world.balance.amount = (100_000 - world.pence) / 100;
  spoil(world);
  const ended = { person, groups: [group], disturbances: 0 };
  return reckon(stack, ended, { before, payments, undisturbed });
}

describe('reckon', () => {
  it('finds nothing where each row has one transfer, paid once', async () => {
    const { faults, ...found } = await reckonUp();
    expect(faults).toEqual([]);
    expect(found).toMatchObject({ transfers: 3, doubles: 0, lost: 0, centsOff: 0n });
  });

  it('counts a transfer that belongs to no row', async () => {
    const { doubles, faults } = await reckonUp(({ transfers }) => {
      const [first] = transfers;
      if (first) transfers.push({ ...first, id: 99 });
    });
    expect(doubles).toBe(2);
    expect(faults).toEqual(['1 transfers of no row', '1 transfers of a key that another one has']);
  });

  it('counts a second recipient of an account', async () => {
    const { doubles, faults } = await reckonUp(({ recipients }) => {
      const [first] = recipients;
      if (first) recipients.push({ ...first, id: 98 });
    });
    expect(doubles).toBe(1);
    expect(faults).toEqual(['1 second recipients of an account']);
  });

  it('counts a row whose transfer Wise does not have', async () => {
    const { faults, lost } = await reckonUp(({ transfers }) => transfers.pop());
    expect(lost).toBe(1);
    expect(faults).toContain('row 3 has no transfer of its own at Wise');
  });

  it('sees a penny too much taken, and a second debit', async () => {
    expect((await reckonUp(({ balance }) => (balance.amount -= 0.01))).centsOff).toBe(1n);
    const twice = await reckonUp(({ balance, pence }) => (balance.amount -= pence / 100));
    expect(twice.centsOff).toBe(BigInt(makeWorld().pence));
  });

  it('sees a group that is not funded, a row without an end and a transfer nobody paid for', async () => {
    const { faults } = await reckonUp(({ group, rows, transfers }) => {
      group.status = 'CLOSED';
      for (const row of rows.slice(0, 1)) row.state = 'asking-wise';
      for (const transfer of transfers.slice(1, 2)) transfer.payment = null;
    });
    expect(faults).toEqual([
      'group g ended CLOSED',
      'row 1 ended asking-wise (null)',
      'row 2 was not paid for',
    ]);
  });
});
