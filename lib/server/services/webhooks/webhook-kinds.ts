import 'server-only';
import { balanceUpdate } from './kinds/balances-update.ts';
import { initiationChange } from './kinds/batch-payment-initiations-state-change.ts';
import { orderStatusChange } from './kinds/cards-card-order-status-change.ts';
import { productionStatusChange } from './kinds/cards-card-production-status-change.ts';
import { cardStatusChange } from './kinds/cards-card-status-change.ts';
import { cardTransactionStateChange } from './kinds/cards-transaction-state-change.ts';
import { payoutFailure } from './kinds/transfers-payout-failure.ts';
import { transferStateChange } from './kinds/transfers-state-change.ts';
import type { WebhookKind } from './webhook-kind.ts';

/** Every kind of event the console does something with. The others are kept as they came. */
const kinds: readonly WebhookKind[] = [
  cardStatusChange,
  productionStatusChange,
  orderStatusChange,
  cardTransactionStateChange,
  transferStateChange,
  payoutFailure,
  initiationChange,
  balanceUpdate,
];

const byType = new Map(kinds.map((kind) => [kind.eventType, kind]));

export const kindOf = (eventType: string): WebhookKind | undefined => byType.get(eventType);
