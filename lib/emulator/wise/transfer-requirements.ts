import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { printFields } from '../money/accounts/requirements.ts';
import { checkRecipientOrThrow, findQuote } from '../money/quotes.ts';
import { transferFields } from '../money/transfer-form.ts';
import { parseBody } from './parse.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const draftBody = z.object({
  targetAccount: z.int().positive(),
  quoteUuid: z.uuid(),
  customerTransactionId: z.uuid().nullish(),
  originatorLegalEntityType: z.enum(['PRIVATE', 'BUSINESS']).nullish(),
  details: z.record(z.string(), z.string().nullish()).nullish(),
});

export function registerTransferRequirements(router: WiseRouter, { world }: Emulator): void {
  router.forUser('POST /v1/transfer-requirements', async (c, caller) => {
    const { details, quoteUuid, targetAccount } = await parseBody(c, draftBody);
    const known = world.quotes.get(quoteUuid.toLowerCase());
    const quote = known?.userId === caller.user.id ? findQuote(world, quoteUuid, known.profileId) : undefined;
    // Emulator choice: as it would be refused when the transfer is made.
    if (!quote)
      throw validationRefusal(422, {
        code: 'error.quote.not.found',
        message: 'Quote not found',
        path: 'quoteUuid',
        arguments: ['quoteUuid', quoteUuid],
      });
    const recipient = checkRecipientOrThrow(world, quote, targetAccount);
    const filled = Object.fromEntries(
      Object.entries(details ?? {}).flatMap(([key, value]) => (value ? [[key, value] as const] : [])),
    );
    return c.json([{ type: 'transfer', fields: printFields(transferFields(quote, recipient, filled)) }]);
  });
}
