import type { Emulator } from '../emulator.ts';
import type { TransferRecord } from '../money/records.ts';
import { catchUpTransfer } from '../money/transfers.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseCount, parseInstant } from './parse.ts';
import { accessRefusal, validationRefusal } from './refusal.ts';
import type { UserCaller } from './tokens.ts';

/** Emulator choice: Wise tells neither the usual length of a page nor the longest. */
const pageSize = { min: 1, max: 100, default: 10 };
const readAtOnce = 100;

/** Wise: of the personal profile unless another one is named. Emulator choice: who has none has no transfers there. */
function profileIdOrThrow(world: World, c: EmulatorContext, caller: UserCaller): number | null {
  const raw = c.req.query('profile');
  const own = world.profiles.slice(caller.user.id);
  if (raw === undefined) return own.find(({ type }) => type === 'PERSONAL')?.id ?? null;
  if (!/^\d{1,19}$/.test(raw))
    throw validationRefusal(400, { code: 'NOT_VALID', message: 'must be a whole number', path: 'profile' });
  const profile = own.find(({ id }) => id === Number(raw));
  if (!profile) throw accessRefusal('Access to this profile is denied');
  return profile.id;
}

/** A date stands for the moment it begins at. */
function parseDate(c: EmulatorContext, name: string): number | undefined {
  const raw = c.req.query(name);
  if (raw === undefined) return undefined;
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? Date.parse(raw) : Number.NaN;
  return Number.isNaN(ms) ? parseInstant(c, name) : ms;
}

/** Emulator choice: Wise names no order; here the newest come first. */
function* newestFirst(emulator: Emulator, profileId: number): Generator<TransferRecord> {
  const { transfers } = emulator.world;
  for (let to = transfers.groupSize(profileId); to > 0; to -= readAtOnce) {
    const rows = transfers.slice(profileId, Math.max(0, to - readAtOnce), to);
    for (const row of rows.reverse()) yield catchUpTransfer(emulator, row.id) ?? row;
  }
}

/** A page of a profile's transfers. Emulator choice: both ends belong to the range of dates. */
export function listTransfers(emulator: Emulator, c: EmulatorContext, caller: UserCaller): TransferRecord[] {
  const profileId = profileIdOrThrow(emulator.world, c, caller);
  const limit = parseCount(c, 'limit', pageSize);
  const offset = parseCount(c, 'offset', { min: 0, default: 0 });
  const statuses = c.req.query('status')?.split(',');
  const sourceCurrency = c.req.query('sourceCurrency');
  const targetCurrency = c.req.query('targetCurrency');
  const fromMs = parseDate(c, 'createdDateStart') ?? Number.NEGATIVE_INFINITY;
  const toMs = parseDate(c, 'createdDateEnd') ?? Number.POSITIVE_INFINITY;
  const page: TransferRecord[] = [];
  if (profileId === null) return page;
  let skipped = 0;
  for (const row of newestFirst(emulator, profileId)) {
    const isWanted =
      row.createdAtMs >= fromMs &&
      row.createdAtMs <= toMs &&
      (statuses === undefined || statuses.includes(row.status)) &&
      (sourceCurrency === undefined || row.source.currency === sourceCurrency) &&
      (targetCurrency === undefined || row.target.currency === targetCurrency);
    if (!isWanted) continue;
    if (skipped < offset) skipped += 1;
    else page.push(row);
    if (page.length === limit) break;
  }
  return page;
}
