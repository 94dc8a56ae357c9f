import { whyNotOffered } from './card-actions.ts';
import type { Role } from './console-permissions.ts';

/** Whose a hold is. Nobody of another role lifts it. */
export const holdOwners = ['operations', 'compliance'] as const;
export type HoldOwner = (typeof holdOwners)[number];

/** Whose hold a person of this role places; undefined for roles that hold nothing. */
export function holdOwnerOf(role: Role): HoldOwner | undefined {
  if (role === 'operator') return 'operations';
  return role === 'compliance' ? 'compliance' : undefined;
}

/** From these statuses a card could be used again or for the first time, so there is something to hold. */
const holdable: readonly string[] = ['ACTIVE', 'FROZEN', 'INACTIVE'];
export const canBeHeld = (status: string): boolean => holdable.includes(status);

/** Ends the sentence "Not offered: Hold, …". */
export const whyNotHeld = (status: string): string => whyNotOffered('block', status);

/** Days from today. */
export const usualReviewInDays = 14;
export const latestReviewInDays = 366;
