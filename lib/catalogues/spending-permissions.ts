export interface SpendingPermissionText {
  name: string;
  covers: string;
}

/** Wise's six types, in the order the console shows them. A virtual card has ECOM, ATM_WITHDRAWAL and MOBILE_WALLETS only. */
export const spendingPermissions = {
  ECOM: { name: 'Online', covers: 'Shops, subscriptions, in apps' },
  POS_CHIP: { name: 'Chip and PIN', covers: 'Card put into a terminal' },
  POS_CONTACTLESS: { name: 'Contactless', covers: 'Card held to a terminal' },
  POS_MAGSTRIPE: { name: 'Magnetic stripe', covers: 'Card swiped through a terminal' },
  ATM_WITHDRAWAL: { name: 'Cash machines', covers: 'Withdrawals' },
  MOBILE_WALLETS: { name: 'Mobile wallets', covers: 'Apple Pay and Google Pay' },
} as const satisfies Record<string, SpendingPermissionText>;

export type SpendingPermissionType = keyof typeof spendingPermissions;
export const spendingPermissionTypes = Object.keys(spendingPermissions) as SpendingPermissionType[];

/** A type nobody knows yet shows as Wise's own word. */
export function textOfSpendingPermission(type: string): SpendingPermissionText {
  return Object.hasOwn(spendingPermissions, type)
    ? spendingPermissions[type as SpendingPermissionType]
    : { name: type, covers: '' };
}

/** Wise gives no reason for a lock; the card's own unlock strategy is the likeliest one, so the text says "usually". */
export function whatUnlocks(strategy: string, status: string): string {
  if (strategy === 'WITH_FIRST_CHIP_AND_PIN_TRANSACTION')
    return 'Usually opens after one chip and PIN payment.';
  if (strategy === 'WITH_PARTNER_API') {
    return status === 'INACTIVE'
      ? 'Usually opens once the card is activated.'
      : 'Usually opens once Wise has completed the card’s order.';
  }
  return 'Wise keeps it locked and does not say why.';
}
