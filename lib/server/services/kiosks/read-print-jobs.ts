import 'server-only';
import { eq, type SQL } from 'drizzle-orm';
import { plasticPlaces } from '../../../catalogues/printing.ts';
import { printJob } from '../../../contracts/card-productions.schema.ts';
import type { PrintJob } from '../../../contracts/card-productions.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { handOvers, kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { people } from '../../db/schema/staff.ts';
import { inBranchesOf } from '../branches/in-branches-of.ts';

export const selectPrintJobs = (db: Database) =>
  db
    .select({
      job: printJobs,
      lastFourDigits: cards.lastFourDigits,
      cardHolderName: cards.cardHolderName,
      kioskPlace: kiosks.place,
      sentBy: people.name,
      handedOverAt: handOvers.createdAt,
    })
    .from(printJobs)
    .leftJoin(cards, eq(cards.token, printJobs.cardToken))
    .leftJoin(kiosks, eq(kiosks.id, printJobs.kioskId))
    .leftJoin(people, eq(people.id, printJobs.sentBy))
    .leftJoin(handOvers, eq(handOvers.cardToken, printJobs.cardToken));
export type FoundPrintJob = Awaited<ReturnType<typeof selectPrintJobs>>[number];

/** Jobs of the reader's branches. */
export const jobsInScope = (scope: CardScope): SQL | undefined => inBranchesOf(scope, printJobs.branchId);

const textOf = (at: Date | null) => at?.toISOString() ?? null;

/** What is sent to a page. A branch is told the holder until the card was handed over. */
export function toPrintJob(scope: CardScope, found: FoundPrintJob): PrintJob {
  const { job, cardHolderName, handedOverAt, kioskPlace, lastFourDigits, sentBy } = found;
  const { endedAt, occurredAt, previousPlastic } = job;
  return printJob.parse({
    id: job.id,
    profileId: job.profileId,
    cardToken: job.cardToken,
    lastFourDigits,
    cardHolderName: scope === 'all' || handedOverAt === null ? cardHolderName : null,
    kioskId: job.kioskId,
    kioskPlace,
    branchId: job.branchId,
    state: job.state,
    sentBy,
    createdAt: job.createdAt.toISOString(),
    occurredAt: textOf(occurredAt),
    endedAt: textOf(endedAt),
    durationMs: endedAt && occurredAt ? Math.max(0, endedAt.getTime() - occurredAt.getTime()) : null,
    errorStatus: job.errorStatus,
    errorCode: job.errorCode,
    retryOf: job.retryOf,
    whatWasDone: job.whatWasDone,
    previousPlastic: plasticPlaces.find((place) => place === previousPlastic) ?? null,
  });
}
