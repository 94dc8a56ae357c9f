import 'server-only';
import type { SpendingPermissionType } from '../../../catalogues/spending-permissions.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';

const byMethod: readonly [RegExp, SpendingPermissionType][] = [
  [/WALLET|APPLE|GOOGLE|SAMSUNG|TOKEN/, 'MOBILE_WALLETS'],
  [/CONTACTLESS|NFC/, 'POS_CONTACTLESS'],
  [/MAG|STRIPE|SWIPE/, 'POS_MAGSTRIPE'],
  [/CHIP|ICC/, 'POS_CHIP'],
  [/ECOM|ONLINE|MANUAL_ENTRY|CREDENTIAL/, 'ECOM'],
];

/**
 * Which spending permission a payment needed. Wise documents only MANUAL_ENTRY among the ways a card is read, so what is
 * derived from the way is a guess and has to be shown as one.
 * @param wereOff what was off at that moment, where it was read: nothing else can have been in its way
 */
export function guessSpendingPermissions(
  payment: Pick<Transaction, 'type' | 'authorisationMethod'>,
  wereOff?: readonly string[],
): string[] {
  const byWay = guessByWay(payment);
  if (wereOff === undefined) return byWay;
  const likely = byWay.filter((type) => wereOff.includes(type));
  return likely.length > 0 ? likely : [...wereOff];
}

function guessByWay({
  type,
  authorisationMethod,
}: Pick<Transaction, 'type' | 'authorisationMethod'>): SpendingPermissionType[] {
  if (type === 'ECOM_PURCHASE') return ['ECOM'];
  if (type === 'CASH_WITHDRAWAL' || type === 'CASH_ADVANCE') return ['ATM_WITHDRAWAL'];
  const found = byMethod.find(([pattern]) => pattern.test(authorisationMethod ?? ''));
  return found ? [found[1]] : [];
}
