import 'server-only';
import { eq } from 'drizzle-orm';
import type { CardTransaction } from '../../../contracts/card-transactions.ts';
import type { CardScope, Reader } from '../../auth/operator.ts';
import { cards } from '../../db/schema/cards.ts';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { Transaction, TransactionDetail } from '../../wise/resources/to-wise-transaction.ts';
import { withoutHolder } from '../branches/own-branch.ts';
import { findSwitchesAt } from '../spending-permission-readings/find-readings.ts';
import { type LocatedCard, locateCard } from '../locate-card.ts';
import { WiseError } from '../../wise/errors.ts';
import { readToldSince } from '../retention/cutoffs.ts';
import { findArchived, readSteps } from './archive/read-archived.ts';
import { readControl } from './control.ts';
import { readChangedSince } from './exports/changed-since.ts';
import { readTransactions } from './find.ts';
import { netPerBalance } from './net.ts';
import { visibleRange } from './range.ts';
import { readValues } from './reporting/tell-value.ts';
import { findLikelyOriginal, findLikelyRefunds, findSecondTry, secondTryMs, toRelated } from './related.ts';
import { tellTransaction } from './tell.ts';

/**
 * One transaction with all that explains it.
 * @throws AppError not_found for an unknown one, another profile's, one of a card outside the person's reach and one that
 * has passed its time alike
 */
export async function readTransaction(
  parts: Runtime,
  scope: CardScope,
  reader: Reader,
  path: { profileId: string; transactionId: string },
): Promise<CardTransaction> {
  const [profile] = await parts.store.db
    .select({ userId: profiles.userId })
    .from(profiles)
    .where(eq(profiles.id, path.profileId));
  if (!profile) throw new AppError('not_found');
  const { transaction, keptAt } = await findTransaction(parts, reader, profile, path);
  const card = await locateCard(parts, path.profileId, transaction.cardToken, scope);
  return explainTransaction(parts, card, reader, transaction, keptAt);
}

/** As Wise shows it now, else as the console kept it: Wise forgets after 90 days. */
async function findTransaction(
  { store: { db }, wise }: Runtime,
  reader: Reader,
  { userId }: { userId: string },
  path: { profileId: string; transactionId: string },
): Promise<{ transaction: TransactionDetail; keptAt?: Date }> {
  const since = await readToldSince(db, reader, 'card-transactions');
  const isTold = ({ creationTime }: TransactionDetail) => !since || new Date(creationTime) >= since;
  const call = { userId, priority: 'interactive' as const };
  try {
    const { profileId, transactionId } = path;
    const transaction = await wise.cardTransactions.getCardTransaction(call, profileId, transactionId);
    if (!isTold(transaction)) throw new AppError('not_found');
    return { transaction };
  } catch (error) {
    const isForgotten =
      error instanceof WiseError && (error.kind === 'not-found' || error.kind === 'refused');
    const kept = isForgotten ? await findArchived(db, path) : undefined;
    // What is kept and not told is refused as what is not kept.
    if (!kept || !isTold(kept.transaction)) throw error;
    return { transaction: kept.transaction, keptAt: kept.toldAt };
  }
}

export async function explainTransaction(
  parts: Runtime,
  card: LocatedCard,
  reader: Reader,
  transaction: TransactionDetail,
  keptAt?: Date,
): Promise<CardTransaction> {
  const path = { profileId: card.profileId, transactionId: transaction.id };
  const { db } = parts.store;
  const isOfSwitch = transaction.reason?.remedyFor(reader) === 'spending-permission';
  const switchesThen = isOfSwitch
    ? await findSwitchesAt(db, card.token, new Date(transaction.creationTime))
    : null;
  const named = { profileId: card.profileId, id: transaction.id };
  const [row, others, control, steps, valueOf, changedSince] = await Promise.all([
    readHolder(parts, card),
    readNeighbours(parts, card, transaction),
    readControl(parts, card, reader, transaction, switchesThen),
    readSteps(db, path),
    readValues(db, card.profileId, [transaction.id]),
    readChangedSince(db, reader, [named]),
  ]);
  const secondTry = findSecondTry(transaction, others);
  const original = findLikelyOriginal(transaction, others);
  return {
    ...tellTransaction(reader, transaction),
    ...row,
    profileId: card.profileId,
    net: netPerBalance(transaction),
    decline: transaction.reason
      ? {
          reason: transaction.reason.explainTo(reader),
          control,
          switchesThen,
          wentThrough: secondTry ? toRelated(secondTry) : null,
        }
      : null,
    likelyOriginal: original ? toRelated(original) : null,
    likelyRefunds: findLikelyRefunds(transaction, others).map(toRelated),
    steps,
    reporting: valueOf(transaction.id),
    changedSince: changedSince(named),
    isFromArchive: keptAt !== undefined,
    readAt: (keptAt ?? new Date()).toISOString(),
  };
}

async function readHolder(parts: Runtime, card: LocatedCard) {
  const [row] = await parts.store.db
    .select({ lastFourDigits: cards.lastFourDigits, cardHolderName: cards.cardHolderName })
    .from(cards)
    .where(eq(cards.token, card.token));
  if (!row) return { lastFourDigits: '', cardHolderName: null };
  return card.isHolderShown ? row : withoutHolder(row);
}

/** What may belong to it: for a decline the hour after, for a refund all before, for a purchase all after. */
async function readNeighbours(
  parts: Runtime,
  card: LocatedCard,
  transaction: TransactionDetail,
): Promise<Transaction[]> {
  const at = new Date(transaction.creationTime);
  const now = new Date();
  const asked =
    transaction.type === 'REFUND'
      ? { from: undefined, to: at }
      : transaction.state === 'DECLINED'
        ? { from: at, to: new Date(at.getTime() + secondTryMs) }
        : { from: at, to: now > at ? now : at };
  const range = visibleRange(asked.from?.toISOString(), asked.to.toISOString(), now);
  const found: Transaction[] = [];
  try {
    for await (const other of readTransactions(parts, card, range)) {
      if (other.id !== transaction.id) found.push(other);
      if (found.length === mostNeighbours) break;
    }
  } catch {
    // The transaction itself stands; what may belong to it is an extra.
  }
  return found;
}

const mostNeighbours = 500;
