import type { World } from '../world.ts';
import { validationRefusal } from '../wise/refusal.ts';
import { needsAddress } from './addresses.ts';
import { isTooSmall } from './payment-options.ts';
import { isBlocked } from './quote-notices.ts';
import type { QuoteRecord, RecipientRecord } from './records.ts';
import { faultsOfTransfer, type TransferDetails } from './transfer-form.ts';

/** Wise: the rate is locked, and the quote good, for 30 minutes. */
export const quoteLifeMs = 30 * 60 * 1000;
/** Wise: one that ran out unused can be read for about 48 hours. */
const readableMs = 48 * 60 * 60 * 1000;

export type QuoteStatus = QuoteRecord['status'] | 'EXPIRED';

export function quoteStatusOf(quote: QuoteRecord, nowMs: number): QuoteStatus {
  const isOver = quote.status === 'PENDING' && Date.parse(quote.expirationTime) <= nowMs;
  return isOver ? 'EXPIRED' : quote.status;
}

/** A profile's quote. @returns undefined for another profile's, an unknown one and one that Wise has forgotten */
export function findQuote(world: World, quoteId: string, profileId: number): QuoteRecord | undefined {
  const quote = world.quotes.get(quoteId.toLowerCase());
  if (quote?.profileId !== profileId) return undefined;
  const isForgotten =
    quote.status === 'PENDING' && Date.parse(quote.createdTime) + readableMs <= world.clock.now();
  return isForgotten ? undefined : quote;
}

const refuse = (code: string, message: string, path: string, value: string | number) =>
  validationRefusal(422, { code, message, path, arguments: [path, String(value)] });

/**
 * Emulator choice: Wise tells a code for a recipient without the address that is needed, `INVALID_RECIPIENT`. It is taken for
 * whatever else makes a recipient unfit for a quote as well; another profile's answers as one that does not exist.
 */
export function checkRecipientOrThrow(world: World, quote: QuoteRecord, id: number): RecipientRecord {
  const unfit = (message: string) => refuse('INVALID_RECIPIENT', message, 'targetAccount', id);
  const recipient = world.recipients.get(id);
  const isOwn =
    recipient?.profileId === null
      ? recipient.creatorId === quote.userId
      : recipient?.profileId === quote.profileId;
  if (!recipient || !isOwn) throw unfit('Recipient not found');
  if (!recipient.active) throw unfit('Recipient is not active');
  if (recipient.currency !== quote.targetCurrency)
    throw unfit(`Recipient takes ${recipient.currency}, the quote is for ${quote.targetCurrency}`);
  return recipient;
}

/** Emulator choice: status and code are those of an account's fields. */
function checkDetailsOrThrow(quote: QuoteRecord, recipient: RecipientRecord, details: TransferDetails): void {
  const faults = faultsOfTransfer(quote, recipient, details).map(({ message, path, value }) => ({
    code: 'NOT_VALID',
    message,
    path,
    arguments: [path, value],
  }));
  if (faults.length > 0) throw validationRefusal(422, ...faults);
}

/**
 * Takes a quote for a transfer that is being made. Whether the recipient's name was accepted is asked of `needsAcceptance`,
 * before this.
 * @param use.sourceCurrency of the batch group the transfer goes into
 * @param use.details of the transfer: held against what the transfer requirements ask for; left out, nothing is
 * @returns the quote, ACCEPTED and bound to the recipient
 * @throws {Refusal} 422. Wise: one quote makes one transfer, within its 30 minutes, and none where a notice is BLOCKED.
 * Emulator choice: the status and the codes, of which Wise tells none.
 */
export function acceptQuoteOrThrow(
  world: World,
  use: {
    quoteId: string;
    profileId: number;
    targetAccount: number;
    sourceCurrency?: string;
    details?: TransferDetails;
  },
): QuoteRecord {
  const { details, profileId, quoteId, sourceCurrency, targetAccount } = use;
  const quote = findQuote(world, quoteId, profileId);
  if (!quote) throw refuse('error.quote.not.found', 'Quote not found', 'quoteUuid', quoteId);
  const status = quoteStatusOf(quote, world.clock.now());
  if (status === 'EXPIRED') throw refuse('error.quote.expired', 'Quote has expired', 'quoteUuid', quoteId);
  if (status !== 'PENDING')
    throw refuse('error.quote.already.used', 'Quote was used for another transfer', 'quoteUuid', quoteId);
  if (isBlocked(quote))
    throw refuse('error.quote.blocked', 'Quote cannot be used for a transfer', 'quoteUuid', quoteId);
  if (sourceCurrency !== undefined && sourceCurrency !== quote.sourceCurrency)
    throw refuse(
      'error.quote.source.currency.mismatch',
      `Quote is in ${quote.sourceCurrency}, the group in ${sourceCurrency}`,
      'quoteUuid',
      quoteId,
    );
  if (isTooSmall(quote))
    throw refuse('error.amount.too.low', 'Amount is too small to be sent', 'quoteUuid', quoteId);
  const recipient = checkRecipientOrThrow(world, quote, targetAccount);
  // Wise: this one has no path.
  if (!recipient.address && needsAddress(quote))
    throw validationRefusal(422, { code: 'INVALID_RECIPIENT', message: 'Recipient address is mandatory' });
  if (details) checkDetailsOrThrow(quote, recipient, details);
  return world.quotes.put({ ...quote, targetAccount, status: 'ACCEPTED' });
}

/** Once the transfer's money has arrived. A quote that is no longer kept is let go. */
export function markQuoteFunded(world: World, quoteId: string): void {
  const quote = world.quotes.get(quoteId);
  if (quote?.status === 'ACCEPTED') world.quotes.put({ ...quote, status: 'FUNDED' });
}
