import 'server-only';
import { and, asc, eq, gte, or } from 'drizzle-orm';
import type { CaseDetail, CaseEntry } from '../../../contracts/cases.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { cards } from '../../db/schema/cards.ts';
import { people } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import { reasonPlace } from '../card-holds/read-holds.ts';
import { isStanding } from '../card-holds/whose.ts';
import type { CaseRow } from './to-case.ts';

interface CardState {
  card: CaseDetail['card'];
  /** Holds that were placed while the case was there, as steps of it. */
  entries: CaseEntry[];
}

/** What compliance holds of a case's card, wherever it was placed, and the card's status as the index has it. */
export async function readCardState(
  { store, texts }: Pick<Runtime, 'store' | 'texts'>,
  { cardToken, openedAt }: CaseRow,
): Promise<CardState> {
  const [rows, [known]] = await Promise.all([
    store.db
      .select({ hold: cardHolds, heldBy: people.name })
      .from(cardHolds)
      .innerJoin(people, eq(people.id, cardHolds.heldBy))
      .where(
        and(
          eq(cardHolds.cardToken, cardToken),
          eq(cardHolds.owner, 'compliance'),
          or(isStanding, gte(cardHolds.placedAt, openedAt)),
        ),
      )
      .orderBy(asc(cardHolds.placedAt)),
    store.db.select({ status: cards.status }).from(cards).where(eq(cards.token, cardToken)),
  ]);
  const holds = await Promise.all(
    rows.map(async ({ heldBy, hold }) => ({
      ...hold,
      heldBy,
      reason: (await texts.openFor(cardToken, reasonPlace, hold.reasonSealed)) ?? null,
    })),
  );
  const standing = holds.find(({ liftedAt }) => liftedAt === null);
  return {
    card: {
      status: known?.status ?? null,
      hold: standing
        ? {
            heldBy: standing.heldBy,
            reviewOn: standing.reviewOn,
            isOfThisCase: standing.placedAt >= openedAt,
          }
        : null,
    },
    entries: holds
      .filter(({ placedAt }) => placedAt >= openedAt)
      .map(({ heldBy, id, placedAt, reason, reviewOn }) => ({
        id,
        kind: 'held',
        at: placedAt.toISOString(),
        by: heldBy,
        to: null,
        mentions: [],
        count: null,
        isOfMerged: false,
        outcome: null,
        severity: null,
        followUpOn: reviewOn,
        text: reason,
      })),
  };
}
