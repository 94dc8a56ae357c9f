import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { givenOf } from '../money/accounts/check-account.ts';
import { printRequirements } from '../money/accounts/requirements.ts';
import { findQuote } from '../money/quotes.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody } from './parse.ts';
import { quoteNotFound } from './quotes.ts';
import { fieldRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

/** The recipient as far as it is filled in. */
const draftBody = z.object({
  type: z.string().nullish(),
  details: z.record(z.string(), z.unknown()).nullish(),
});

const entityTypes: readonly string[] = ['BUSINESS', 'PRIVATE'];

export function registerAccountRequirements(router: WiseRouter, { world }: Emulator): void {
  const answer = (c: EmulatorContext, caller: UserCaller, draft: z.infer<typeof draftBody> | null) => {
    // Wise: quotes of old have whole numbers for ids. Emulator choice: there are none of those.
    const id = c.req.param('quoteId') ?? '';
    const known = world.quotes.get(id.toLowerCase());
    const quote = known?.userId === caller.user.id ? findQuote(world, id, known.profileId) : undefined;
    if (!quote) throw quoteNotFound(id);
    // Emulator choice: who the sender is changes nothing.
    const originator = c.req.query('originatorLegalEntityType');
    if (originator !== undefined && !entityTypes.includes(originator))
      throw fieldRefusal('originatorLegalEntityType', 'must be BUSINESS or PRIVATE', originator);
    const route = {
      sourceCurrency: quote.sourceCurrency,
      targetCurrency: quote.targetCurrency,
      addressRequired: c.req.query('addressRequired') === 'true',
    };
    const filled = draft?.type ? { type: draft.type.toLowerCase(), given: givenOf(draft.details) } : null;
    return c.json(printRequirements(route, filled, c.req.header('accept-minor-version') === '1'));
  };

  router.forUser('GET /v1/quotes/{quoteId}/account-requirements', (c, caller) => answer(c, caller, null));
  router.forUser('POST /v1/quotes/{quoteId}/account-requirements', async (c, caller) =>
    answer(c, caller, await parseBody(c, draftBody)),
  );
}
