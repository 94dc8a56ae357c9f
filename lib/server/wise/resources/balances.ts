import 'server-only';
import type { z } from 'zod';
import { type balance, balanceListReply, topUpReply } from '../../../contracts/wise/balances.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { toWiseInt64 } from '../json.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseBalance = z.output<typeof balance>;

export interface WiseBalances {
  /** Jars (SAVINGS) among them. */
  listBalances(options: CallOptions, profileId: string): Promise<WiseBalance[]>;
  /** Sandbox and emulator only. @param amount decimals as text */
  simulateTopUp(
    options: CallOptions,
    wanted: { profileId: string; balanceId: string; currency: string; amount: string },
  ): Promise<void>;
}

export const createBalances = (client: WiseClient): WiseBalances => ({
  listBalances: (options, profileId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v4/profiles/${profileId}/balances`,
      query: { types: 'STANDARD,SAVINGS' },
      reply: balanceListReply,
    }),

  simulateTopUp: async (options, { profileId, balanceId, currency, amount }) => {
    await client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v1/simulation/balance/topup`,
      body: {
        profileId: toWiseInt64(profileId),
        balanceId: toWiseInt64(balanceId),
        currency,
        amount: Number(amount),
        channel: 'TRANSFER',
      },
      reply: topUpReply,
    });
  },
});
