import { type SpendingPermissionType, spendingPermissionTypes } from '@/lib/catalogues/spending-permissions';
import type { CardEvent } from '@/lib/contracts/cards';
import type { SpendingPermission } from '@/lib/contracts/spending-permissions';

/** Only these can be asked for; a type nobody knows yet is shown and left alone. */
export const isKnownType = (type: string): type is SpendingPermissionType =>
  (spendingPermissionTypes as readonly string[]).includes(type);

/** In the console's order, what is unknown to it last. */
export function inOrder(permissions: readonly SpendingPermission[]): SpendingPermission[] {
  const place = (type: string) => (isKnownType(type) ? spendingPermissionTypes.indexOf(type) : Infinity);
  return permissions.toSorted((a, b) =>
    place(a.type) === place(b.type) ? 0 : place(a.type) - place(b.type),
  );
}

/**
 * Which switches nobody knows the way of: the last change of it may or may not have come through, and what Wise says is not
 * what was asked for. Once it is, or once the outcome is known, the switch is known again.
 * @returns by type, what was asked for
 */
export function findUnknownSwitches(
  events: readonly CardEvent[],
  permissions: readonly SpendingPermission[],
): Map<string, boolean> {
  const unknown = new Map<string, boolean>();
  for (const { type, isEnabled } of permissions) {
    const last = lastChangeOf(events, type);
    const wanted = last?.changes.find((change) => change.type === type);
    if (last?.outcome === 'unknown' && wanted && wanted.isEnabled !== isEnabled) {
      unknown.set(type, wanted.isEnabled);
    }
  }
  return unknown;
}

export const lastChangeOf = (events: readonly CardEvent[], type: string): CardEvent | undefined =>
  events.find((event) => event.changes.some((change) => change.type === type));

/** What stands beside the head: what the switches do while the card is not active. */
export function effectOfStatus(status: string): string {
  switch (status) {
    case 'ACTIVE':
      return 'Saved at once';
    case 'FROZEN':
      return 'Saved at once. While frozen, nothing is paid whatever is on';
    case 'INACTIVE':
      return 'Saved at once. Nothing is paid before the card is activated';
    default:
      return 'Nothing is paid with this card, whatever is on';
  }
}
