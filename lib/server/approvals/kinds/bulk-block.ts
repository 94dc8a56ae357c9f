import 'server-only';
import { z } from 'zod';
import { roles } from '../../../catalogues/console-permissions.ts';
import { cardPath } from '../../../contracts/cards.schema.ts';
import { bulkJob } from '../../jobs/names.ts';
import { insertBulkChange } from '../../services/bulk/start.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

const content = z.object({
  bulkId: z.uuid(),
  requestId: z.string(),
  /** Of whoever asks: with another one they may not do it any more. */
  role: z.enum(roles),
  /** Under the change's own subject key. */
  reasonSealed: z.string(),
  cards: z.array(cardPath),
});

/** The change begins as if its maker had begun it now, with the rights that they have at each card. */
export const bulkBlock: ApprovalKind<z.output<typeof content>> = {
  kind: 'cards.bulk-block',
  content,
  mayDecide: mayDecideByFlag,
  async carryOut(tx, { bulkId, cards, reasonSealed, requestId, role }, { note, row }) {
    note({ bulkId, cards: cards.length });
    const status = 'BLOCKED' as const;
    await insertBulkChange(tx, {
      bulkId,
      personId: row.requestedBy,
      role,
      status,
      reasonSealed,
      requestId,
      cards,
    });
  },
  async afterApproval(parts) {
    // It runs every minute anyway.
    await parts.jobs.ask(bulkJob).catch(() => undefined);
    return {};
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
