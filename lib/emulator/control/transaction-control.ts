import type { Hono } from 'hono';
import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import type { CardTransactionRecord } from '../entities.ts';
import { authorise, capture, decline, reverseFully, reversePartly } from '../transactions/steps.ts';
import { keepStep } from '../wise/card-transaction-changes.ts';
import { printCardTransaction } from '../wise/card-transactions.ts';
import type { EmulatorContext, EmulatorEnv } from '../wise/context.ts';
import { validationRefusal } from '../wise/refusal.ts';
import { notFound, parseControl } from './control-context.ts';

/** Any word: what Wise sends is open, so values nobody knows yet can be tried. */
const word = z.string().max(200);
const money = z.strictObject({ amount: z.number(), currency: z.string().min(1).max(10) });
const text = z.string().max(2000).nullable().optional();
const instant = z.iso.datetime({ offset: true }).transform((value) => Date.parse(value));

/** Parts that are left out are left out of what Wise prints as well. */
const merchant = z
  .strictObject({
    name: text,
    location: z
      .strictObject({ country: text, city: text, zipCode: text, region: text, state: text })
      .nullable()
      .optional(),
    category: z.strictObject({ name: text, code: text, description: text }).nullable().optional(),
  })
  .nullable();

const facts = {
  declineReason: word.nullable().optional(),
  detailedDeclineReason: word.nullable().optional(),
  approvalCode: word.nullable().optional(),
  arn: word.nullable().optional(),
  pinValidationResult: word.nullable().optional(),
  purgeTime: instant.nullable().optional(),
  relayAuthorisationData: z.strictObject({ responseCode: word, fallback: z.boolean() }).nullable().optional(),
  modificationTime: instant.optional(),
  merchant: merchant.optional(),
  /** false keeps it from the subscribers, as if every delivery had been lost. */
  notify: z.boolean().default(true),
};

const makeBody = z.strictObject({
  ...facts,
  cardToken: z.string(),
  type: word.default('POS_PURCHASE'),
  state: word.default('COMPLETED'),
  amount: money.optional(),
  fees: z.array(z.strictObject({ amount: z.number(), currency: z.string(), feeType: word })).default([]),
  billingCurrency: z.string().optional(),
  paidFrom: z
    .array(z.strictObject({ currency: z.string(), share: z.number().min(0).max(1) }))
    .min(1)
    .optional(),
  authorisationMethod: word.default('CHIP_AND_PIN'),
  isAmountConfirmed: z.boolean().default(true),
  creationTime: instant.optional(),
});

const moveBody = z
  .strictObject({
    ...facts,
    step: z.enum(['CAPTURE', 'PARTIAL_REVERSAL', 'FULL_REVERSAL']).optional(),
    /** What is captured, or what is left after a partial reversal; in the transaction's currency. */
    amount: z.number().optional(),
    state: word.optional(),
  })
  .refine(
    ({ amount, step }) => step !== 'PARTIAL_REVERSAL' || amount !== undefined,
    'a partial reversal needs the amount that is left',
  );

type Facts = Pick<z.output<typeof makeBody>, Exclude<keyof typeof facts, 'notify'>>;

/** Says of a transaction what it is told to, whether or not that goes together. */
function withFacts(row: CardTransactionRecord, told: Facts & { state?: string | undefined }) {
  const given = {
    state: told.state,
    declineReason: told.declineReason,
    detailedDeclineReason: told.detailedDeclineReason,
    approvalCode: told.approvalCode,
    arn: told.arn,
    pinValidationResult: told.pinValidationResult,
    purgeAtMs: told.purgeTime,
    relayAuthorisationData: told.relayAuthorisationData,
    modifiedAtMs: told.modificationTime,
    merchant: told.merchant,
  };
  return Object.assign(
    { ...row },
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
}

/** Brings about any transaction, also such as Wise would never send. */
export function registerTransactionControl(app: Hono<EmulatorEnv>, emulator: Emulator): void {
  const { world } = emulator;
  const keep = (row: CardTransactionRecord, notify: boolean) =>
    notify ? keepStep(emulator, row) : world.cardTransactions.put(row);

  const make = (body: z.output<typeof makeBody>): CardTransactionRecord => {
    const card = world.cards.get(body.cardToken.toLowerCase());
    if (!card) throw notFound('card');
    const atMs = body.creationTime ?? world.clock.now();
    const request = {
      id: world.cardTransactions.nextId(),
      card,
      type: body.type,
      amount: body.amount ?? { amount: 12.34, currency: card.cardProgram.defaultCurrency },
      atMs,
      fees: body.fees,
      billingCurrency: body.billingCurrency,
      authorisationMethod: body.authorisationMethod,
      isAmountConfirmed: body.isAmountConfirmed,
      ...(body.paidFrom ? { paidFrom: body.paidFrom } : {}),
      ...(body.merchant === undefined ? {} : { merchant: body.merchant }),
    };
    if (body.state === 'DECLINED') return decline(request, null);
    const held = authorise(request);
    if (body.state === 'COMPLETED') return capture(held, atMs);
    return body.state === 'CANCELLED' ? reverseFully(held, atMs) : held;
  };

  app.post('/_emulator/transactions', async (c) => {
    const body = await parseControl(c, makeBody);
    const row = keep(withFacts(make(body), body), body.notify);
    return c.json(printCardTransaction(row));
  });

  const rowOrThrow = (c: EmulatorContext) => {
    const row = world.cardTransactions.get(Number(c.req.param('transactionId')));
    if (!row) throw notFound('transaction');
    return row;
  };

  app.put('/_emulator/transactions/:transactionId', async (c) => {
    const { notify, ...body } = await parseControl(c, moveBody);
    const row = rowOrThrow(c);
    const now = world.clock.now();
    const amount = { amount: body.amount ?? row.amount.amount, currency: row.amount.currency };
    if (amount.amount < 0)
      throw validationRefusal(400, { code: 'NOT_VALID', message: 'must not be negative', path: 'amount' });
    const moves = {
      CAPTURE: () => capture(row, now, amount),
      PARTIAL_REVERSAL: () => reversePartly(row, amount, now),
      FULL_REVERSAL: () => reverseFully(row, now),
    };
    const moved = body.step
      ? moves[body.step]()
      : { ...row, modifiedAtMs: Math.max(now, row.modifiedAtMs + 1) };
    return c.json(printCardTransaction(keep(withFacts(moved, body), notify)));
  });
}
