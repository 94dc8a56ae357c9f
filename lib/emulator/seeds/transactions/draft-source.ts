import type { CardTransactionRecord } from '../../entities.ts';
import type { TransactionSource } from '../../transactions/card-transactions.ts';
import { dayInMs, type Draft } from './payments.ts';

/** The longest a hold lasts. */
const longestHoldDays = 30;

interface Plan {
  drafts: readonly Draft[];
  /** Places in `drafts`, by card. */
  byCard: ReadonlyMap<string, readonly number[]>;
  rows: (CardTransactionRecord | undefined)[];
}

/**
 * Transactions that are planned when somebody first asks for one, so that a reset need not wait, and made one by one.
 * @param draftAll gives exactly `size` drafts in the order of time
 */
export function sourceOfDrafts(
  draftAll: () => readonly Draft[],
  { firstId, nowMs, size }: { firstId: number; nowMs: number; size: number },
): TransactionSource {
  let planned: Plan | null = null;
  const plan = (): Plan => {
    if (planned) return planned;
    const drafts = draftAll();
    const byCard = Map.groupBy(drafts.keys(), (place) => drafts[place]?.cardToken ?? '');
    planned = { drafts, byCard, rows: [] };
    return planned;
  };
  const rowAt = (place: number): CardTransactionRecord | undefined => {
    const { drafts, rows } = plan();
    rows[place] ??= drafts[place]?.make(firstId + place);
    return rows[place];
  };
  return {
    size,
    lastId: firstId + size - 1,
    find: (id) => rowAt(id - firstId),
    ofCard: (cardToken) => (plan().byCard.get(cardToken) ?? []).flatMap((place) => rowAt(place) ?? []),
    inProgress: () => {
      const sinceMs = nowMs - longestHoldDays * dayInMs;
      const from = plan().drafts.findIndex(({ atMs }) => atMs > sinceMs);
      const places = Array.from({ length: from < 0 ? 0 : size - from }, (_, offset) => from + offset);
      return places.flatMap((place) => rowAt(place) ?? []).filter(({ state }) => state === 'IN_PROGRESS');
    },
  };
}
