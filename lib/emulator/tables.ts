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
import { CardTransactions } from './transactions/card-transactions.ts';

const keptTokens = 20_000;
const keptDeliveries = 12_000;
const keptOneTimeTokens = 5_000;
/** Ten minutes of quotes at the greatest pace. A collection is written as a whole, so more of them would be felt. */
const keptQuotes = 10_000;

/** What the emulator holds, a table of each kind. */
export class Tables {
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
  protected readonly changedTransactions = new Table<CardTransactionRecord>({
    name: 'card-transactions',
    keyOf: (row) => String(row.id),
    groupOf: (row) => row.cardToken,
  });
  readonly cardTransactions = new CardTransactions(this.changedTransactions);
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

  /** What is kept over a restart. Of the card transactions only those that differ from the seed's. */
  get tables() {
    return {
      users: this.users,
      profiles: this.profiles,
      cards: this.cards,
      productions: this.productions,
      kiosks: this.kiosks,
      'card-orders': this.cardOrders,
      'card-transactions': this.changedTransactions,
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

  protected get moneyTables() {
    const { recipients, quotes, transfers, batchGroups, balances, directDebitAccounts, paymentInitiations } =
      this;
    return [recipients, quotes, transfers, batchGroups, balances, directDebitAccounts, paymentInitiations];
  }
}
