import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { int64 } from './int64.ts';

/**
 * GET v1 activities. `title` holds the tags `<strong>`, `<positive>`, `<negative>` and `<strikethrough>`, and whatever a
 * merchant put into its own name; in practice the amounts hold them too. The amounts are text with a unit ("150 JPY"),
 * not numbers. Types and `status` are open.
 */
export const activity = z.looseObject({
  id: z.string(),
  type: z.string(),
  /** For CARD_TRANSACTION `id` is the transaction's, for CARD_ORDER the order's. */
  resource: orNull(z.looseObject({ type: z.string(), id: z.union([z.string(), int64]) })),
  title: z.string(),
  description: textOrNull,
  primaryAmount: textOrNull,
  secondaryAmount: textOrNull,
  status: z.string(),
  createdOn: z.string(),
  updatedOn: z.string(),
});

/** `cursor` is handed back as the parameter `nextCursor`; null on the last page. */
export const activityListReply = z.looseObject({ cursor: textOrNull, activities: z.array(activity) });

/** Wise: size 1 to 100. */
export const activityPageSize = { min: 1, max: 100, default: 10 } as const;
