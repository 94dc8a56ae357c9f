import type { Hono } from 'hono';
import { z } from 'zod';
import { roundAmount } from '../core/amounts.ts';
import type { Emulator } from '../emulator.ts';
import { changeBalance } from '../money/balances.ts';
import { catchUpGroup, receiveForGroup } from '../money/batch-groups.ts';
import { mayBecome, paymentInitiationStatuses } from '../money/payment-initiation-steps.ts';
import { catchUpInitiation, setInitiationStatus } from '../money/payment-initiations.ts';
import { catchUpTransfer, chargeBackTransfer, setTransferStatus } from '../money/transfers.ts';
import type { EmulatorEnv } from '../wise/context.ts';
import { fieldRefusal } from '../wise/refusal.ts';
import { toMinor } from '../core/amounts.ts';
import { notFound, parseControl } from './control-context.ts';

const payInBody = z.strictObject({ amount: z.number().positive() });
const initiationBody = z.strictObject({ status: z.enum(paymentInitiationStatuses) });
/** Any word, because what Wise sends is open. */
const transferBody = z.strictObject({ status: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/) });
const balanceBody = z.strictObject({
  amount: z.number().min(0).optional(),
  investmentState: z.enum(['NOT_INVESTED', 'INVESTED', 'INVESTING', 'DIVESTING', 'UNKNOWN']).optional(),
});

/** What banks and Wise itself do to money. */
export function registerMoneyControl(app: Hono<EmulatorEnv>, emulator: Emulator): void {
  const { world } = emulator;

  // A wire with the group's reference arrives; enough of it, all of them together, pays for the group.
  app.post('/_emulator/batch-groups/:batchGroupId/pay-in', async (c) => {
    const { amount } = await parseControl(c, payInBody);
    const group = catchUpGroup(emulator, c.req.param('batchGroupId').toLowerCase());
    if (!group) throw notFound('batch group');
    if (roundAmount(amount, group.sourceCurrency) !== amount)
      throw fieldRefusal('amount', 'must be an amount of the currency');
    return c.json(receiveForGroup(emulator, group, 'BANK_TRANSFER', amount));
  });

  app.put('/_emulator/payment-initiations/:initiationId/status', async (c) => {
    const { status } = await parseControl(c, initiationBody);
    const row = catchUpInitiation(emulator, c.req.param('initiationId'));
    if (!row) throw notFound('payment initiation');
    if (!mayBecome(row.status, status)) throw fieldRefusal('status', `cannot follow ${row.status}`);
    return c.json(setInitiationStatus(emulator, row, status, world.clock.now()));
  });

  // Any status from any other, one nobody knows too; what follows from it by itself goes on.
  app.put('/_emulator/transfers/:transferId/status', async (c) => {
    const { status } = await parseControl(c, transferBody);
    const row = catchUpTransfer(emulator, c.req.param('transferId'));
    if (!row) throw notFound('transfer');
    if (status !== 'charged_back') return c.json(setTransferStatus(emulator, row, status, world.clock.now()));
    chargeBackTransfer(emulator, row);
    return c.json(catchUpTransfer(emulator, row.id) ?? row);
  });

  app.put('/_emulator/balances/:balanceId', async (c) => {
    const { amount, investmentState } = await parseControl(c, balanceBody);
    const balance = world.balances.get(c.req.param('balanceId'));
    if (!balance) throw notFound('balance');
    const kept = world.balances.put({
      ...balance,
      investmentState: investmentState ?? balance.investmentState,
    });
    if (amount === undefined) return c.json(kept);
    const { currency } = balance;
    const minor = toMinor(amount, currency) - toMinor(balance.amount, currency);
    return c.json(
      changeBalance(emulator, kept, { minor, channel: 'TRANSFER', reference: 'control' }).balance,
    );
  });
}
