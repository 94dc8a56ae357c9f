import 'server-only';
import { paymentInitiationStateChange } from '../../../../contracts/wise/money-events.ts';
import { takeInitiationChange } from '../../batch-groups/funding/follow-debits.ts';
import { webhookKind } from '../webhook-kind.ts';

/** The direct debit of a batch group; in camel case before schema 4.0.0. */
export const initiationChange = webhookKind(
  'batch-payment-initiations#state-change',
  paymentInitiationStateChange.shape.data,
  async (parts, data) => ((await takeInitiationChange(parts, data)) ? 'read-again' : 'not-ours'),
);
