import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { ageInDays } from '../../../catalogues/card-order-age.ts';
import { offerToSend } from '../../../catalogues/printing.ts';
import type { CardProduction } from '../../../contracts/card-productions.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardCollections, cards } from '../../db/schema/cards.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { WiseProduction } from '../../wise/resources/card-production.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { selectPrintJobs, toPrintJob } from '../kiosks/read-print-jobs.ts';
import type { LocatedCard } from '../locate-card.ts';
import { momentOf } from '../webhooks/moment.ts';
import { keepProduction } from './keep-production.ts';
import { settleLostSend } from './settle-lost-send.ts';

type Parts = Pick<Runtime, 'store' | 'wise'>;

/** Asks Wise and keeps what it says; null for a card that is not collected at a kiosk. */
export async function askProduction(
  { store, wise }: { store: Runtime['store']; wise: Pick<Runtime['wise'], 'cardProduction'> },
  call: CallOptions,
  { profileId, token }: Pick<LocatedCard, 'profileId' | 'token'>,
): Promise<WiseProduction | null> {
  const askedAt = new Date();
  const told = await wise.cardProduction.getProduction(call, profileId, token).catch((error: unknown) => {
    if (error instanceof WiseError && error.kind === 'not-found') return null;
    throw error;
  });
  if (told === null) return null;
  const step = {
    cardToken: token,
    profileId,
    status: told.status,
    kioskId: told.kioskId,
    errorCode: told.errorCode,
    description: told.description,
    occurredAt: momentOf(told.occurredAt),
    toldAt: askedAt,
    by: 'reading' as const,
  };
  await store.db.transaction((tx) => keepProduction(tx, step));
  await settleLostSend(store.db, step);
  return told;
}

/** @throws AppError not_found; WiseError */
export async function readCardProduction(
  parts: Parts,
  scope: CardScope,
  card: LocatedCard,
): Promise<CardProduction> {
  const call = { userId: card.userId, priority: 'interactive' as const };
  return tellProduction(parts.store.db, scope, card, await askProduction(parts, call, card));
}

/** What is known of it now, beside what Wise said last. */
export async function tellProduction(
  db: Database,
  scope: CardScope,
  { profileId, token }: Pick<LocatedCard, 'profileId' | 'token'>,
  told: WiseProduction | null,
): Promise<CardProduction> {
  const asOf = new Date();
  const [[card], jobs] = await Promise.all([
    db
      .select({
        lastFourDigits: cards.lastFourDigits,
        madeAt: cards.creationTime,
        branchId: cardCollections.branchId,
        isBranchActive: branches.isActive,
      })
      .from(cards)
      .leftJoin(cardCollections, eq(cardCollections.cardToken, cards.token))
      .leftJoin(branches, eq(branches.id, cardCollections.branchId))
      .where(eq(cards.token, token)),
    selectPrintJobs(db).where(eq(printJobs.cardToken, token)).orderBy(desc(printJobs.createdAt)),
  ]);
  if (!card) throw new AppError('not_found');
  const ageDays = ageInDays(card.madeAt, asOf.getTime());
  const [last] = jobs;
  const lastJob = last ? toPrintJob(scope, last) : null;
  const status = told?.status ?? null;
  return {
    profileId,
    cardToken: token,
    lastFourDigits: card.lastFourDigits,
    status,
    kioskId: told?.kioskId ?? null,
    occurredAt: momentOf(told?.occurredAt ?? null)?.toISOString() ?? null,
    errorCode: told?.errorCode ?? null,
    branchId: card.branchId,
    cardMadeAt: card.madeAt,
    ageDays,
    lastJob,
    tries: jobs.length,
    offer: offerToSend({
      status,
      ageDays,
      isBranchInUse: card.isBranchActive ?? true,
      last: lastJob,
      tries: jobs.length,
    }),
    asOf: asOf.toISOString(),
  };
}
