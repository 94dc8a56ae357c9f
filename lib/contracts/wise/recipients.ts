import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { int64 } from './int64.ts';

/** What Wise found out about the name behind an account. Types and outcomes are open. */
export const confirmations = z.looseObject({
  acceptedOutcomes: orNull(z.boolean()),
  quoteId: textOrNull,
  outcomes: orNull(
    z.array(
      z.looseObject({
        type: z.string(),
        outcome: z.string(),
        requiresCustomerAcceptance: orNull(z.boolean()),
        providedName: textOrNull,
        resolvedName: textOrNull,
        message: textOrNull,
      }),
    ),
  ),
});

/** Values are texts, but addresses and what is null stand among them. */
const details = z.record(z.string(), z.unknown());

/**
 * Wise answers in one of two shapes: the newer with `name`, `profileId` and a type such as `SortCode`, the older with
 * `accountHolderName`, `profile` and the type as it was sent (`sort_code`).
 */
export const recipient = z.looseObject({
  id: int64,
  profileId: orNull(int64),
  profile: orNull(int64),
  name: orNull(z.looseObject({ fullName: textOrNull })),
  accountHolderName: textOrNull,
  currency: z.string(),
  country: textOrNull,
  type: z.string(),
  legalEntityType: textOrNull,
  active: z.boolean(),
  details: orNull(details),
  accountSummary: textOrNull,
  confirmations: orNull(confirmations),
});

/** GET v2: sought by the account's id. Wise: `size` is at most 20. */
export const recipientListReply = z.looseObject({
  content: z.array(recipient),
  seekPositionForNext: orNull(int64),
  size: orNull(z.union([z.number(), z.bigint()]).transform(Number)),
});
export const recipientPageSize = { min: 1, max: 20 } as const;

const wholeOrNull = orNull(z.union([z.number(), z.bigint()]).transform(Number));

/** `type` of a field is text, select, radio or date today and left open; a key may be dotted (`address.country`). */
export const requirementField = z.looseObject({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  refreshRequirementsOnChange: orNull(z.boolean()),
  required: orNull(z.boolean()),
  displayFormat: textOrNull,
  example: textOrNull,
  minLength: wholeOrNull,
  maxLength: wholeOrNull,
  validationRegexp: textOrNull,
  valuesAllowed: orNull(z.array(z.looseObject({ key: z.string(), name: z.string() }))),
});

/** One kind of account (or, of transfers, one form) with the fields it needs. */
export const requirements = z.looseObject({
  type: z.string(),
  title: textOrNull,
  usageInfo: textOrNull,
  fields: z.array(z.looseObject({ name: textOrNull, group: z.array(requirementField) })),
});
export type Requirements = z.output<typeof requirements>;
export type RequirementField = z.output<typeof requirementField>;

/** GET and POST of account requirements, POST of transfer requirements. */
export const requirementsReply = z.array(requirements);

/** POST of an account with a quote: what Wise knows about the name before money is sent. */
export const compatibilityReply = z.looseObject({
  accountId: orNull(int64),
  quoteId: textOrNull,
  confirmations: orNull(confirmations),
});
