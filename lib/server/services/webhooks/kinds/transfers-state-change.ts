import 'server-only';
import { transferStateChange as schema } from '../../../../contracts/wise/money-events.ts';
import { readTransferAgain } from '../../batch-groups/funding/follow-transfers.ts';
import { momentOf } from '../moment.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Deliveries come in any order: a state that is new here is asked for, not taken from the event. */
export const transferStateChange = webhookKind(
  'transfers#state-change',
  schema.shape.data,
  async (parts, { current_state: status, occurred_at, resource }, { sentAt }) => {
    const told = { status, at: momentOf(occurred_at) ?? sentAt };
    return (await readTransferAgain(parts, resource.id, { told, priority: 'background' }))
      ? 'read-again'
      : 'not-ours';
  },
);
