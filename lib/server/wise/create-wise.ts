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
import { createBalances, type WiseBalances } from './resources/balances.ts';
import { createBatchGroups, type WiseBatchGroups } from './resources/batch-groups.ts';
import { createCardOrders, type WiseCardOrders } from './resources/card-orders.ts';
import { createCardProduction, type WiseCardProduction } from './resources/card-production.ts';
import { createCardTransactions, type WiseCardTransactions } from './resources/card-transactions.ts';
import { createCards, type WiseCards } from './resources/cards.ts';
import { createOneTimeTokens, type WiseOneTimeTokens } from './resources/one-time-tokens.ts';
import { createQuotes, type WiseQuotes } from './resources/quotes.ts';
import { createRates, type WiseRates } from './resources/rates.ts';
import { createRecipients, type WiseRecipients } from './resources/recipients.ts';
import { createTransfers, type WiseTransfers } from './resources/transfers.ts';
import { createProfiles, type WiseProfiles } from './resources/profiles.ts';
import { createSensitiveDetails, type WiseSensitiveDetails } from './resources/sensitive-details.ts';
import { createSpendLimits, type WiseSpendLimits } from './resources/spend-limits.ts';
import { createSpendingPermissions, type WiseSpendingPermissions } from './resources/spending-permissions.ts';
import {
  createWebhookSubscriptions,
  type WiseWebhookSubscriptions,
} from './resources/webhook-subscriptions.ts';
import { createUsers, type WiseUsers } from './resources/users.ts';
import { EncryptingKeys } from './card-data/encrypting-key.ts';
import { clientTokenRow, userTokenRow } from './token-store.ts';
import { createTokenService, type TokenService } from './tokens.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import { ConnectionFactsReader } from './connection-facts.ts';
import { type ConnectionWatcher, watchConnections } from './watched-client.ts';

export interface Wise {
  client: WiseClient;
  tokens: TokenService;
  budget: RateBudget;
  cards: WiseCards;
  cardOrders: WiseCardOrders;
  cardProduction: WiseCardProduction;
  cardTransactions: WiseCardTransactions;
  rates: WiseRates;
  spendLimits: WiseSpendLimits;
  activities: WiseActivities;
  balances: WiseBalances;
  batchGroups: WiseBatchGroups;
  quotes: WiseQuotes;
  recipients: WiseRecipients;
  transfers: WiseTransfers;
  profiles: WiseProfiles;
  users: WiseUsers;
  /** What Wise gives for a code or a refresh token. */
  exchange: ExchangeToken;
  /** Asks as the owner of a token that no connection holds yet. */
  askWith(accessToken: string): Owner;
  /** Asks by a connection without looking at what is known of it, to find out what it is good for. */
  unwatched: Owner;
  /** What is known of a connection, its profiles among it, is read again before its next call. */
  forgetFacts(userId: string): void;
  /** Another connection took this one's place, or it was withdrawn; nobody named = any may have. */
  forget(userId?: string): void;
  spendingPermissions: WiseSpendingPermissions;
  sensitiveDetails: WiseSensitiveDetails;
  encryptingKeys: EncryptingKeys;
  oneTimeTokens: WiseOneTimeTokens;
  webhookSubscriptions: WiseWebhookSubscriptions;
  /** Turns away who waits and closes all connections. The store must still be open. */
  close(): Promise<void>;
}

/** What tells whose a token is. */
export interface Owner {
  users: WiseUsers;
  profiles: WiseProfiles;
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
  watcher?: ConnectionWatcher;
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
  const exchangeInTurn = withinBudget(exchange, budget);
  const facts = new ConnectionFactsReader(db);
  const tokens = createTokenService({
    rowOf: (owner) =>
      owner.kind === 'user' ? userTokenRow(db, vault, owner.userId) : clientTokenRow(db, vault, clientId),
    exchange: exchangeInTurn,
    clock,
    logger,
  });
  const hosts = { api: apiUrl, cardData: cardDataUrl };
  const parts = { transport, budget, hosts, version, clock, logger, ...options.calls };
  const unwatched = createWiseClient({ ...parts, tokens });
  const client = watchConnections(unwatched, facts, options.watcher ?? nobodyWatches);
  const ownerBy = (by: WiseClient): Owner => ({ users: createUsers(by), profiles: createProfiles(by) });
  return {
    client,
    tokens,
    budget,
    cards: createCards(client),
    cardOrders: createCardOrders(client),
    cardProduction: createCardProduction(client),
    cardTransactions: createCardTransactions(client),
    rates: createRates(client),
    spendLimits: createSpendLimits(client),
    activities: createActivities(client),
    balances: createBalances(client),
    batchGroups: createBatchGroups(client),
    quotes: createQuotes(client),
    recipients: createRecipients(client),
    transfers: createTransfers(client),
    ...ownerBy(client),
    exchange: exchangeInTurn,
    askWith: (accessToken) => ownerBy(createWiseClient({ ...parts, tokens: onlyToken(accessToken) })),
    unwatched: ownerBy(unwatched),
    forgetFacts: (userId) => facts.drop(userId),
    forget(userId) {
      facts.drop(userId);
      if (userId !== undefined) tokens.forget({ kind: 'user', userId });
    },
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

const nobodyWatches: ConnectionWatcher = { used: () => undefined, refused: () => undefined };

/** Nothing renews a token that is not stored. */
const onlyToken = (accessToken: string): TokenService => ({
  tokenFor: async () => accessToken,
  tokenAgain: async () => accessToken,
  invalidate: () => undefined,
  forget: () => undefined,
});

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
      budget.done();
    }
  };
}
