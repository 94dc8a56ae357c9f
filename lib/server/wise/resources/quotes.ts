import 'server-only';
import type { z } from 'zod';
import { currencyListReply, quote } from '../../../contracts/wise/quotes.ts';
import type { WiseClient } from '../client.ts';
import { toWiseInt64 } from '../json.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseQuote = z.output<typeof quote>;
export type WiseCurrency = z.output<typeof currencyListReply>[number];

/** One side of the payment is fixed, the other follows from Wise's rate and fee. Amounts in decimals, as text. */
export interface QuoteWanted {
  sourceCurrency: string;
  targetCurrency: string;
  fixed: { side: 'source' | 'target'; amount: string };
  /** Recipient's id. */
  targetAccount?: string;
}

export interface WiseQuotes {
  /** Never repeated by itself: one that was lost is left alone, it moves nothing. */
  createQuote(options: CallOptions, profileId: string, wanted: QuoteWanted): Promise<WiseQuote>;
  getQuote(options: CallOptions, profileId: string, quoteId: string): Promise<WiseQuote>;
  listCurrencies(options: CallOptions): Promise<WiseCurrency[]>;
}

export const createQuotes = (client: WiseClient): WiseQuotes => ({
  createQuote: (options, profileId, { sourceCurrency, targetCurrency, fixed, targetAccount }) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v3/profiles/${profileId}/quotes`,
      body: {
        sourceCurrency,
        targetCurrency,
        [fixed.side === 'source' ? 'sourceAmount' : 'targetAmount']: Number(fixed.amount),
        // Wise: the option a balance pays for is asked for by name.
        preferredPayIn: 'BALANCE',
        ...(targetAccount !== undefined && { targetAccount: toWiseInt64(targetAccount) }),
      },
      // A quote that nobody takes up ends by itself.
      onlyReads: true,
      reply: quote,
    }),

  getQuote: (options, profileId, quoteId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/profiles/${profileId}/quotes/${quoteId}`,
      reply: quote,
    }),

  listCurrencies: (options) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/currencies`,
      reply: currencyListReply,
    }),
});
