import type { Table } from '../core/table.ts';
import type { CardTransactionRecord } from '../entities.ts';

/** Rows a seed can make again at any time, so that they need neither be kept nor be made before someone asks. */
export interface TransactionSource {
  readonly size: number;
  /** Rows made later are numbered from here on. */
  readonly lastId: number;
  find(id: number): CardTransactionRecord | undefined;
  /** In the order of their ids. */
  ofCard(cardToken: string): readonly CardTransactionRecord[];
  inProgress(): readonly CardTransactionRecord[];
}

const isInProgress = ({ state }: CardTransactionRecord) => state === 'IN_PROGRESS';

/** @param rows in the order of their ids */
export function sourceOf(rows: readonly CardTransactionRecord[]): TransactionSource {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byCard = Map.groupBy(rows, (row) => row.cardToken);
  return {
    size: rows.length,
    lastId: rows.at(-1)?.id ?? 0,
    find: (id) => byId.get(id),
    ofCard: (cardToken) => byCard.get(cardToken) ?? [],
    inProgress: () => rows.filter(isInProgress),
  };
}

/**
 * The card transactions: those of the seed, under those that were made or changed since. Only the latter are kept over
 * a restart, so twelve thousand rows are not written again when one changes.
 */
export class CardTransactions {
  readonly #changed: Table<CardTransactionRecord>;
  #source: TransactionSource = sourceOf([]);
  #lastId: number | null = null;

  constructor(changed: Table<CardTransactionRecord>) {
    this.#changed = changed;
  }

  /** To be called when the seed or the changed rows were replaced. */
  use(source: TransactionSource): void {
    this.#source = source;
    this.#lastId = null;
  }

  get size(): number {
    return this.#source.size + this.#highestId() - this.#source.lastId;
  }

  nextId(): number {
    return this.#highestId() + 1;
  }

  get(id: number): CardTransactionRecord | undefined {
    return this.#changed.get(id) ?? this.#source.find(id);
  }

  /** In the order of their ids. */
  ofCard(cardToken: string): readonly CardTransactionRecord[] {
    const planted = this.#source.ofCard(cardToken);
    const changed = this.#changed.slice(cardToken);
    if (changed.length === 0) return planted;
    const rows = new Map(planted.map((row) => [row.id, row]));
    for (const row of changed) rows.set(row.id, row);
    return [...rows.values()].sort((a, b) => a.id - b.id);
  }

  ofCards(cardTokens: Iterable<string>): CardTransactionRecord[] {
    return [...cardTokens].flatMap((cardToken) => this.ofCard(cardToken));
  }

  inProgress(): CardTransactionRecord[] {
    const planted = this.#source.inProgress().filter(({ id }) => !this.#changed.get(id));
    return [...planted, ...this.#changed.all().filter(isInProgress)];
  }

  put(row: CardTransactionRecord): CardTransactionRecord {
    this.#lastId = Math.max(this.#highestId(), row.id);
    return this.#changed.put(row);
  }

  #highestId(): number {
    if (this.#lastId === null) {
      this.#lastId = this.#source.lastId;
      for (const { id } of this.#changed.values()) this.#lastId = Math.max(this.#lastId, id);
    }
    return this.#lastId;
  }
}
