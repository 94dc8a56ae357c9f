import 'server-only';
import { acceptanceOfName } from '../../../../contracts/batch-rows.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseConfirmations } from '../../../wise/resources/recipients.ts';
import { type RowContent, sealContent } from '../rows/content.ts';
import { askWise } from './ask-wise.ts';
import { type Row, RowEnded } from './row-outcome.ts';
import { saveRow } from './save-row.ts';
import type { SendingGroup } from './send-row.ts';

/** Wise: names are checked for these only. */
const checkedCurrencies: readonly (string | null)[] = ['KRW', 'INR', 'IDR', 'EUR'];

type Outcome = NonNullable<WiseConfirmations['outcomes']>[number];

/**
 * Wise compares the name with the bank's, and asks whether the account is there. What differs, or could not be checked, waits
 * for a person, all of it together; what a person accepted is told to Wise with this quote.
 */
export async function requireAcceptedName(
  parts: Runtime,
  { userId }: SendingGroup,
  row: Row,
  { content, recipientId, quoteId }: { content: RowContent; recipientId: string; quoteId: string },
): Promise<void> {
  if (!checkedCurrencies.includes(row.targetCurrency)) return;
  const options = { userId, priority: 'background' } as const;
  const confirmations = await askWise('name', row.tries, () =>
    parts.wise.recipients.checkName(options, recipientId, quoteId),
  );
  const open = (confirmations?.outcomes ?? []).filter(isOpen);
  if (open.length === 0 || confirmations?.acceptedOutcomes === true) return;
  if (open.every((outcome) => content.accepted.includes(acceptanceOfName(outcome)))) {
    await askWise('name', row.tries, () => parts.wise.recipients.acceptName(options, recipientId, quoteId));
    return;
  }
  const contentSealed = sealContent(parts.vault, row, {
    ...content,
    nameChecks: open.map(({ type, outcome, providedName, resolvedName }) => ({
      type,
      outcome,
      providedName,
      resolvedName,
    })),
  });
  await saveRow(parts, row, { contentSealed, recipientId });
  throw new RowEnded({ kind: 'held-back', step: 'name', code: 'batch_name_differs' });
}

/** An outcome nobody knows yet is not a pass either. */
const isOpen = ({ outcome, requiresCustomerAcceptance }: Outcome): boolean =>
  requiresCustomerAcceptance === true || outcome !== 'SUCCESS';
