import { activityResourceTypes } from '../../catalogues/activities.ts';
import { activityStatusValues } from '../../catalogues/statuses.ts';
import { activityPageSize } from '../../contracts/wise/activities.ts';
import type { Activity } from '../activities/activity.ts';
import { activityOfTransaction } from '../activities/of-card-transaction.ts';
import { activityOfGroup, activityOfTransfer } from '../activities/of-transfer.ts';
import { printMilliseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { ProfileRecord } from '../entities.ts';
import { demoActivitiesOf } from '../seeds/demo-activities.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseCount, parseInstant } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { fieldRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const print = (profileId: number, row: Activity) => ({
  id: base64(`MONETARY_ACTIVITY::${profileId}::${row.resource.type}::${row.resource.id}`),
  type: row.type,
  resource: row.resource,
  title: row.title,
  description: row.description,
  primaryAmount: row.primaryAmount,
  secondaryAmount: row.secondaryAmount,
  status: row.status,
  createdOn: printMilliseconds(row.createdAtMs),
  updatedOn: printMilliseconds(row.updatedAtMs),
});

/** Emulator choice: Wise names no order; here the newest come first, and of one moment those of the higher id. */
const isBefore = (a: Place, b: Place) => a.ms > b.ms || (a.ms === b.ms && a.id > b.id);
interface Place {
  ms: number;
  id: string;
}
const placeOf = ({ createdAtMs, resource }: Activity): Place => ({
  ms: createdAtMs,
  id: resource.id.padStart(19, '0'),
});

const printCursor = ({ id, ms }: Place) => base64(JSON.stringify(['TIME', ms, id]));

/** Emulator choice, as of the filters: Wise documents no refusal of this operation. */
function parseCursor(c: EmulatorContext): Place | null {
  const raw = c.req.query('nextCursor');
  if (!raw) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(raw, 'base64').toString());
    if (Array.isArray(read) && typeof read[1] === 'number' && typeof read[2] === 'string')
      return { ms: read[1], id: read[2] };
  } catch {
    // Answered below.
  }
  throw fieldRefusal('nextCursor', 'is no cursor of this list', '');
}

function parseChoice(c: EmulatorContext, name: string, choices: readonly string[]): string | undefined {
  const raw = c.req.query(name);
  if (raw === undefined || choices.includes(raw)) return raw;
  throw fieldRefusal(name, `must be one of ${choices.join(', ')}`, raw);
}

function transferActivitiesOf({ batchGroups, recipients, transfers }: World, profileId: number): Activity[] {
  const single = transfers
    .slice(profileId)
    .filter(({ batchGroupId }) => batchGroupId === null)
    .map((row) => activityOfTransfer(row, recipients.get(row.targetAccount)?.accountHolderName ?? ''));
  const groups = batchGroups.slice(profileId).flatMap((group) => {
    const { paid } = group;
    const rows = group.transferIds.flatMap((id) => transfers.get(id) ?? []);
    return paid ? [activityOfGroup({ ...group, paid }, rows)] : [];
  });
  return [...single, ...groups];
}

/** Card transactions, transfers and batch groups bring activities about; what else happens is the demo data's. */
function activitiesOf(world: World, profile: ProfileRecord): Activity[] {
  const tokens = world.cards.slice(profile.id).map(({ token }) => token);
  const others = world.seed === 'demo' ? demoActivitiesOf(profile, world.plantedAtMs) : [];
  const ofCards = world.cardTransactions.ofCards(tokens).map(activityOfTransaction);
  return [...ofCards, ...transferActivitiesOf(world, profile.id), ...others];
}

export function registerActivities(router: WiseRouter, { world }: Emulator): void {
  router.forUser('GET /v1/profiles/{profileId}/activities', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const size = parseCount(c, 'size', activityPageSize);
    const resourceType = parseChoice(c, 'monetaryResourceType', activityResourceTypes);
    const status = parseChoice(c, 'status', activityStatusValues);
    // Emulator choice: both ends belong to the range, which is of the moment an activity began.
    const sinceMs = c.req.query('since') === undefined ? Number.NEGATIVE_INFINITY : parseInstant(c, 'since');
    const untilMs = c.req.query('until') === undefined ? Number.POSITIVE_INFINITY : parseInstant(c, 'until');
    const after = parseCursor(c);
    const found = activitiesOf(world, profile)
      .filter(
        (row) =>
          (resourceType === undefined || row.resource.type === resourceType) &&
          (status === undefined || row.status === status) &&
          row.createdAtMs >= sinceMs &&
          row.createdAtMs <= untilMs &&
          (after === null || isBefore(after, placeOf(row))),
      )
      .sort((a, b) => (isBefore(placeOf(a), placeOf(b)) ? -1 : 1));
    const page = found.slice(0, size);
    const last = page.at(-1);
    return c.json({
      cursor: last && found.length > size ? printCursor(placeOf(last)) : null,
      activities: page.map((row) => print(profile.id, row)),
    });
  });
}
