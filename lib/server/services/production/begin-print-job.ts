import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { needsClearanceAt, notToSendWords, type SendOffer } from '../../../catalogues/printing.ts';
import type { sendToKioskBody } from '../../../contracts/card-productions.schema.ts';
import { isoDay } from '../../../format/times.ts';
import { type Operator, scopeOf } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks, plasticMovements, printJobs } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import { readWitnesses } from '../branches/witnesses.ts';
import type { LocatedCard } from '../locate-card.ts';
import { isOpen } from './print-job-state.ts';

type Send = z.output<typeof sendToKioskBody>;
type Kiosk = Awaited<ReturnType<typeof findKiosk>>;

/** Who sends a card to a kiosk. */
export type Sender = Pick<Operator, 'branches' | 'flags' | 'personId' | 'role'>;

/**
 * The kiosk a card may be sent to by this person.
 * @throws AppError not_found for another branch's and an unknown one alike, branch_not_in_use, kiosk_not_in_use,
 * kiosk_of_other_branch
 */
export async function requireKiosk(
  db: Database,
  operator: Sender,
  kioskId: string,
  cardBranchId: string | null,
): Promise<NonNullable<Kiosk>> {
  const kiosk = await findKiosk(db, kioskId);
  const scope = scopeOf(operator, 'production.send');
  const isOwn = scope === 'all' || (kiosk !== undefined && scope?.branchIds.includes(kiosk.branchId));
  if (!kiosk || !isOwn) throw new AppError('not_found');
  if (!kiosk.isBranchActive) throw new AppError('branch_not_in_use');
  if (!kiosk.isActive) throw new AppError('kiosk_not_in_use');
  if (cardBranchId !== null && cardBranchId !== kiosk.branchId) throw new AppError('kiosk_of_other_branch');
  return kiosk;
}

async function findKiosk(db: Database, kioskId: string) {
  const [kiosk] = await db
    .select({
      id: kiosks.id,
      branchId: kiosks.branchId,
      isActive: kiosks.isActive,
      isBranchActive: branches.isActive,
      timeZone: branches.timeZone,
    })
    .from(kiosks)
    .innerJoin(branches, eq(branches.id, kiosks.branchId))
    .where(eq(kiosks.id, kioskId));
  return kiosk;
}

/** @throws AppError production_not_offered, card_too_old_to_print, production_account_missing, production_clearance_missing */
export function requireOffer(offer: SendOffer, { again, kioskId }: Send): void {
  if (offer.whyNot === 'too-old') throw new AppError('card_too_old_to_print');
  if (offer.whyNot !== null)
    throw new AppError('production_not_offered', { detail: notToSendWords[offer.whyNot] });
  if (!offer.needsAccount) return;
  if (!again) throw new AppError('production_account_missing');
  if (offer.needsEmptyTrays && again.previousPlastic === 'with-engineer')
    throw wrong('again.previousPlastic', 'The trays have to be searched first: say what was found.');
  if (needsClearanceAt(offer, kioskId) && again.clearedBy === undefined)
    throw new AppError('production_clearance_missing');
}

const wrong = (field: string, message: string) =>
  new AppError('validation_failed', { fields: [{ path: `body.${field}`, message }] });

/**
 * The attempt stands in the store before Wise is asked, and the store lets one stand: two sends of one card are impossible,
 * from any number of tabs, people and replicas. What was done with the plastic of the try before is recorded with it.
 * @throws AppError production_under_way, production_tried_since, validation_failed
 */
export async function beginPrintJob(
  db: Database,
  operator: Sender,
  card: LocatedCard,
  kiosk: NonNullable<Kiosk>,
  { again }: Send,
): Promise<{ id: string; createdAt: Date }> {
  return db.transaction(async (tx) => {
    // The same lock as what Wise tells of this card.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`production of ${card.token}`}, 0))`,
    );
    const jobs = await tx
      .select()
      .from(printJobs)
      .where(eq(printJobs.cardToken, card.token))
      .orderBy(desc(printJobs.createdAt));
    if (jobs.some(({ state }) => isOpen(state))) throw new AppError('production_under_way');
    const before = jobs[0];
    if ((before?.id ?? null) !== (again?.afterJobId ?? null)) throw new AppError('production_tried_since');
    if (again?.previousPlastic === 'destroyed') {
      const witnesses = await readWitnesses(tx, kiosk.branchId, operator.personId);
      if (!witnesses.some(({ id }) => id === again.witnessId))
        throw wrong(
          'again.witnessId',
          'Destroying takes a second person: a manager here or an administrator.',
        );
      await tx
        .insert(plasticMovements)
        .values(
          ['spoiled', 'destroyed'].map((kind) => ({
            branchId: before?.branchId ?? kiosk.branchId,
            kioskId: before?.branchId ? before.kioskId : kiosk.id,
            day: isoDay(new Date(), kiosk.timeZone),
            kind,
            quantity: 1,
            printJobId: before?.id ?? null,
            recordedBy: operator.personId,
            witnessedBy: again.witnessId ?? null,
          })),
        )
        .onConflictDoNothing();
    }
    const [job] = await tx
      .insert(printJobs)
      .values({
        cardToken: card.token,
        profileId: card.profileId,
        kioskId: kiosk.id,
        branchId: kiosk.branchId,
        sentBy: operator.personId,
        createdAt: new Date(),
        state: 'sending',
        retryOf: before?.id ?? null,
        whatWasDone: again
          ? [again.clearedBy && `${again.clearedBy} agreed.`, again.whatWasDone].filter(Boolean).join(' ')
          : null,
        previousPlastic: again?.previousPlastic ?? null,
      })
      .returning({ id: printJobs.id, createdAt: printJobs.createdAt });
    if (!job) throw new AppError('internal_error');
    await publishEvent(tx, {
      type: 'production.changed',
      profileId: card.profileId,
      cardToken: card.token,
    });
    return job;
  });
}
