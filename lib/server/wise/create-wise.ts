import 'server-only';
import type { Database } from '../db/database.ts';
import type { Vault } from '../vault/vault.ts';
import { createRateBudget, type RateBudget, type RateBudgetOptions } from './budget.ts';
import { createWiseClient, type WiseClient, type WiseClientOptions } from './client.ts';
import { type Clock, systemClock } from './clock.ts';
import { WiseError } from './errors.ts';
import type { WiseLogger } from './logger.ts';
import { createTokenExchange, type ExchangeToken } from './oauth.ts';
import type { WiseApiVersion } from './path.ts';
import { createRateLease } from './rate-lease.ts';
import { createActivities, type WiseActivities } from './resources/activities.ts';
import { createCardTransactions, type WiseCardTransactions } from './resources/card-transactions.ts';
import { createCards, type WiseCards } from './resources/cards.ts';
import { createOneTimeTokens, type WiseOneTimeTokens } from './resources/one-time-tokens.ts';
import { createProfiles, type WiseProfiles } from './resources/profiles.ts';
import { createSensitiveDetails, type WiseSensitiveDetails } from './resources/sensitive-details.ts';
import { createSpendLimits, type WiseSpendLimits } from './resources/spend-limits.ts';
import { createSpendingPermissions, type WiseSpendingPermissions } from './resources/spending-permissions.ts';
import {
  createWebhookSubscriptions,
  type WiseWebhookSubscriptions,
} from './resources/webhook-subscriptions.ts';
import { EncryptingKeys } from './card-data/encrypting-key.ts';
import { clientTokenRow, userTokenRow } from './token-store.ts';
import { createTokenService, type TokenService } from './tokens.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export interface Wise {
  client: WiseClient;
  tokens: TokenService;
  budget: RateBudget;
  cards: WiseCards;
  cardTransactions: WiseCardTransactions;
  spendLimits: WiseSpendLimits;
  activities: WiseActivities;
  profiles: WiseProfiles;
  spendingPermissions: WiseSpendingPermissions;
  sensitiveDetails: WiseSensitiveDetails;
  encryptingKeys: EncryptingKeys;
  oneTimeTokens: WiseOneTimeTokens;
  webhookSubscriptions: WiseWebhookSubscriptions;
  /** Turns away who waits and closes all connections. The store must still be open. */
  close(): Promise<void>;
}

export interface WiseOptions {
  db: Database;
  vault: Vault;
  apiUrl: string;
  cardDataUrl: string;
  version: WiseApiVersion;
  clientId: string;
  clientSecret: string;
  logger: WiseLogger;
  clock?: Clock;
  rate?: Pick<RateBudgetOptions, 'perSecond' | 'perMinute' | 'reserve' | 'longestWaitMs'>;
  transport?: TransportOptions;
  calls?: Pick<
    WiseClientOptions,
    'observe' | 'sca' | 'correlationId' | 'deadlineMs' | 'timeoutMs' | 'random'
  >;
}

/** Everything that speaks to Wise, joined. Opens nothing until it is first called. */
export function createWise(options: WiseOptions): Wise {
  const { db, vault, apiUrl, cardDataUrl, version, clientId, clientSecret, logger } = options;
  const { clock = systemClock } = options;
  const transport = createTransport(options.transport);
  const lease = createRateLease(db);
  const budget = createRateBudget({ lease, clock, logger, ...options.rate });
  const exchange = createTokenExchange({ transport, apiUrl, clientId, clientSecret });
  const tokens = createTokenService({
    rowOf: (owner) =>
      owner.kind === 'user' ? userTokenRow(db, vault, owner.userId) : clientTokenRow(db, vault, clientId),
    exchange: withinBudget(exchange, budget),
    clock,
    logger,
  });
  const hosts = { api: apiUrl, cardData: cardDataUrl };
  const client = createWiseClient({
    transport,
    tokens,
    budget,
    hosts,
    version,
    clock,
    logger,
    ...options.calls,
  });
  return {
    client,
    tokens,
    budget,
    cards: createCards(client),
    cardTransactions: createCardTransactions(client),
    spendLimits: createSpendLimits(client),
    activities: createActivities(client),
    profiles: createProfiles(client),
    spendingPermissions: createSpendingPermissions(client),
    sensitiveDetails: createSensitiveDetails(client),
    encryptingKeys: new EncryptingKeys(clock),
    oneTimeTokens: createOneTimeTokens(client, new EncryptingKeys(clock)),
    webhookSubscriptions: createWebhookSubscriptions(client, clientId),
    async close() {
      budget.close();
      await transport.close();
      await lease.leave().catch(() => logger.warn({}, 'wise rate lease not given back'));
    },
  };
}

/**
 * Asking for a token is a call as well. It goes with the interactive ones, because those may wait for it, and their
 * longest wait together with its time limit ends before the lease on the token does.
 */
function withinBudget(exchange: ExchangeToken, budget: RateBudget): ExchangeToken {
  return async (grant) => {
    await budget.acquire('interactive');
    try {
      return await exchange(grant);
    } catch (error) {
      if (error instanceof WiseError && error.kind === 'rate-limited') budget.pause(error.retryAfterSeconds);
      throw error;
    } finally {
      budget.done('interactive');
    }
  };
}
