import type {
  CardOrderRecord,
  CardRecord,
  KioskRecord,
  ProductionRecord,
  ProfileRecord,
  UserRecord,
} from '../entities.ts';
import type {
  BalanceRecord,
  BatchGroupRecord,
  DirectDebitAccountRecord,
  RecipientRecord,
  TransferRecord,
} from '../money/records.ts';
import { sourceOf, type TransactionSource } from '../transactions/card-transactions.ts';
import { plantDemo } from './demo.ts';
import { plantScale } from './scale.ts';

export const seedNames = ['demo', 'empty', 'scale'] as const;
export type SeedName = (typeof seedNames)[number];

/** Sizes of the `scale` seed; the others take none. */
export interface SeedOptions {
  profiles?: number | undefined;
  cards?: number | undefined;
  transactions?: number | undefined;
}

export interface SeedData {
  users: UserRecord[];
  profiles: ProfileRecord[];
  cards: CardRecord[];
  productions: ProductionRecord[];
  kiosks: KioskRecord[];
  cardOrders: CardOrderRecord[];
  cardTransactions: TransactionSource;
  recipients: RecipientRecord[];
  balances: BalanceRecord[];
  directDebitAccounts: readonly DirectDebitAccountRecord[];
  batchGroups: BatchGroupRecord[];
  transfers: TransferRecord[];
}

/**
 * The same data every time for a day: instants count back from the midnight (UTC) that begins it. Card transactions
 * count back from the full hour, so that the latest are recent, and are the same within it.
 * @param nowMs the moment of planting
 */
export function plantSeed(seed: SeedName, nowMs: number, options: SeedOptions): SeedData {
  const dayMs = Math.floor(nowMs / 86_400_000) * 86_400_000;
  const hourMs = Math.floor(nowMs / 3_600_000) * 3_600_000;
  if (seed === 'demo') return plantDemo(dayMs, hourMs);
  if (seed === 'scale') return plantScale(dayMs, options);
  return {
    users: [],
    profiles: [],
    cards: [],
    productions: [],
    kiosks: [],
    cardOrders: [],
    cardTransactions: sourceOf([]),
    recipients: [],
    balances: [],
    directDebitAccounts: [],
    batchGroups: [],
    transfers: [],
  };
}
