import type { Emulator } from '../emulator.ts';
import { changeQuote, makeQuote, payOutTo } from '../money/quote-making.ts';
import { checkRecipientOrThrow, findQuote, quoteStatusOf } from '../money/quotes.ts';
import type { QuoteRecord } from '../money/records.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { checkContentTypeOrThrow, parseJsonOrThrow, parseUuidParam, readJson } from './parse.ts';
import { printExampleQuote, printQuote } from './print-quote.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { type QuotePatch, parseQuotePatch, parseQuoteRequest } from './quote-body.ts';
import { accessRefusal, invalidToken, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import { identifyCaller, type UserCaller } from './tokens.ts';

export const quoteNotFound = (id: string) =>
  validationRefusal(404, {
    code: 'error.quote.not.found',
    message: 'Quote not found',
    path: 'quoteId',
    arguments: ['quoteId', id],
  });

/** Emulator choice: another profile's quote, an unknown one and one that Wise has forgotten answer the same 404. */
function quoteOfCallerOrThrow(world: World, c: EmulatorContext, caller: UserCaller): QuoteRecord {
  const profile = profileOfCallerOrThrow(world, c, caller);
  const id = parseUuidParam(c, 'quoteId');
  const quote = findQuote(world, id, profile.id);
  if (!quote) throw quoteNotFound(id);
  return quote;
}

/** The quote with a recipient, who may change how it is paid out and so what it costs. */
function bindOrThrow(world: World, quote: QuoteRecord, targetAccount: number, payOut: string): QuoteRecord {
  const recipient = checkRecipientOrThrow(world, quote, targetAccount);
  return changeQuote(quote, { targetAccount, payOut: payOutTo(recipient, payOut) });
}

function patchOrThrow(world: World, quote: QuoteRecord, patch: QuotePatch): QuoteRecord {
  const { paymentMetadata: metadata, pricingConfiguration: pricing, targetAccount } = patch;
  const payOut = patch.payOut === undefined ? quote.payOut : (patch.payOut ?? 'BANK_TRANSFER');
  const changed = changeQuote(quote, {
    payOut,
    // Wise: pricing that was passed once remains where a later update leaves it out.
    ...(pricing === undefined
      ? {}
      : { pricing: pricing && { variable: pricing.fee.variable, fixed: pricing.fee.fixed } }),
    ...(metadata === undefined ? {} : { transferNature: metadata?.transferNature ?? null }),
  });
  const bound = targetAccount === undefined ? quote.targetAccount : targetAccount;
  if (bound === null) return { ...changed, targetAccount: null };
  return bindOrThrow(world, changed, bound, payOut);
}

export function registerQuotes(router: WiseRouter, { world }: Emulator): void {
  // Wise: without a token, or with a client's for its own price.
  router.open('POST /v3/quotes', async (c) => {
    if (c.req.header('authorization') !== undefined) {
      const caller = identifyCaller(world, c);
      if (!caller) throw invalidToken();
      if (caller.kind !== 'client') throw accessRefusal('This needs a client credentials token, or none');
    }
    const request = { ...parseQuoteRequest(await readJson(c)), profileId: null, targetAccount: null };
    return c.json(printExampleQuote(world, makeQuote(request, world.clock.now())));
  });

  router.forUser('POST /v3/profiles/{profileId}/quotes', async (c, caller) => {
    const { id: profileId } = profileOfCallerOrThrow(world, c, caller);
    const request = parseQuoteRequest(await readJson(c));
    const made: QuoteRecord = {
      ...makeQuote({ ...request, profileId }, world.clock.now(), world.settings.quoteLifeMs),
      id: world.random.ids.uuid(),
      profileId,
      userId: caller.user.id,
      status: 'PENDING',
    };
    const { payOut, targetAccount } = request;
    const quote = targetAccount === null ? made : bindOrThrow(world, made, targetAccount, payOut);
    return c.json(printQuote(world, world.quotes.put(quote)));
  });

  router.forUser('GET /v3/profiles/{profileId}/quotes/{quoteId}', (c, caller) =>
    c.json(printQuote(world, quoteOfCallerOrThrow(world, c, caller))),
  );

  router.forUser('PATCH /v3/profiles/{profileId}/quotes/{quoteId}', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    checkContentTypeOrThrow(c, /^application\/merge-patch\+json\b/i);
    const patch = parseQuotePatch(parseJsonOrThrow(await c.req.text()));
    const quote = quoteOfCallerOrThrow(world, c, caller);
    // Emulator choice: a quote that was used or ran out can no longer be changed; Wise names no code.
    const status = quoteStatusOf(quote, world.clock.now());
    if (status !== 'PENDING')
      throw validationRefusal(422, {
        code: status === 'EXPIRED' ? 'error.quote.expired' : 'error.quote.already.used',
        message: `Quote is ${status.toLowerCase()}`,
        path: 'quoteId',
        arguments: ['quoteId', quote.id],
      });
    return c.json(printQuote(world, world.quotes.put(patchOrThrow(world, quote, patch))));
  });
}
