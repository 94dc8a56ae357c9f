import { z } from 'zod';
import { directDebitTypes, paymentInitiationReferenceLength } from '../../contracts/wise/batch-groups.ts';
import { printMicroseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import { isPayableGroup } from '../money/batch-group-steps.ts';
import { payInReferenceOf } from '../money/batch-groups.ts';
import { catchUpInitiation, hasInitiationUnderWay, keepInitiation } from '../money/payment-initiations.ts';
import type { DirectDebitAccountRecord, PaymentInitiationRecord } from '../money/records.ts';
import { groupOfCallerOrThrow } from './batch-groups.ts';
import { checkBodyOrThrow, parseBody, parseIdParam } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

type DirectDebitCurrency = keyof typeof directDebitTypes;
const currencies = ['USD', 'CAD'] as const satisfies readonly DirectDebitCurrency[];

/** Wise: which of the two goes with which currency. */
const filters = z
  .object({ currency: z.enum(currencies), type: z.enum(['ACH', 'EFT']) })
  .refine(({ currency, type }) => directDebitTypes[currency] === type, {
    message: 'does not go with the currency',
    path: ['type'],
  });

/** The check digit of an American routing number. */
function isAba(digits: string): boolean {
  const weights = [3, 7, 1];
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (weights[at % 3] ?? 0), 0);
  return digits.length === 9 && sum % 10 === 0;
}

const accountBody = z
  .object({
    currency: z.enum(currencies),
    type: z.enum(['ACH', 'EFT']),
    details: z.object({
      routingNumber: z.string().regex(/^\d{8,9}$/, 'must have 8 or 9 digits'),
      accountNumber: z.string().regex(/^\d{4,17}$/, 'must have 4 to 17 digits'),
      accountType: z.enum(['CHECKING', 'SAVINGS']),
    }),
  })
  .refine(({ currency, type }) => directDebitTypes[currency] === type, {
    message: 'does not go with the currency',
    path: ['type'],
  })
  .refine(({ currency, details }) => currency !== 'USD' || isAba(details.routingNumber), {
    message: 'is no routing number',
    path: ['details', 'routingNumber'],
  });

const initiationBody = z.object({
  type: z.literal('DIRECT_DEBIT'),
  accountId: z.number().int(),
  reference: z.string().min(1).max(paymentInitiationReferenceLength).optional(),
});

const printAccount = ({
  accountNumber,
  accountType,
  currency,
  id,
  routingNumber,
  type,
}: DirectDebitAccountRecord) => ({
  id,
  currency,
  type,
  details: { routingNumber, accountNumber, accountType },
});

const printInitiation = (row: PaymentInitiationRecord) => ({
  id: row.id,
  batchGroupId: row.batchGroupId,
  reference: row.reference,
  userId: row.userId,
  profileId: row.profileId,
  type: 'DIRECT_DEBIT',
  status: row.status,
  accountId: row.accountId,
  transferId: row.transferId,
  createdTime: printMicroseconds(row.createdAtMs, row.id),
});

export function registerDirectDebits(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  router.forUser('GET /v1/profiles/{profileId}/direct-debit-accounts', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const wanted = checkBodyOrThrow(c.req.query(), filters);
    const found = world.directDebitAccounts
      .slice(profile.id)
      .filter(({ currency, type }) => currency === wanted.currency && type === wanted.type);
    return c.json(found.map(printAccount));
  });

  // Emulator choice: an account that is there already is not made twice.
  router.forUser('POST /v1/profiles/{profileId}/direct-debit-accounts', async (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const { currency, details, type } = await parseBody(c, accountBody);
    const same = world.directDebitAccounts
      .slice(profile.id)
      .find(
        (row) =>
          row.currency === currency &&
          row.routingNumber === details.routingNumber &&
          row.accountNumber === details.accountNumber,
      );
    const made = () =>
      world.directDebitAccounts.put({
        id: world.nextNumber('directDebitAccount'),
        profileId: profile.id,
        currency,
        type,
        ...details,
      });
    return c.json(printAccount(same ?? made()));
  });

  // Emulator choice: how each of these is refused.
  const initiations = '/v1/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations' as const;
  router.forUser(`POST ${initiations}`, async (c, caller) => {
    const { accountId, reference } = await parseBody(c, initiationBody);
    const group = groupOfCallerOrThrow(emulator, c, caller);
    const refuse = (status: 409 | 422, code: string, message: string) =>
      validationRefusal(status, { code, message });
    if (hasInitiationUnderWay(world, group.id))
      throw refuse(409, 'batch.group.payment.in.progress', 'A direct debit for this group is on its way');
    if (!isPayableGroup(group))
      throw refuse(422, 'batch.group.wrong.state', 'Group is in wrong state for being funded');
    const account = world.directDebitAccounts.get(accountId);
    if (account?.profileId !== group.profileId || account.currency !== group.sourceCurrency)
      throw validationRefusal(422, {
        code: 'direct.debit.account.not.found',
        message: 'The profile has no such account in the currency of the group',
        path: 'accountId',
        arguments: ['accountId', String(accountId)],
      });
    const now = world.clock.now();
    const { batchStepMs } = world.settings;
    const row = keepInitiation(emulator, {
      id: world.nextNumber('paymentInitiation'),
      batchGroupId: group.id,
      profileId: group.profileId,
      userId: caller.user.id,
      accountId,
      reference: reference ?? payInReferenceOf(group),
      status: 'NEW',
      transferId: null,
      createdAtMs: now,
      nextStepAtMs: batchStepMs === null ? null : now + batchStepMs,
    });
    return c.json(printInitiation(row));
  });

  router.forUser(`GET ${initiations}/{paymentInitiationId}`, (c, caller) => {
    const group = groupOfCallerOrThrow(emulator, c, caller);
    const id = parseIdParam(c, 'paymentInitiationId');
    const row = catchUpInitiation(emulator, id);
    if (row?.batchGroupId !== group.id)
      throw validationRefusal(404, {
        code: 'payment.initiation.not.found',
        message: 'Payment initiation not found',
        path: 'paymentInitiationId',
        arguments: [id],
      });
    return c.json(printInitiation(row));
  });
}
