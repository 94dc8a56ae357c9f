import 'server-only';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { profiles, wiseConnections } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';
import { storeCards } from '../services/card-index.ts';
import { readMissingProductions } from '../services/branches/missing-productions.ts';
import { storeOwner } from '../services/connections/owner.ts';
import { reachesCards } from '../services/connections/reach.ts';
import { storeProfiles } from '../services/connections/store-profiles.ts';
import { eachAtOnce } from './each-at-once.ts';
import { cardOrdersJob, cardsAgainJob, fillTransactionsJob } from './names.ts';

interface Parts extends Pick<Runtime, 'store' | 'wise'> {
  jobs: Pick<Runtime['jobs'], 'ask'>;
  log: Pick<Runtime['log'], 'info'>;
}

const readAgainAfterMs = 9 * 60 * 1000;
const pageSize = 100;
const tryAgainAfterSeconds = 60;
/** After a start the first pages go before the archive, which takes the store much work. */
const fillAfterSeconds = 60;

/**
 * Reads every profile and its cards into the index, in the background of Wise's budget. What was read lately is left
 * out, so that a run that was cut off goes on where it ended. A connection or profile that fails does not stop the rest, and is
 * read again within a minute or two.
 */
export async function syncCards(parts: Parts): Promise<void> {
  const { db } = parts.store;
  const connections = await db
    .select({ userId: wiseConnections.userId, ownerName: wiseConnections.ownerName })
    .from(wiseConnections)
    .where(eq(wiseConnections.state, 'working'));
  const profileFailures = await eachAtOnce(connections, ({ userId }) => syncProfiles(parts, userId));

  const due = new Date(Date.now() - readAgainAfterMs);
  const stale = await db
    .select({ id: profiles.id, userId: profiles.userId })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(and(reachesCards, or(isNull(profiles.cardsReadAt), lt(profiles.cardsReadAt, due))));
  const cardFailures = await eachAtOnce(stale, (profile) => syncProfileCards(parts, profile));
  const nameless = connections.filter(({ ownerName }) => ownerName === null);
  const ownerFailures = await eachAtOnce(nameless, ({ userId }) => syncOwner(parts, userId));
  const failed = profileFailures + cardFailures + ownerFailures;
  parts.log.info({ connections: connections.length, profiles: stale.length, failed }, 'cards synced');
  if (failed > 0) await parts.jobs.ask(cardsAgainJob, tryAgainAfterSeconds);
  await parts.jobs.ask(cardOrdersJob);
  await parts.jobs.ask(fillTransactionsJob, fillAfterSeconds);
}

async function syncProfiles(parts: Parts, userId: string): Promise<void> {
  const readAt = new Date();
  const told = await parts.wise.profiles.listProfiles({ userId, priority: 'background' });
  await storeProfiles(parts.store.db, userId, told, readAt);
}

/** Who a connection belongs to is told once; those the console was begun with are asked for it here. */
async function syncOwner(parts: Parts, userId: string): Promise<void> {
  const { name } = await parts.wise.users.readMe({ userId, priority: 'background' });
  await storeOwner(parts.store.db, userId, name);
}

/** Every card of one profile, into the index. */
export async function syncProfileCards(
  parts: Pick<Parts, 'store' | 'wise'>,
  profile: { id: string; userId: string },
): Promise<void> {
  const startedAt = new Date();
  const call = { userId: profile.userId, priority: 'background' as const };
  for (let pageNumber = 1, seen = 0; ; pageNumber++) {
    const asOf = new Date();
    const page = await parts.wise.cards.listCards(call, profile.id, { pageSize, pageNumber });
    await storeCards(parts.store.db, page.cards, asOf);
    seen += page.cards.length;
    if (page.cards.length === 0 || seen >= page.totalCount) break;
  }
  await readMissingProductions(parts, call, profile.id);
  await parts.store.db.update(profiles).set({ cardsReadAt: startedAt }).where(eq(profiles.id, profile.id));
}
