import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countSteps } from './count-steps.ts';
import { american, british, check, checkThe, first, german } from './test-support.ts';
import type { RowFlag, RowToCheck } from './row-result.ts';

describe('the same payment twice', () => {
  const again = { ...german, name: 'Schmidt, Anna', amount: '1240.50', paymentReference: 'INV 12' };

  it('is held in the file, at its later rows', () => {
    const { rows } = check([{ ...german, paymentReference: 'inv-12' }, british, again, again]);
    expect(rows.map(({ state }) => state)).toEqual(['ready', 'ready', 'faulty', 'faulty']);
    expect(rows[3]?.faults).toMatchObject([
      { code: 'duplicate_in_file', message: 'Row 1 pays the same amount to the same account' },
    ]);
    expect(rows[2]?.flags).toContainEqual({ code: 'duplicate-in-file', row: 1 });
  });

  test.each([
    ['amount', { amount: '1240.51' }],
    ['reference', { paymentReference: 'INV 13' }],
    ['account', { 'details.IBAN': 'DE89370400440532013000' }],
    ['side', { amountCurrency: 'source' }],
  ])('is not the same with another %s', (_, cells) => {
    const { rows } = check([again, { ...again, ...cells }]);
    expect(rows[1]?.flags.map(({ code }) => code)).not.toContain('duplicate-in-file');
  });

  it('is the same whether the recipient is named by id or by account', () => {
    const byId = { recipientId: '40000002', targetCurrency: 'EUR', amount: '7' };
    const byAccount = { ...german, name: '', 'details.IBAN': 'DE89370400440532013000', amount: '7.00' };
    expect(check([byId, byAccount]).rows[1]?.faults.map(({ code }) => code)).toEqual(['duplicate_in_file']);
    const untold = { recipientId: '40000005', amount: '7' };
    expect(check([untold, untold]).rows[1]?.faults.map(({ code }) => code)).toEqual(['duplicate_in_file']);
  });

  it('is held where a recent batch has it', () => {
    const { paymentDigest } = first(again);
    const recentRows = new Map([[paymentDigest ?? '', { name: 'October salaries', date: '31 Oct' }]]);
    const row = first(again, { recentRows });
    expect(row.faults).toMatchObject([
      { code: 'like_recent_batch', message: 'The batch “October salaries” of 31 Oct has the same payment' },
    ]);
    expect(row.flags).toContainEqual<RowFlag>({
      code: 'like-recent-batch',
      name: 'October salaries',
      date: '31 Oct',
    });
  });
});

describe('what a person accepts', () => {
  it('are doubts, which then hold nothing and are still told', () => {
    const rows = [
      { rowNumber: 1, cells: german },
      { rowNumber: 2, cells: german, accepted: ['duplicate_in_file'] },
    ];
    expect(checkThe(rows).rows[1]).toMatchObject({
      state: 'ready',
      faults: [],
      accepted: [{ code: 'duplicate_in_file' }],
      flags: [{ code: 'new-payee' }, { code: 'duplicate-in-file', row: 1 }],
    });
  });

  it('is never what is wrong', () => {
    const cells = { ...german, amount: '0' };
    expect(checkThe([{ rowNumber: 1, cells, accepted: ['amount_zero'] }]).rows[0]).toMatchObject({
      state: 'faulty',
      faults: [{ code: 'amount_zero' }],
      accepted: [],
    });
  });
});

describe('totals', () => {
  const rows = [
    { ...german, amount: '0.10' },
    { ...german, amount: '0.20' },
    { ...british, amount: '100.10' },
    { ...british, amountCurrency: 'target', amount: '50.20' },
    { ...german, amount: '7', name: '' },
    { ...german, amount: 'x' },
    {
      ...german,
      targetCurrency: 'SEK',
      'details.IBAN': 'SE4550000000058398257466',
      amountCurrency: 'source',
      amount: '3',
    },
  ];

  it('count states and add up by currency and side, in decimals', () => {
    expect(check(rows).totals).toEqual({
      byState: { ready: 4, faulty: 2, waiting: 1 },
      sums: [
        { currency: 'EUR', side: 'target', amount: '0.3', rows: 2 },
        { currency: 'GBP', side: 'source', amount: '103.1', rows: 2 },
        { currency: 'GBP', side: 'target', amount: '50.2', rows: 1 },
      ],
      sumsToMend: [{ currency: 'EUR', side: 'target', amount: '7', rows: 1 }],
      debitAtLeast: '153.3',
      missing: null,
    });
  });

  it('say what a balance lacks', () => {
    expect(check(rows, { balance: { amount: '153.3' } }).totals.missing).toBeNull();
    expect(check(rows, { balance: { amount: '153.29' } }).totals.missing).toBe('0.01');
  });
});

test('rows beyond what a batch group takes are held', () => {
  const rows = Array.from({ length: 1001 }, (_, at) => ({ ...german, amount: String(at + 1) }));
  const codesOf = check(rows).rows.map(({ faults }) => faults.map(({ code }) => code));
  expect(codesOf.slice(998)).toEqual([[], [], ['too_many_rows']]);
});

test('whatever stands in the cells, a row that is ready can be paid, and one that cannot says why', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '=1',
      '1.240',
      '-5',
      'DE89370400440532013000',
      '40000001',
      'EUR',
      'JPY',
      'email',
      '1E+9',
      'a@b.cc',
    ),
  );
  const fields = [...new Set([german, british, american].flatMap((cells) => Object.keys(cells)))];
  const changes = fc.dictionary(
    fc.constantFrom(
      ...fields,
      'recipientId',
      'type',
      'email',
      'amountCurrency',
      'details.BIC',
      'details.__proto__',
    ),
    odd,
    { maxKeys: 3 },
  );
  fc.assert(
    fc.property(fc.constantFrom<RowToCheck['cells']>(german, british, american), changes, (cells, change) => {
      const row = first({ ...cells, ...change });
      expect(row.state === 'faulty').toBe(row.faults.length > 0);
      for (const { field, message, mend } of row.faults) expect([field, message, mend]).not.toContain('');
      if (row.state === 'faulty') return;
      expect(row.amount).toMatch(/^\d+(\.\d+)?$/);
      expect([row.fixedSide, row.targetCurrency, row.recipient, row.paymentDigest]).not.toContain(null);
      if (row.state === 'ready' && row.recipient?.kind === 'new') {
        expect(row.recipient.type).not.toBeNull();
        expect(row.accountDigest).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

test('the steps of a check grow with the number of rows, not with its square', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...[german, british, american][at % 3],
      amount: `${at + 1}.25`,
      paymentReference: at % 7 === 0 ? 'x'.repeat(150) : `Invoice ${at}`,
      name: at % 11 === 0 ? 'Łukasz' : 'Anna Schmidt',
    }));
  const stepsOf = (count: number) => {
    const input = rows(count);
    return countSteps(() => check(input));
  };
  const [few, many] = [stepsOf(50), stepsOf(1000)];
  // Some 180 for each row, however many there are. One look at those before it would add 500 for each of a thousand.
  expect(many).toBeLessThan(30 * few);
});
