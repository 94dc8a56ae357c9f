import { Clock, type ClockState } from './core/clock.ts';
import { Random, type RandomState } from './core/random.ts';
import { Table } from './core/table.ts';
import type {
  AuthorizationCodeRecord,
  CardOrderRecord,
  CardRecord,
  CardTransactionRecord,
  DeliveryRecord,
  KioskRecord,
  ProductionRecord,
  ProfileRecord,
  RefreshTokenRecord,
  SubscriptionRecord,
  TokenRecord,
  UserRecord,
} from './entities.ts';
import type {
  BalanceRecord,
  BatchGroupRecord,
  DirectDebitAccountRecord,
  PaymentInitiationRecord,
  QuoteRecord,
  RecipientRecord,
  TransferRecord,
} from './money/records.ts';
import type { OneTimeTokenRecord, PhoneNumberRecord, ScaFactorsRecord } from './sca/records.ts';
import { firstRefreshTokenOf } from './seeds/build.ts';
import { plantPhoneNumbers, plantScaFactors } from './seeds/sca-factors.ts';
import { plantSeed, type SeedData, type SeedName, type SeedOptions } from './seeds/seed.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { CardTransactions } from './transactions/card-transactions.ts';

const keptTokens = 20_000;
const keptDeliveries = 12_000;
const keptOneTimeTokens = 5_000;
/** Ten minutes of quotes at the greatest pace. A collection is written as a whole, so more of them would be felt. */
const keptQuotes = 10_000;
/** Users who sign up while the emulator runs are numbered from here. */
const firstNewUserId = 20_900_001;
const firstNewPhoneNumberId = 1_900_001;
/** Where things that are made while the emulator runs are numbered from. */
const firstNumbers = {
  cardOrder: 61_100_001,
  transfer: 1_600_000_001,
  transferPayment: 60_000_001,
  balanceTransaction: 3_100_000_001,
  balanceStep: 1_234_567,
  batchGroup: 5_401,
  directDebitAccount: 7_101,
  paymentInitiation: 12_401,
};
type Numbers = typeof firstNumbers;

export interface WorldMeta {
  seed: SeedName;
  seedOptions: SeedOptions;
  /** The moment the seed was planted at: what of it is not kept is made again from here. */
  plantedAtMs: number;
  clock: ClockState;
  random: { ids: RandomState; faults: RandomState; webhooks: RandomState };
  settings: Settings;
  nextUserId: number;
  /** A state that was kept before there were phone numbers does not have it. */
  nextPhoneNumberId?: number;
  /** Nor one from before there were productions this. */
  hasProductions?: true;
  /** Nor one from before there were card orders this. */
  hasCardOrders?: true;
  /** Nor one from before there were kiosks. */
  hasKiosks?: true;
  /** Nor one from before there were recipients. */
  hasRecipients?: true;
  /** Nor one from before there were balances. */
  hasBalances?: true;
  clientTokensIssued: number;
  /** What a state that was kept before there was such a thing does not have begins at its first number. */
  numbers?: Partial<Numbers>;
}

export const oauthClient = { id: 'demo-client', secret: 'demo-secret' } as const;

/** Everything the emulator remembers. `meta` and the tables are what is kept over a restart. */
export class World {
  readonly clock: Clock;
  readonly random = {
    ids: new Random('ids'),
    faults: new Random('faults'),
    webhooks: new Random('webhooks'),
  };
  readonly users = new Table<UserRecord>({ name: 'users', keyOf: (row) => String(row.id) });
  readonly profiles = new Table<ProfileRecord>({
    name: 'profiles',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.userId),
  });
  readonly cards = new Table<CardRecord>({
    name: 'cards',
    keyOf: (row) => row.token,
    groupOf: (row) => String(row.profileId),
  });
  readonly productions = new Table<ProductionRecord>({
    name: 'productions',
    keyOf: (row) => row.cardToken,
  });
  readonly kiosks = new Table<KioskRecord>({ name: 'kiosks', keyOf: (row) => row.id });
  readonly cardOrders = new Table<CardOrderRecord>({
    name: 'card-orders',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.profileId),
    alsoKeyOf: (row) => `${row.profileId} ${row.idempotenceUuid ?? row.id}`,
  });
  readonly #changedTransactions = new Table<CardTransactionRecord>({
    name: 'card-transactions',
    keyOf: (row) => String(row.id),
    groupOf: (row) => row.cardToken,
  });
  readonly cardTransactions = new CardTransactions(this.#changedTransactions);
  readonly tokens = new Table<TokenRecord>({
    name: 'tokens',
    keyOf: (row) => row.token,
    keep: { rows: keptTokens, isDone: () => true },
  });
  readonly refreshTokens = new Table<RefreshTokenRecord>({
    name: 'refresh-tokens',
    keyOf: (row) => row.token,
    groupOf: (row) => String(row.userId),
  });
  readonly codes = new Table<AuthorizationCodeRecord>({ name: 'codes', keyOf: (row) => row.code });
  readonly subscriptions = new Table<SubscriptionRecord>({ name: 'subscriptions', keyOf: (row) => row.id });
  readonly deliveries = new Table<DeliveryRecord>({
    name: 'deliveries',
    keyOf: (row) => row.id,
    keep: { rows: keptDeliveries, isDone: (row) => row.state !== 'pending' },
  });
  readonly oneTimeTokens = new Table<OneTimeTokenRecord>({
    name: 'one-time-tokens',
    keyOf: (row) => row.token,
    keep: { rows: keptOneTimeTokens, isDone: () => true },
  });
  readonly phoneNumbers = new Table<PhoneNumberRecord>({
    name: 'phone-numbers',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.userId),
  });
  readonly scaFactors = new Table<ScaFactorsRecord>({
    name: 'sca-factors',
    keyOf: (row) => String(row.userId),
  });
  readonly recipients = new Table<RecipientRecord>({
    name: 'recipients',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.profileId),
  });
  readonly quotes = new Table<QuoteRecord>({
    name: 'quotes',
    keyOf: (row) => row.id,
    keep: { rows: keptQuotes, isDone: () => true },
  });
  readonly transfers = new Table<TransferRecord>({
    name: 'transfers',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.profileId),
    alsoKeyOf: (row) => `${row.userId} ${row.customerTransactionId}`,
  });
  readonly batchGroups = new Table<BatchGroupRecord>({
    name: 'batch-groups',
    keyOf: (row) => row.id,
    groupOf: (row) => String(row.profileId),
  });
  readonly balances = new Table<BalanceRecord>({
    name: 'balances',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.profileId),
  });
  readonly directDebitAccounts = new Table<DirectDebitAccountRecord>({
    name: 'direct-debit-accounts',
    keyOf: (row) => String(row.id),
    groupOf: (row) => String(row.profileId),
  });
  readonly paymentInitiations = new Table<PaymentInitiationRecord>({
    name: 'payment-initiations',
    keyOf: (row) => String(row.id),
    groupOf: (row) => row.batchGroupId,
  });
  settings: Settings;
  seed: SeedName = 'empty';
  seedOptions: SeedOptions = {};
  plantedAtMs = 0;
  nextUserId = firstNewUserId;
  nextPhoneNumberId = firstNewPhoneNumberId;
  clientTokensIssued = 0;
  #numbers: Numbers = { ...firstNumbers };
  readonly #webhookUrl: string | null;
  #onMetaChange: () => void = () => {};

  constructor(options: { webhookUrl?: string | null; realNow?: () => number } = {}) {
    this.clock = new Clock(options.realNow);
    this.#webhookUrl = options.webhookUrl ?? null;
    this.settings = defaultSettings(this.#webhookUrl);
  }

  /** What is kept over a restart. Of the card transactions only those that differ from the seed's. */
  get tables() {
    return {
      users: this.users,
      profiles: this.profiles,
      cards: this.cards,
      productions: this.productions,
      kiosks: this.kiosks,
      'card-orders': this.cardOrders,
      'card-transactions': this.#changedTransactions,
      tokens: this.tokens,
      'refresh-tokens': this.refreshTokens,
      codes: this.codes,
      subscriptions: this.subscriptions,
      deliveries: this.deliveries,
      'one-time-tokens': this.oneTimeTokens,
      'phone-numbers': this.phoneNumbers,
      'sca-factors': this.scaFactors,
      recipients: this.recipients,
      quotes: this.quotes,
      transfers: this.transfers,
      'batch-groups': this.batchGroups,
      balances: this.balances,
      'direct-debit-accounts': this.directDebitAccounts,
      'payment-initiations': this.paymentInitiations,
    };
  }

  /** Back to a seed: the same ids, clients and tokens as every time. Settings and generators start again; the clock goes back to real time. */
  reset(seed: SeedName, options: SeedOptions = {}): void {
    this.clock.restore({ offsetMs: 0, lastMs: 0, lastNanos: 0 });
    for (const [name, random] of Object.entries(this.random)) random.reseed(name);
    this.settings = defaultSettings(this.#webhookUrl);
    this.seed = seed;
    this.seedOptions = options;
    this.nextUserId = firstNewUserId;
    this.nextPhoneNumberId = firstNewPhoneNumberId;
    this.clientTokensIssued = 0;
    this.#numbers = { ...firstNumbers };
    this.plantedAtMs = this.clock.now();
    const data = plantSeed(seed, this.plantedAtMs, options);
    this.users.replaceAll(data.users);
    this.refreshTokens.replaceAll(data.users.flatMap((user) => firstRefreshTokenOf(user) ?? []));
    this.profiles.replaceAll(data.profiles);
    this.cards.replaceAll(data.cards);
    this.productions.replaceAll(data.productions);
    this.kiosks.replaceAll(data.kiosks);
    this.cardOrders.replaceAll(data.cardOrders);
    this.#changedTransactions.replaceAll([]);
    this.cardTransactions.use(data.cardTransactions);
    const { codes, deliveries, oneTimeTokens, subscriptions, tokens } = this;
    for (const table of [tokens, codes, subscriptions, deliveries, oneTimeTokens]) table.replaceAll([]);
    for (const table of this.#moneyTables) table.replaceAll([]);
    this.recipients.replaceAll(data.recipients);
    this.#plantMoney(data);
    this.#plantFactors();
    this.metaChanged();
  }

  get #moneyTables() {
    const { recipients, quotes, transfers, batchGroups, balances, directDebitAccounts, paymentInitiations } =
      this;
    return [recipients, quotes, transfers, batchGroups, balances, directDebitAccounts, paymentInitiations];
  }

  /** Of a state from before there were kiosks nothing moves that was made then. */
  #plantKiosks({ kiosks }: SeedData): void {
    const rest = { nextStepAtMs: null };
    this.kiosks.replaceAll(kiosks);
    this.productions.replaceAll(this.productions.all().map((row) => ({ ...row, ...rest, endsWith: null })));
    const order = { embossedName: null, lifetimeLimit: null, idempotenceUuid: null, isBeingCancelled: false };
    this.cardOrders.replaceAll(this.cardOrders.all().map((row) => ({ ...row, ...order, ...rest })));
  }

  #plantMoney(data: SeedData): void {
    this.balances.replaceAll(data.balances);
    this.directDebitAccounts.replaceAll(data.directDebitAccounts);
    this.batchGroups.replaceAll(data.batchGroups);
    this.transfers.replaceAll(data.transfers);
  }

  #plantFactors(): void {
    const users = this.users.all();
    this.phoneNumbers.replaceAll(plantPhoneNumbers(users));
    this.scaFactors.replaceAll(plantScaFactors(users));
  }

  onMetaChange(listener: () => void): void {
    this.#onMetaChange = listener;
  }

  /** The next number of its kind: the same ones again after a reset, none twice over a restart. */
  nextNumber(of: keyof Numbers): number {
    const number = this.#numbers[of];
    this.#numbers[of] = number + 1;
    this.metaChanged();
    return number;
  }

  /** To be called after a change to what no table holds: the clock, settings, counters. */
  metaChanged(): void {
    this.#onMetaChange();
  }

  get meta(): WorldMeta {
    return {
      seed: this.seed,
      seedOptions: this.seedOptions,
      plantedAtMs: this.plantedAtMs,
      clock: this.clock.state,
      random: {
        ids: this.random.ids.state,
        faults: this.random.faults.state,
        webhooks: this.random.webhooks.state,
      },
      settings: this.settings,
      nextUserId: this.nextUserId,
      nextPhoneNumberId: this.nextPhoneNumberId,
      hasProductions: true,
      hasCardOrders: true,
      hasKiosks: true,
      hasRecipients: true,
      hasBalances: true,
      clientTokensIssued: this.clientTokensIssued,
      numbers: this.#numbers,
    };
  }

  restoreMeta(meta: WorldMeta): void {
    this.seed = meta.seed;
    this.seedOptions = meta.seedOptions;
    this.plantedAtMs = meta.plantedAtMs;
    const planted = plantSeed(meta.seed, meta.plantedAtMs, meta.seedOptions);
    this.cardTransactions.use(planted.cardTransactions);
    if (!meta.hasProductions) this.productions.replaceAll(planted.productions);
    if (!meta.hasCardOrders) this.cardOrders.replaceAll(planted.cardOrders);
    if (!meta.hasKiosks) this.#plantKiosks(planted);
    if (!meta.hasRecipients) this.recipients.replaceAll(planted.recipients);
    if (!meta.hasBalances) this.#plantMoney(planted);
    this.clock.restore(meta.clock);
    this.random.ids.restore(meta.random.ids);
    this.random.faults.restore(meta.random.faults);
    this.random.webhooks.restore(meta.random.webhooks);
    // A state that was kept before there was a setting does not have it.
    this.settings = { ...defaultSettings(this.#webhookUrl), ...meta.settings };
    this.nextUserId = meta.nextUserId;
    if (meta.nextPhoneNumberId === undefined) this.#plantFactors();
    this.nextPhoneNumberId = meta.nextPhoneNumberId ?? firstNewPhoneNumberId;
    this.clientTokensIssued = meta.clientTokensIssued;
    this.#numbers = { ...firstNumbers, ...meta.numbers };
  }
}
