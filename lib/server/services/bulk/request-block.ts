import 'server-only';
import { inArray } from 'drizzle-orm';
import { bulkBlock } from '../../approvals/kinds/bulk-block.ts';
import { requestApproval } from '../../approvals/request.ts';
import type { Operator } from '../../auth/operator.ts';
import type { CardPath } from '../../../contracts/cards.ts';
import { countOf } from '../../../format/counts.ts';
import { cards } from '../../db/schema/cards.ts';
import type { Runtime } from '../../runtime.ts';
import type { NewBulkChange } from './start.ts';

/**
 * Asks another person before many cards are blocked. What compliance blocks, only compliance may know of.
 * @param reason shown to whoever decides
 * @returns the approval's id
 */
export async function requestBulkBlock(
  parts: Runtime,
  operator: Operator,
  { bulkId, cards: chosen, reasonSealed, requestId, role }: NewBulkChange,
  reason: string,
): Promise<string> {
  const named = await nameCards(parts, chosen);
  const howMany = countOf(chosen.length, 'card');
  return parts.store.db.transaction(async (tx) => {
    const { approvalId } = await requestApproval(parts, tx, bulkBlock, {
      operator,
      content: { bulkId, requestId, role, reasonSealed, cards: chosen },
      subject: howMany,
      lines: [`Blocks ${howMany} for ever: ${reason}`, ...named],
      resource: { type: 'bulk', id: bulkId },
      ...(role === 'compliance' && { audience: role }),
    });
    return approvalId;
  });
}

async function nameCards({ store }: Runtime, chosen: CardPath[]): Promise<string[]> {
  const rows = await store.db
    .select({ token: cards.token, last: cards.lastFourDigits, holder: cards.cardHolderName })
    .from(cards)
    .where(
      inArray(
        cards.token,
        chosen.map(({ cardToken }) => cardToken),
      ),
    );
  const rowOf = new Map(rows.map((row) => [row.token, row]));
  return chosen.map(({ cardToken, profileId }) => {
    const { holder, last } = rowOf.get(cardToken) ?? {};
    const whose = holder ? `, ${holder}` : '';
    return `Card •••• ${last ?? '????'}${whose}, profile ${profileId}, ${cardToken}`;
  });
}
