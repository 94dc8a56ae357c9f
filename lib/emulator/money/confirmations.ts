import { quoteStatusOf } from './quotes.ts';
import type { ConfirmationOutcome, RecipientRecord } from './records.ts';
import type { World } from '../world.ts';

/** Wise: names are checked for these currencies. Emulator choice: what is checked in which. */
const checkedAs: Record<string, string> = {
  EUR: 'NAME_MATCHING',
  IDR: 'ACCOUNT_EXISTENCE',
  INR: 'NAME_RESOLUTION',
  KRW: 'NAME_MATCHING',
};

export const isConfirmed = (currency: string): boolean => Object.hasOwn(checkedAs, currency);

/**
 * What a bank says to a name. Emulator choice, so that each can be brought about: the last word of the name decides.
 *
 * - `Mismatch` (`Joe Mismatch`): PARTIAL_FAILURE, the account is Joe Matchett's
 * - `Wrongname`: FAILURE
 * - `Nocheck`: COULD_NOT_CHECK
 * - `Nowhere`: COULD_NOT_CHECK, and beside it the account is said not to exist
 * - any other: SUCCESS
 *
 * The first two must be accepted before money is sent; what could not be checked only for EUR.
 */
function verdictOn(name: string, currency: string) {
  const last = /\S+$/.exec(name)?.[0].toLowerCase();
  if (last === 'mismatch')
    return {
      outcome: 'PARTIAL_FAILURE',
      requiresCustomerAcceptance: true,
      resolvedName: name.replace(/\S+$/, 'Matchett'),
      message: 'The name entered is slightly different to the name on the account.',
    };
  if (last === 'wrongname')
    return {
      outcome: 'FAILURE',
      requiresCustomerAcceptance: true,
      resolvedName: null,
      message: 'The name entered does not match the name on the account.',
    };
  if (last === 'nocheck' || last === 'nowhere')
    return {
      outcome: 'COULD_NOT_CHECK',
      requiresCustomerAcceptance: currency === 'EUR',
      resolvedName: null,
      message: 'The name on the account could not be checked.',
    };
  return {
    outcome: 'SUCCESS',
    requiresCustomerAcceptance: false,
    resolvedName: null,
    message: 'The name entered matches the name on the account.',
  };
}

const missingAccount = {
  type: 'ACCOUNT_EXISTENCE',
  outcome: 'FAILURE',
  requiresCustomerAcceptance: true,
  resolvedName: null,
  message: 'The account does not exist at this bank.',
};

/** @param at nine digits of a second, as Wise prints it */
export function outcomesFor(
  account: Pick<RecipientRecord, 'accountHolderName' | 'currency'>,
  at: string,
): ConfirmationOutcome[] {
  const type = checkedAs[account.currency];
  if (type === undefined) return [];
  const verdict = verdictOn(account.accountHolderName, account.currency);
  const providedName = verdict.outcome === 'SUCCESS' ? null : account.accountHolderName;
  const checked = { type, ...verdict, providedName, at };
  return /\bnowhere$/i.test(account.accountHolderName)
    ? [checked, { ...missingAccount, providedName, at }]
    : [checked];
}

/** Asks the bank once more, for a quote. */
export function checkAgain(world: World, recipient: RecipientRecord, quoteId: string): RecipientRecord {
  if (!isConfirmed(recipient.currency)) return recipient;
  const outcomes = outcomesFor(recipient, world.clock.nextInstant());
  return world.recipients.put({ ...recipient, outcomes, checkedWith: quoteId });
}

/** What was accepted for quotes that can no longer be used is let go, so that the list stays short. */
export function acceptOutcomes(
  world: World,
  recipient: RecipientRecord,
  quoteId: string | null,
): RecipientRecord {
  const nowMs = world.clock.now();
  const isLive = (accepted: string | null) => {
    if (accepted === null) return true;
    const quote = world.quotes.get(accepted);
    return quote !== undefined && accepted !== quoteId && quoteStatusOf(quote, nowMs) === 'PENDING';
  };
  const kept = recipient.acceptedFor.filter((accepted) => isLive(accepted.quoteId));
  const at = world.clock.nextInstant();
  return world.recipients.put({ ...recipient, acceptedFor: [...kept, { quoteId, at }] });
}

/** When the outcomes were accepted, for a quote or for all; undefined where they were not. */
export const acceptanceFor = (recipient: RecipientRecord, quoteId: string | null) =>
  recipient.acceptedFor.find((accepted) => accepted.quoteId === null || accepted.quoteId === quoteId);

/**
 * Wise: where an outcome requires it, the customer must have accepted it before the recipient can be paid.
 * Emulator choice: what was accepted with a quote holds for that quote, what was accepted without one for every quote.
 */
export const needsAcceptance = (recipient: RecipientRecord, quoteId: string): boolean =>
  recipient.outcomes.some((outcome) => outcome.requiresCustomerAcceptance) &&
  acceptanceFor(recipient, quoteId) === undefined;
