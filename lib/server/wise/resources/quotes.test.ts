import { expect, test } from 'vitest';
import { stringifyWiseJson } from '../json.ts';
import { createQuotes } from './quotes.ts';

test('a quote names its recipient by every digit of the id', async () => {
  let sent: unknown;
  const quotes = createQuotes({
    call: async ({ body }) => {
      sent = body;
      throw new Error('not answered');
    },
  });
  const wanted = {
    sourceCurrency: 'GBP',
    targetCurrency: 'EUR',
    fixed: { side: 'target', amount: '12.50' },
    targetAccount: '9007199254740993',
  } as const;
  await expect(quotes.createQuote({ userId: '1', priority: 'interactive' }, '2', wanted)).rejects.toThrow();
  expect(stringifyWiseJson(sent)).toContain('"targetAccount":9007199254740993');
});
