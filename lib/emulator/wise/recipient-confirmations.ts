import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { checkAccount } from '../money/accounts/check-account.ts';
import { acceptOutcomes, checkAgain, isConfirmed } from '../money/confirmations.ts';
import { checkRecipientOrThrow, findQuote } from '../money/quotes.ts';
import type { QuoteRecord, RecipientRecord } from '../money/records.ts';
import type { EmulatorContext } from './context.ts';
import { isUuid, parseBody, parseUuidParam } from './parse.ts';
import { printConfirmations, printRecipient } from './print-recipient.ts';
import { quoteNotFound } from './quotes.ts';
import { recipientOfCallerOrThrow } from './recipients.ts';
import { fieldRefusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

/** Emulator choice: nothing but an acceptance can be said. */
const acceptanceBody = z.object({ acceptedOutcomes: z.literal(true) });

export function registerRecipientConfirmations(router: WiseRouter, { world }: Emulator): void {
  /** Of the recipient's profile. Emulator choice: for a recipient of the user alone, of any of the user's. */
  const findQuoteFor = (recipient: RecipientRecord, id: string): QuoteRecord | undefined => {
    const quote = world.quotes.get(id);
    const profileId = recipient.profileId ?? quote?.profileId;
    const isOwn = recipient.profileId !== null || quote?.userId === recipient.creatorId;
    return isOwn && profileId !== undefined ? findQuote(world, id, profileId) : undefined;
  };

  /** Wise: details are validated anew for the quote. Emulator choice: what does not fit is 422, as when a transfer is made. */
  const checkForQuoteOrThrow = (recipient: RecipientRecord, quote: QuoteRecord): RecipientRecord => {
    checkRecipientOrThrow(world, quote, recipient.id);
    const { accountHolderName, address, currency, details, email, legalType, type } = recipient;
    const sent = { ...details, address, email, legalType };
    const checked = checkAccount(
      { accountHolderName, currency, type, details: sent },
      { sourceCurrency: quote.sourceCurrency },
    );
    if ('faults' in checked)
      throw validationRefusal(
        422,
        ...checked.faults.map(({ message, path, value }) => ({
          code: 'NOT_VALID',
          message,
          path,
          arguments: [path, value],
        })),
      );
    return checkAgain(world, recipient, quote.id);
  };

  const answer = (
    c: EmulatorContext,
    caller: UserCaller,
    namePath: 'name/fullName' | 'accountHolderName',
  ) => {
    const recipient = recipientOfCallerOrThrow(world, c, caller);
    const quoteId = parseUuidParam(c, 'quoteId');
    const quote = findQuoteFor(recipient, quoteId);
    if (!quote) throw quoteNotFound(quoteId);
    const checked = checkForQuoteOrThrow(recipient, quote);
    return c.json({ accountId: checked.id, quoteId, ...printConfirmations(checked, quoteId, namePath) });
  };

  router.forUser('POST /v2/accounts/{accountId}/quotes/{quoteId}/compatibility', (c, caller) =>
    answer(c, caller, 'name/fullName'),
  );
  router.forUser('POST /v1/accounts/{accountId}/quotes/{quoteId}/compatibility', (c, caller) =>
    answer(c, caller, 'accountHolderName'),
  );

  router.forUser('PATCH /v2/accounts/{accountId}/confirmations', async (c, caller) => {
    await parseBody(c, acceptanceBody);
    const recipient = recipientOfCallerOrThrow(world, c, caller);
    const raw = c.req.query('quoteId');
    const refuse = (message: string) => fieldRefusal('quoteId', message, raw ?? '');
    if (!isConfirmed(recipient.currency))
      throw validationRefusal(422, {
        code: 'NOT_VALID',
        message: `Names are not checked for ${recipient.currency}`,
        path: 'acceptedOutcomes',
      });
    if (raw === undefined) {
      // Wise: outcomes that were checked with a quote are accepted with it.
      if (recipient.checkedWith !== null) throw refuse('is required, the outcomes were checked with a quote');
      return c.json(printRecipient(acceptOutcomes(world, recipient, null)));
    }
    if (!isUuid(raw)) throw refuse('must be a UUID');
    const quote = findQuoteFor(recipient, raw.toLowerCase());
    if (!quote) throw refuse('is no quote of this recipient’s profile');
    return c.json(printRecipient(acceptOutcomes(world, recipient, quote.id)));
  });
}
