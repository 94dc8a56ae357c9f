import 'server-only';
import { transferNamed } from '../../../../contracts/wise/money-events.ts';
import { readTransferAgain } from '../../batch-groups/funding/follow-transfers.ts';
import { webhookKind } from '../webhook-kind.ts';

/** The refunded money is in the transfer's state, which is read. */
export const transferRefund = webhookKind('transfers#refund', transferNamed, async (parts, { resource }) =>
  (await readTransferAgain(parts, resource.id, { priority: 'background' })) ? 'read-again' : 'not-ours',
);
