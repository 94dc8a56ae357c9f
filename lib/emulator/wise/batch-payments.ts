import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { isPayableGroup } from '../money/batch-group-steps.ts';
import { payGroupFromBalance } from '../money/batch-groups.ts';
import { hasInitiationUnderWay } from '../money/payment-initiations.ts';
import type { BatchGroupRecord } from '../money/records.ts';
import { groupOfCallerOrThrow } from './batch-groups.ts';
import { parseBody } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { Refusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import { checkMayPayOrThrow } from './transfer-payments.ts';

const paymentBody = z.object({ type: z.literal('BALANCE') });

/**
 * Wise says of `alreadyPaid` that it does not apply, and shows true. Emulator choice: it is true once the group is paid,
 * in the first answer as in every later one.
 */
const printPayment = (group: BatchGroupRecord, userId: number) => ({
  id: group.id,
  name: group.name,
  fileName: null,
  alreadyPaid: group.paid !== null,
  shortId: group.shortId,
  userId,
  profileId: group.profileId,
  sourceCurrency: group.sourceCurrency,
  status: group.status,
  groupType: 'API',
  transferIds: group.transferIds,
});

export function registerBatchPayments(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  // Emulator choice: how each of these is refused; a lack of money as it is for a single transfer.
  router.forUser(
    'POST /v3/profiles/{profileId}/batch-payments/{batchGroupId}/payments',
    async (c, caller) => {
      checkMayPayOrThrow(caller, profileOfCallerOrThrow(world, c, caller));
      await parseBody(c, paymentBody);
      const group = groupOfCallerOrThrow(emulator, c, caller);
      if (group.paid) return c.json(printPayment(group, caller.user.id));
      if (!isPayableGroup(group))
        throw validationRefusal(422, {
          code: 'batch.group.wrong.state',
          message: 'Group is in wrong state for being funded',
        });
      if (hasInitiationUnderWay(world, group.id))
        throw validationRefusal(409, {
          code: 'batch.group.payment.in.progress',
          message: 'A direct debit for this group is on its way',
        });
      const paid = payGroupFromBalance(emulator, group);
      if (typeof paid === 'string')
        throw new Refusal(422, { type: 'BALANCE', status: 'REJECTED', errorCode: paid, errorMessage: null });
      return c.json(printPayment(paid, caller.user.id));
    },
  );
}
