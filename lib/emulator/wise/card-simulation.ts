import {
  type SimulatedTransactionType,
  simulatedAuthorisationBody,
  simulatedStepBody,
} from '../../contracts/wise/card-simulation.ts';
import { cardSecretsOf } from '../core/card-secrets.ts';
import { roundAmount } from '../core/amounts.ts';
import type { Emulator } from '../emulator.ts';
import type { CardRecord, CardTransactionRecord } from '../entities.ts';
import { type ChannelName, channels } from '../seeds/transactions/channels.ts';
import { categoryOf } from '../seeds/transactions/merchants.ts';
import { findDecline } from '../transactions/decide-authorisation.ts';
import { authorise, capture, decline, reverseFully, reversePartly } from '../transactions/steps.ts';
import { changeCard } from './card-changes.ts';
import { keepStep } from './card-transaction-changes.ts';
import { cardOfCallerOrThrow } from './cards.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseCount } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { fieldRefusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import { isReferenceTo, printReference, schemeTransactionIdOf } from './simulation-reference.ts';
import type { UserCaller } from './tokens.ts';

/** Wise: what is asked for online and at a counter; cash comes from machines only. */
const channelsOf: Record<SimulatedTransactionType, Partial<Record<string, ChannelName>>> = {
  GOODS_AND_SERVICES: { CHIP_AND_PIN: 'chip', E_COMMERCE_NO_3DS: 'online' },
  CASH_WITHDRAWAL: { CHIP_AND_PIN: 'cash' },
  REFUND: { CHIP_AND_PIN: 'refund', E_COMMERCE_NO_3DS: 'refund' },
};

/** Emulator choice: Wise says that Mastercard does not take part, not how it refuses. */
function checkSchemeOrThrow(card: CardRecord): void {
  if (card.cardProgram.scheme === 'MASTERCARD')
    throw validationRefusal(422, {
      code: 'simulation.not.supported',
      message: 'This simulation does not work with Mastercard',
      path: 'cardToken',
    });
}

/** Emulator choice: Wise tells no answer to an amount that is nothing, less or finer than its currency. */
function checkAmountOrThrow({ currency, value }: { currency: string; value: number }, least: number): void {
  if (value < least || roundAmount(value, currency) !== value)
    throw fieldRefusal('amount.value', 'must be an amount of the currency');
}

/** Wise: the first payment with chip and PIN opens what was locked until then. */
function unlockAfterPin(emulator: Emulator, card: CardRecord, channel: ChannelName): void {
  if (card.unlockSpendingPermissions !== 'WITH_FIRST_CHIP_AND_PIN_TRANSACTION') return;
  if ((channel !== 'chip' && channel !== 'cash') || !card.spendingPermissions.some((row) => row.isLocked))
    return;
  changeCard(emulator, card, {
    spendingPermissions: card.spendingPermissions.map((row) => ({ ...row, isLocked: false })),
  });
}

export function registerCardSimulation(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  const authoriseAsked = async (c: EmulatorContext, caller: UserCaller) => {
    profileOfCallerOrThrow(world, c, caller);
    const { cardNumber, mcc, pos, transactionType, ...body } = await parseBody(c, simulatedAuthorisationBody);
    const channel = channelsOf[transactionType][pos];
    if (!channel) throw fieldRefusal('pos', `cannot be ${pos} for ${transactionType}`);
    checkAmountOrThrow(body.amount, Number.MIN_VALUE);
    const card = cardOfCallerOrThrow(world, c, caller);
    if (transactionType === 'REFUND') checkSchemeOrThrow(card);
    // Emulator choice: Wise says that the number must be the card's, not how it refuses.
    if (cardNumber !== cardSecretsOf(card).pan)
      throw fieldRefusal('cardNumber', 'is not the number of this card');
    const id = world.cardTransactions.nextId();
    const amount = { amount: body.amount.value, currency: body.amount.currency };
    const { method, pin, type } = channels[channel];
    const request = {
      id,
      card,
      type,
      amount,
      atMs: world.clock.now(),
      merchant: {
        name: 'SIMULATED MERCHANT',
        location: { country: 'United Kingdom', city: 'Leeds', zipCode: null, region: null, state: null },
        category: categoryOf(String(mcc).padStart(4, '0')),
      },
      authorisationMethod: transactionType === 'REFUND' && pos === 'CHIP_AND_PIN' ? 'CHIP_AND_PIN' : method,
      pinValidationResult: pin,
      simulationReference: schemeTransactionIdOf(id),
    };
    const refusal = findDecline(world, card, { channel, amount });
    if (!refusal) unlockAfterPin(emulator, card, channel);
    return keepStep(
      emulator,
      refusal ? decline(request, refusal.reason, refusal.detail) : authorise(request),
    );
  };

  const print = (
    c: EmulatorContext,
    caller: UserCaller,
    row: CardTransactionRecord,
    error: string | null,
  ) => {
    const reference = printReference(
      row,
      cardOfCallerOrThrow(world, c, caller),
      profileOfCallerOrThrow(world, c, caller),
    );
    return c.json({ reference, error });
  };

  /** The authorisation a `ref` speaks of, and what is asked of it. */
  const findAsked = async (c: EmulatorContext, caller: UserCaller, least: number) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const { amount, ref, transactionType } = await parseBody(c, simulatedStepBody);
    checkAmountOrThrow(amount, least);
    const card = cardOfCallerOrThrow(world, c, caller);
    const row = world.cardTransactions
      .ofCard(card.token)
      .find(({ simulationReference }) => simulationReference === ref.transaction.schemeTransactionId);
    if (!row || !isReferenceTo(printReference(row, card, profile), ref))
      throw fieldRefusal('ref', 'is no authorisation of this card');
    const types = Object.values(channelsOf[transactionType]).map((name) => name && channels[name].type);
    if (!types.some((type) => type === row.type))
      throw fieldRefusal('transactionType', 'is not that of the authorisation');
    // Emulator choice: later steps are in the currency of the authorisation.
    if (amount.currency !== row.amount.currency)
      throw fieldRefusal('amount.currency', 'is not that of the authorisation');
    return { card, row, amount: { amount: amount.value, currency: amount.currency } };
  };

  router.forUser(
    'POST /v2/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions/authorisation',
    async (c, caller) => {
      const row = await authoriseAsked(c, caller);
      // Emulator choice: Wise says that a transaction's error is told here, not which words it has.
      return print(c, caller, row, row.declineReason);
    },
  );

  // Wise: clearing may take more or less than was held, also after the hold was cancelled.
  router.forUser(
    'POST /v1/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions/clearing',
    async (c, caller) => {
      const { amount, card, row } = await findAsked(c, caller, Number.MIN_VALUE);
      checkSchemeOrThrow(card);
      // Emulator choice: what cannot be done any more changes nothing and is told as the transaction's error.
      if (row.state !== 'IN_PROGRESS' && row.state !== 'CANCELLED')
        return print(c, caller, row, `TRANSACTION_${row.state}`);
      return print(c, caller, keepStep(emulator, capture(row, world.clock.now(), amount)), null);
    },
  );

  router.forUser(
    'POST /v1/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions/reversal',
    async (c, caller) => {
      const { amount, row } = await findAsked(c, caller, 0);
      if (row.state !== 'IN_PROGRESS') return print(c, caller, row, `TRANSACTION_${row.state}`);
      // Emulator choice: a reversal lets something go, so what is left is less than what was held.
      if (amount.amount >= row.amount.amount)
        throw fieldRefusal('amount.value', 'must be less than what is held');
      const now = world.clock.now();
      const reversed = amount.amount === 0 ? reverseFully(row, now) : reversePartly(row, amount, now);
      return print(c, caller, keepStep(emulator, reversed), null);
    },
  );

  router.forUser(
    'GET /v2/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions',
    (c, caller) => {
      const card = cardOfCallerOrThrow(world, c, caller);
      // Emulator choice: Wise names no bounds of the limit.
      const limit = parseCount(c, 'limit', { min: 1, max: 100, default: 10 });
      const simulated = world.cardTransactions
        .ofCard(card.token)
        .filter(({ simulationReference }) => simulationReference !== null);
      return c.json(
        simulated
          .slice(-limit)
          .reverse()
          .map(({ createdAtMs, id }) => ({ transactionId: id, creationTime: createdAtMs / 1000 })),
      );
    },
  );
}
