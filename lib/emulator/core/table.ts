interface TableOptions<T> {
  name: string;
  keyOf: (row: T) => string;
  /** Rows that are listed together, such as a profile's cards. A row's group never changes. */
  groupOf?: (row: T) => string;
  /** A second key that a row is found by, its own and never changed; of two rows with the same one the first is found. */
  alsoKeyOf?: (row: T) => string;
  /** Beyond this many rows the oldest that `isDone` says are done go first. */
  keep?: { rows: number; isDone: (row: T) => boolean };
}

/** Rows by key in the order they were made. Rows are replaced, never changed in place, so that each change is noticed. */
export class Table<T extends object> {
  readonly name: string;
  readonly #options: TableOptions<T>;
  readonly #rows = new Map<string, T>();
  readonly #groups = new Map<string, string[]>();
  readonly #otherKeys = new Map<string, string>();
  #onChange: (name: string) => void = () => {};

  constructor(options: TableOptions<T>) {
    this.name = options.name;
    this.#options = options;
  }

  onChange(listener: (name: string) => void): void {
    this.#onChange = listener;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string | number): T | undefined {
    return this.#rows.get(String(key));
  }

  findBy(otherKey: string): T | undefined {
    const key = this.#otherKeys.get(otherKey);
    return key === undefined ? undefined : this.#rows.get(key);
  }

  put(row: T): T {
    const key = this.#options.keyOf(row);
    if (!this.#rows.has(key)) this.#enter(key, row);
    this.#rows.set(key, row);
    this.#forgetOld();
    this.#onChange(this.name);
    return row;
  }

  delete(key: string): void {
    const row = this.#rows.get(key);
    if (!row) return;
    this.#rows.delete(key);
    const group = this.#groups.get(this.#options.groupOf?.(row) ?? '');
    group?.splice(group.indexOf(key), 1);
    const otherKey = this.#options.alsoKeyOf?.(row);
    if (otherKey !== undefined && this.#otherKeys.get(otherKey) === key) this.#otherKeys.delete(otherKey);
    this.#onChange(this.name);
  }

  all(): T[] {
    return [...this.#rows.values()];
  }

  keys(): IterableIterator<string> {
    return this.#rows.keys();
  }

  values(): IterableIterator<T> {
    return this.#rows.values();
  }

  groupSize(group: string | number): number {
    return this.#groups.get(String(group))?.length ?? 0;
  }

  /** A stretch of a group, in the order the rows were made. */
  slice(group: string | number, from = 0, to?: number): T[] {
    const keys = this.#groups.get(String(group))?.slice(from, to) ?? [];
    return keys.flatMap((key) => this.#rows.get(key) ?? []);
  }

  replaceAll(rows: readonly T[]): void {
    this.#rows.clear();
    this.#groups.clear();
    this.#otherKeys.clear();
    for (const row of rows) {
      const key = this.#options.keyOf(row);
      this.#enter(key, row);
      this.#rows.set(key, row);
    }
    this.#onChange(this.name);
  }

  #enter(key: string, row: T): void {
    const otherKey = this.#options.alsoKeyOf?.(row);
    if (otherKey !== undefined && !this.#otherKeys.has(otherKey)) this.#otherKeys.set(otherKey, key);
    if (!this.#options.groupOf) return;
    const group = this.#options.groupOf(row);
    const keys = this.#groups.get(group);
    if (keys) keys.push(key);
    else this.#groups.set(group, [key]);
  }

  #forgetOld(): void {
    const keep = this.#options.keep;
    if (!keep || this.#rows.size <= keep.rows) return;
    for (const [key, row] of this.#rows) {
      if (this.#rows.size <= keep.rows) return;
      if (keep.isDone(row)) this.delete(key);
    }
  }
}
