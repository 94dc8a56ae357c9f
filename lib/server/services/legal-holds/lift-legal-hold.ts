import 'server-only';
import { countOf } from '../../../format/counts.ts';
import { legalHoldLift } from '../../approvals/kinds/legal-hold-lift.ts';
import { requestApproval } from '../../approvals/request.ts';
import type { Operator } from '../../auth/operator.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { findLegalHold } from './list-legal-holds.ts';
import { reasonPlace, subjectOf } from './subject.ts';

/**
 * Asks a second person of compliance; until then it stands.
 * @returns the approval's id
 * @throws AppError not_found, or conflict where it was lifted or a lifting waits
 */
export async function requestLift(
  { store, texts, vault }: Pick<Runtime, 'store' | 'texts' | 'vault'>,
  operator: Operator,
  legalHoldId: string,
  reason: string,
): Promise<string> {
  const found = await findLegalHold(store.db, legalHoldId);
  if (!found) throw new AppError('not_found');
  const { keeps, lastFourDigits, profileName, row } = found;
  if (row.liftedAt) throw new AppError('conflict', { detail: 'It was lifted already.' });
  const placedFor = await texts.openFor(subjectOf(row), reasonPlace, row.reasonSealed);
  const customer = profileName ?? `Profile ${row.profileId}`;
  return store.db.transaction(async (tx) => {
    const { approvalId } = await requestApproval({ vault }, tx, legalHoldLift, {
      operator,
      content: { legalHoldId },
      subject: row.cardToken === null ? customer : `Card •••• ${lastFourDigits ?? '????'} of ${customer}`,
      lines: [
        row.cardToken === null ? 'Of the customer with every card.' : 'Of this card alone.',
        ...(placedFor === undefined ? [] : [`Placed because: ${placedFor}`]),
        `Lifted because: ${reason}`,
        `It keeps ${countOf(keeps, 'transaction')} past their time. The next run deletes those that nothing else needs.`,
      ],
      resource: { type: 'legal-hold', id: legalHoldId },
      profileId: row.profileId,
      audience: 'compliance',
      alone: 'of-resource',
    });
    await publishEvent(tx, { type: 'cases.changed' });
    return approvalId;
  });
}
