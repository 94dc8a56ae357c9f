import { Clock, type ClockState } from './core/clock.ts';
import { Random, type RandomState } from './core/random.ts';
import { firstRefreshTokenOf } from './seeds/build.ts';
import { plantPhoneNumbers, plantScaFactors } from './seeds/sca-factors.ts';
import { plantSeed, type SeedData, type SeedName, type SeedOptions } from './seeds/seed.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { Tables } from './tables.ts';

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
  /** These a state does not have that was kept before there was such a thing. */
  nextPhoneNumberId?: number;
  hasProductions?: true;
  hasCardOrders?: true;
  hasKiosks?: true;
  hasRecipients?: true;
  hasBalances?: true;
  clientTokensIssued: number;
  /** What a state that was kept before there was such a thing does not have begins at its first number. */
  numbers?: Partial<Numbers>;
}

export const oauthClient = { id: 'demo-client', secret: 'demo-secret' } as const;

/** Everything the emulator remembers. `meta` and the tables are what is kept over a restart. */
export class World extends Tables {
  readonly clock: Clock;
  readonly random = {
    ids: new Random('ids'),
    faults: new Random('faults'),
    webhooks: new Random('webhooks'),
  };
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
    super();
    this.clock = new Clock(options.realNow);
    this.#webhookUrl = options.webhookUrl ?? null;
    this.settings = defaultSettings(this.#webhookUrl);
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
    this.changedTransactions.replaceAll([]);
    this.cardTransactions.use(data.cardTransactions);
    const { codes, deliveries, oneTimeTokens, subscriptions, tokens } = this;
    for (const table of [tokens, codes, subscriptions, deliveries, oneTimeTokens]) table.replaceAll([]);
    for (const table of this.moneyTables) table.replaceAll([]);
    this.recipients.replaceAll(data.recipients);
    this.#plantMoney(data);
    this.#plantFactors();
    this.metaChanged();
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
