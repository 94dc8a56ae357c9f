import type { World } from '../world.ts';
import type { Account } from './accounts/check-account.ts';
import { outcomesFor } from './confirmations.ts';
import type { RecipientRecord } from './records.ts';

export const firstRecipientId = 40_000_001;

/** Recipients are never taken away, so counting them gives the next number. */
const nextRecipientId = (world: World): number => firstRecipientId + world.recipients.size;

export function createRecipient(
  world: World,
  account: Account,
  owner: { creatorId: number; profileId: number | null; ownedByCustomer: boolean },
): RecipientRecord {
  const createdAt = world.clock.nextInstant();
  return world.recipients.put({
    id: nextRecipientId(world),
    ...owner,
    ...account,
    active: true,
    outcomes: outcomesFor(account, createdAt),
    checkedWith: null,
    acceptedFor: [],
    createdAt,
  });
}

/** Those that belong to a user alone, to none of their profiles. */
export const recipientsWithoutProfile = (world: World, userId: number): RecipientRecord[] =>
  world.recipients.slice('null').filter((row) => row.creatorId === userId);

export interface RecipientFilter {
  currencies: readonly string[] | null;
  types: readonly string[] | null;
  active: boolean | null;
  ownedByCustomer: boolean | null;
  creatorId: number | null;
}

function isWanted(row: RecipientRecord, filter: RecipientFilter): boolean {
  const { active, creatorId, currencies, ownedByCustomer, types } = filter;
  return (
    (active === null || row.active === active) &&
    (currencies === null || currencies.includes(row.currency)) &&
    (types === null || types.includes(row.type)) &&
    (ownedByCustomer === null || row.ownedByCustomer === ownedByCustomer) &&
    (creatorId === null || row.creatorId === creatorId)
  );
}

export interface RecipientOrder {
  by: 'id' | 'currency';
  direction: 'asc' | 'desc';
}

function compare(order: RecipientOrder, a: RecipientRecord, b: RecipientRecord): number {
  const sign = order.direction === 'asc' ? 1 : -1;
  if (order.by === 'currency' && a.currency !== b.currency) return a.currency < b.currency ? -sign : sign;
  return (a.id - b.id) * sign;
}

/**
 * A page of a profile's recipients. Wise: pages begin with the recipient whose id is sought.
 * @param seekId null for the first page; where nobody bears it (any more) the page begins with whoever comes next
 * @returns at most `size`, and whoever begins the page after them
 */
export function pageOfRecipients(
  rows: readonly RecipientRecord[],
  filter: RecipientFilter,
  page: { order: RecipientOrder; seekId: number | null; size: number; sought: RecipientRecord | undefined },
): { rows: RecipientRecord[]; next: RecipientRecord | undefined } {
  const { order, seekId, size, sought } = page;
  const wanted = rows.filter((row) => isWanted(row, filter));
  // They are kept in the order of their ids.
  if (order.by === 'currency') wanted.sort((a, b) => compare(order, a, b));
  else if (order.direction === 'desc') wanted.reverse();
  const isReached = (row: RecipientRecord): boolean => {
    if (sought) return compare(order, row, sought) >= 0;
    return seekId === null || (order.direction === 'asc' ? row.id >= seekId : row.id <= seekId);
  };
  const from = wanted.findIndex(isReached);
  if (from < 0) return { rows: [], next: undefined };
  return { rows: wanted.slice(from, from + size), next: wanted[from + size] };
}
