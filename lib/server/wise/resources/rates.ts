import 'server-only';
import { rateListReply } from '../../../contracts/wise/quotes.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export interface WiseRates {
  /**
   * Units of `target` for one of `source` as a day began, in UTC; null where Wise has none.
   * @param day `2026-11-19`
   */
  readRate(
    options: CallOptions,
    wanted: { source: string; target: string; day: string },
  ): Promise<string | null>;
}

export const createRates = (client: WiseClient): WiseRates => ({
  readRate: async (options, { source, target, day }) => {
    const rates = await client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/rates`,
      query: { source, target, time: `${day}T00:00:00` },
      reply: rateListReply,
    });
    return rates.find((one) => one.source === source && one.target === target)?.rate ?? null;
  },
});
