import 'server-only';
import { activityResourceTypes } from '../../../catalogues/activities.ts';
import { type Holder, can } from '../../../catalogues/console-permissions.ts';
import type { Activity } from '../../../contracts/activities.ts';
import { cardTransactionSightDays } from '../../../contracts/wise/card-transactions.ts';
import { keepStrongWords } from '../../../format/emphasis.ts';
import type { WiseActivity } from '../../wise/resources/activities.ts';
import { batchIdOf } from './batch-groups-of.ts';

const dayMs = 86_400_000;
const wentThrough: readonly string[] = ['COMPLETED', 'IN_PROGRESS'];
const besideCards: readonly string[] = activityResourceTypes.filter((type) => !type.startsWith('CARD_'));

/**
 * Wise's words about a card payment that did not go through may name why, in text no catalogue knows. What Wise does not
 * document may be about one too.
 */
function mayNameCause({ resource, status }: WiseActivity): boolean {
  return !wentThrough.includes(status) && !besideCards.includes(resource?.type ?? '');
}

function transactionOf({ createdOn, resource }: WiseActivity, now: Date): string | null {
  if (resource?.type !== 'CARD_TRANSACTION' || !/^\d{1,19}$/.test(resource.id)) return null;
  return Date.parse(createdOn) >= now.getTime() - cardTransactionSightDays * dayMs ? resource.id : null;
}

/**
 * The activity as `reader` may know it: the name of the other side is for everybody, words about a decline for compliance.
 * @param groups of `findBatchGroups`
 */
export function tellActivity(
  reader: Holder,
  told: WiseActivity,
  now: Date,
  groups: ReadonlyMap<string, string> = new Map(),
): Activity {
  const isWithheld = mayNameCause(told) && !can(reader, 'decline-reasons.restricted');
  return {
    id: told.id,
    type: told.type,
    resource: told.resource && { type: told.resource.type, id: told.resource.id },
    title: isWithheld ? keepStrongWords(told.title) : told.title,
    description: isWithheld ? null : told.description || null,
    primaryAmount: told.primaryAmount || null,
    secondaryAmount: told.secondaryAmount || null,
    status: told.status,
    createdOn: told.createdOn,
    updatedOn: told.updatedOn,
    transactionId: transactionOf(told, now),
    batchGroupId: groups.get(batchIdOf(told) ?? '') ?? null,
  };
}
