import 'server-only';
import { transferNamed } from '../../../../contracts/wise/money-events.ts';
import { readTransferAgain } from '../../batch-groups/funding/follow-transfers.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Wise waits for something about the transfer. What for is kept with the delivery alone; the transfer's state is read. */
export const transferActiveCases = webhookKind(
  'transfers#active-cases',
  transferNamed,
  async (parts, { resource }) =>
    (await readTransferAgain(parts, resource.id, { priority: 'background' })) ? 'read-again' : 'not-ours',
);
