import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { identityChecks, whyNoHandOver } from '../../../catalogues/hand-overs.ts';
import type { handOverBody } from '../../../contracts/hand-overs.schema.ts';
import type { HandOverState } from '../../../contracts/hand-overs.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardCollections, cards } from '../../db/schema/cards.ts';
import { handOvers, productions } from '../../db/schema/kiosks.ts';
import { branches, people } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import { readStatus } from '../card-status.ts';
import type { LocatedCard } from '../locate-card.ts';

const clocksDifferByMs = 5 * 60_000;
const rememberedForMs = 7 * 24 * 60 * 60_000;

/** From the console's own store: the card's page asks Wise by itself. */
export async function readHandOver(
  { store }: Pick<Runtime, 'store'>,
  card: LocatedCard,
): Promise<HandOverState> {
  const { db } = store;
  const [[at], [done], [told]] = await Promise.all([
    readBranch(db, card.token),
    db
      .select({ row: handOvers, branchName: branches.name, handedOverBy: people.name })
      .from(handOvers)
      .innerJoin(branches, eq(branches.id, handOvers.branchId))
      .innerJoin(people, eq(people.id, handOvers.handedOverBy))
      .where(eq(handOvers.cardToken, card.token)),
    db
      .select({ production: productions.status, status: cards.status })
      .from(cards)
      .leftJoin(productions, eq(productions.cardToken, cards.token))
      .where(eq(cards.token, card.token)),
  ]);
  return {
    branch: at ?? null,
    production: told?.production ?? null,
    whyNot: whyNoHandOver(told?.status ?? '', told?.production ?? undefined) ?? null,
    handOver: done
      ? {
          branchName: done.branchName,
          handedOverBy: done.handedOverBy,
          identityCheckedBy: z.enum(identityChecks).parse(done.row.identityCheckedBy),
          collectedAt: done.row.collectedAt.toISOString(),
        }
      : null,
    asOf: new Date().toISOString(),
  };
}

/**
 * A step of its own, before activation: who stands at the counter was compared with the name on the card, and the card left
 * the branch. Wise is asked first whether it is printed and can be used.
 * @throws AppError not_found for a card of no branch, already_handed_over, hand_over_not_offered, validation_failed
 */
export async function handOverCard(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  card: LocatedCard,
  body: z.output<typeof handOverBody>,
  note: (details: Record<string, unknown>) => void,
): Promise<HandOverState> {
  const { db } = parts.store;
  const collectedAt = requireTime(body.collectedAt);
  const [branch] = await readBranch(db, card.token);
  if (!branch || (scope !== 'all' && !scope.branchIds.includes(branch.id))) throw new AppError('not_found');
  note({ branchId: branch.id });
  if (card.ownBranch?.isHandedOver) throw new AppError('already_handed_over');
  const [status, production] = await Promise.all([
    readStatus(parts, card, 'interactive'),
    readProduction(parts, card),
  ]);
  const whyNot = whyNoHandOver(status, production);
  note({ ...(whyNot && { whyNot, cardStatus: status, production: production ?? null }) });
  if (whyNot) throw new AppError('hand_over_not_offered');
  await db.transaction(async (tx) => {
    const [added] = await tx
      .insert(handOvers)
      .values({
        cardToken: card.token,
        branchId: branch.id,
        identityCheckedBy: body.identityCheckedBy,
        handedOverBy: operator.personId,
        collectedAt,
      })
      .onConflictDoNothing()
      .returning({ cardToken: handOvers.cardToken });
    if (!added) throw new AppError('already_handed_over');
    const { profileId, token: cardToken } = card;
    await publishEvent(
      tx,
      { type: 'card.changed', profileId, cardToken },
      { type: 'production.changed', profileId, cardToken },
    );
  });
  return readHandOver(parts, card);
}

const readBranch = (db: Database, cardToken: string) =>
  db
    .select({ id: branches.id, name: branches.name })
    .from(cardCollections)
    .innerJoin(branches, eq(branches.id, cardCollections.branchId))
    .where(eq(cardCollections.cardToken, cardToken));

async function readProduction({ wise }: Runtime, card: LocatedCard): Promise<string | undefined> {
  const call = { userId: card.userId, priority: 'interactive' as const };
  try {
    return (await wise.cardProduction.getProduction(call, card.profileId, card.token)).status;
  } catch (error) {
    if (error instanceof WiseError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

function requireTime(given: string | undefined): Date {
  const now = Date.now();
  const at = given === undefined ? now : Date.parse(given);
  if (at <= now + clocksDifferByMs && at > now - rememberedForMs) return new Date(at);
  throw new AppError('validation_failed', {
    fields: [{ path: 'body.collectedAt', message: 'Within the past seven days, and not later than now.' }],
  });
}
