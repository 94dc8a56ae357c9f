import type { Emulator } from '../emulator.ts';
import type { CardTransactionRecord } from '../entities.ts';
import { reverseFully } from '../transactions/steps.ts';

/** Keeps a transaction after a step and tells the subscribers. */
export function keepStep({ webhooks, world }: Emulator, row: CardTransactionRecord): CardTransactionRecord {
  const kept = world.cardTransactions.put(row);
  const card = world.cards.get(row.cardToken);
  if (card) webhooks.emitCardTransactionStateChange(kept, card);
  return kept;
}

/**
 * Wise: what the merchant has not captured by its purge time is released and CANCELLED. Emulator choice: it happens when
 * the clock is advanced past it.
 */
export function releaseExpiredHolds(emulator: Emulator): void {
  const { cardTransactions, clock } = emulator.world;
  for (const row of cardTransactions.inProgress())
    if (row.purgeAtMs !== null && row.purgeAtMs <= clock.now())
      keepStep(emulator, reverseFully(row, row.purgeAtMs));
}
