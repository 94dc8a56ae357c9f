import { stringify } from 'lossless-json';
import { z } from 'zod';
import { batchGroupBody } from '../../contracts/wise/batch-groups.ts';
import { transferBody } from '../../contracts/wise/transfers.ts';
import type { Emulator } from '../emulator.ts';
import {
  complete,
  mayCancel,
  mayComplete,
  newBatchGroup,
  whyClosed,
  withTransfer,
} from '../money/batch-group-steps.ts';
import {
  amountToPay,
  catchUpGroup,
  changeNow,
  keepGroup,
  payInReferenceOf,
  startCancellation,
} from '../money/batch-groups.ts';
import { isGroupCurrency, payInDetailsOf } from '../money/pay-in-details.ts';
import { hasInitiationUnderWay } from '../money/payment-initiations.ts';
import type { BatchGroupRecord } from '../money/records.ts';
import type { EmulatorContext } from './context.ts';
import { checkBodyOrThrow, parseBody, parseUuidParam, readLosslessJson } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';
import { findRepeatOf, makeTransferOrThrow, printTransfer } from './transfers.ts';

const bounds = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const statusBody = z.object({
  status: z.enum(['COMPLETED', 'CANCELLED']),
  // Digits in quotes are no number: Wise documents an integer.
  version: z.union([z.int(), z.bigint().min(bounds.min).max(bounds.max)]).transform(String),
});

/** Emulator choice: the status of each of these, and every code; of two of the texts it is known that Wise says so. */
const refuse = (status: 409 | 422, code: string, message: string) =>
  validationRefusal(status, { code, message });
const versionConflict = () => refuse(409, 'batch.group.version.conflict', 'Group version conflict');
const closed = () =>
  refuse(422, 'batch.group.wrong.state', 'Group is in wrong state for creating transfers into it');
const full = () => refuse(422, 'batch.group.full', 'Group has the most transfers that it can have');

/** Another profile's group is not found, as one that does not exist. */
export function groupOfCallerOrThrow(
  emulator: Emulator,
  c: EmulatorContext,
  caller: UserCaller,
): BatchGroupRecord {
  const profile = profileOfCallerOrThrow(emulator.world, c, caller);
  const id = parseUuidParam(c, 'batchGroupId');
  const group = catchUpGroup(emulator, id);
  if (group?.profileId === profile.id) return group;
  throw validationRefusal(404, {
    code: 'batch.group.not.found',
    message: 'Batch group not found',
    path: 'batchGroupId',
    arguments: [id],
  });
}

export function registerBatchGroups(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  /** Wise: the version is an int64, so it is written out of its digits. */
  const answer = (c: EmulatorContext, group: BatchGroupRecord, status: 200 | 201 = 200) => {
    const { id, name, sourceCurrency, transferIds } = group;
    const isPayable = group.status === 'COMPLETED';
    const payInDetails = isPayable
      ? [payInDetailsOf(group, payInReferenceOf(group), amountToPay(world, group))]
      : [];
    const version = BigInt(group.version);
    const body = { id, version, name, sourceCurrency, status: group.status, transferIds, payInDetails };
    return c.body(stringify(body) ?? '', status, { 'content-type': 'application/json' });
  };

  router.forUser('POST /v3/profiles/{profileId}/batch-groups', async (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const { name, sourceCurrency } = await parseBody(c, batchGroupBody);
    // Emulator choice: what a quote answers to a currency that it does not know.
    if (!isGroupCurrency(sourceCurrency))
      throw validationRefusal(400, {
        code: 'CurrencyCode',
        message: 'Please enter valid currency code',
        path: 'sourceCurrency',
        arguments: ['sourceCurrency', sourceCurrency],
      });
    const group = newBatchGroup({
      id: world.random.ids.uuid(),
      name,
      profileId: profile.id,
      userId: caller.user.id,
      shortId: world.nextNumber('batchGroup'),
      sourceCurrency,
      atMs: world.clock.now(),
    });
    return answer(c, keepGroup(emulator, group), 201);
  });

  router.forUser('GET /v3/profiles/{profileId}/batch-groups/{batchGroupId}', (c, caller) =>
    answer(c, groupOfCallerOrThrow(emulator, c, caller)),
  );

  router.forUser('POST /v3/profiles/{profileId}/batch-groups/{batchGroupId}/transfers', async (c, caller) => {
    const body = await parseBody(c, transferBody);
    const group = groupOfCallerOrThrow(emulator, c, caller);
    const repeated = findRepeatOf(emulator, caller, body.customerTransactionId);
    if (repeated) return c.json(printTransfer(world, repeated));
    const why = whyClosed(group);
    if (why) throw why === 'size' ? full() : closed();
    const row = makeTransferOrThrow(emulator, { body, caller, group, profileId: group.profileId });
    keepGroup(emulator, withTransfer(group, row.id, changeNow(world)));
    return c.json(printTransfer(world, row));
  });

  const completeOrThrow = (group: BatchGroupRecord) => {
    if (mayComplete(group)) return keepGroup(emulator, complete(group, changeNow(world)));
    throw group.status === 'NEW'
      ? refuse(422, 'batch.group.empty', 'Group has no transfers')
      : refuse(422, 'batch.group.wrong.state', 'Group is in wrong state for being completed');
  };

  const cancelOrThrow = (group: BatchGroupRecord) => {
    // Emulator choice: a direct debit that is on its way counts as paid.
    if (group.paid || hasInitiationUnderWay(world, group.id))
      throw refuse(422, 'batch.group.already.funded', 'Group is funded and cannot be cancelled');
    if (!mayCancel(group))
      throw refuse(422, 'batch.group.wrong.state', 'Group is in wrong state for being cancelled');
    return startCancellation(emulator, group);
  };

  router.forUser('PATCH /v3/profiles/{profileId}/batch-groups/{batchGroupId}', async (c, caller) => {
    const { status, version } = checkBodyOrThrow(await readLosslessJson(c), statusBody);
    const group = groupOfCallerOrThrow(emulator, c, caller);
    if (version !== group.version) throw versionConflict();
    return answer(c, status === 'COMPLETED' ? completeOrThrow(group) : cancelOrThrow(group));
  });
}
