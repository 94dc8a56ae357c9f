import type { BatchRow } from '../../contracts/batch-rows.ts';

/** All rows of a group as the page has them. */
export interface KnownRows {
  items: readonly BatchRow[];
  asOf: string;
}

/** A row that was read again and did not change keeps its identity, so that nothing of it is drawn again. */
const keepSame = (known: BatchRow | undefined, fresh: BatchRow): BatchRow =>
  known && known.changedAt === fresh.changedAt && known.state === fresh.state ? known : fresh;

/** Puts what changed among the rows that are known, in the order of their numbers. */
export function mergeRows(known: readonly BatchRow[], changed: readonly BatchRow[]): readonly BatchRow[] {
  const rows = new Map(known.map((row) => [row.rowNumber, row]));
  let isSame = true;
  for (const row of changed) {
    const before = rows.get(row.rowNumber);
    const after = keepSame(before, row);
    if (after === before) continue;
    isSame = false;
    rows.set(row.rowNumber, after);
  }
  if (isSame) return known;
  return [...rows.values()].sort((one, other) => one.rowNumber - other.rowNumber);
}

/** Everything was read: what is not among it is gone. */
export function replaceRows(known: readonly BatchRow[], all: readonly BatchRow[]): readonly BatchRow[] {
  const rows = new Map(known.map((row) => [row.rowNumber, row]));
  return all.map((row) => keepSame(rows.get(row.rowNumber), row));
}
