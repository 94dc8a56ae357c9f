import 'server-only';
import { and, asc, inArray, isNull, not, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { caseTransactions, declineCases } from '../../../db/schema/cases.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { byMoment } from '../../keyset.ts';
import { isCardHeld, isProfileHeld } from '../../legal-holds/is-held.ts';
import { isOfAge, reachedOf } from './plain-class.ts';
import { perPortion, type RetentionWork } from './retention-work.ts';

const { closedAt, id, mergedInto } = declineCases;
const merged = alias(declineCases, 'merged');

/** With its cards, those of what was merged into it and those of what was linked. */
const isNeeded = or(
  isCardHeld(declineCases.profileId, declineCases.cardToken),
  sql`exists (select 1 from ${declineCases} merged where ${merged.mergedInto} = ${id}
    and ${isCardHeld(merged.profileId, merged.cardToken)})`,
  sql`exists (select 1 from ${caseTransactions} where ${caseTransactions.caseId} = ${id}
    and ${isProfileHeld(caseTransactions.profileId)})`,
);

/** What was merged goes with the case that it went on in. */
export const closedCasesClass: RetentionWork = {
  count: (db, range) => db.$count(declineCases, and(isNull(mergedInto), isOfAge(closedAt, range))),
  async deleteSome(tx, range) {
    const due = await tx
      .select({ id, at: byMoment(closedAt).held })
      .from(declineCases)
      .where(and(isNull(mergedInto), isOfAge(closedAt, range), isNeeded && not(isNeeded)))
      .orderBy(asc(closedAt))
      .limit(perPortion)
      // Whoever is about to do something with one has it locked.
      .for('update', { skipLocked: true });
    const ids = due.map((one) => one.id);
    if (ids.length > 0) {
      await tx.delete(declineCases).where(inArray(mergedInto, ids));
      await tx.delete(declineCases).where(inArray(id, ids));
      await publishEvent(tx, { type: 'cases.changed' });
    }
    return { deleted: ids.length, reached: reachedOf(due) };
  },
};
