import 'server-only';
import { balanceStateChange } from './kinds/balances-account-state-change.ts';
import { balanceCredit } from './kinds/balances-credit.ts';
import { balanceUpdate } from './kinds/balances-update.ts';
import { initiationChange } from './kinds/batch-payment-initiations-state-change.ts';
import { orderStatusChange } from './kinds/cards-card-order-status-change.ts';
import { productionStatusChange } from './kinds/cards-card-production-status-change.ts';
import { cardStatusChange } from './kinds/cards-card-status-change.ts';
import { cardTransactionStateChange } from './kinds/cards-transaction-state-change.ts';
import { profileStateChange } from './kinds/profiles-state-change.ts';
import { disputeChange } from './kinds/transaction-disputes-update.ts';
import { transferActiveCases } from './kinds/transfers-active-cases.ts';
import { payoutFailure } from './kinds/transfers-payout-failure.ts';
import { transferRefund } from './kinds/transfers-refund.ts';
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
  transferRefund,
  transferActiveCases,
  initiationChange,
  balanceUpdate,
  balanceStateChange,
  balanceCredit,
  disputeChange,
  profileStateChange,
];

const byType = new Map(kinds.map((kind) => [kind.eventType, kind]));

export const kindOf = (eventType: string): WebhookKind | undefined => byType.get(eventType);
