import { spendingPermissionTypes, textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';
import type { CardMoment } from '@/lib/contracts/cases';

type SwitchesMoment = Extract<CardMoment, { kind: 'switches' }>;

/** `Off: Online. Locked: Cash machines. On: Contactless.` */
export function wordsOfSwitches(permissions: SwitchesMoment['permissions']): string {
  const place = ({ type }: { type: string }) => {
    const index = spendingPermissionTypes.findIndex((known) => known === type);
    return index < 0 ? spendingPermissionTypes.length : index;
  };
  const inOrder = permissions.toSorted((one, other) => place(one) - place(other));
  const named = (isMeant: (one: SwitchesMoment['permissions'][number]) => boolean) =>
    inOrder.filter(isMeant).map(({ type }) => textOfSpendingPermission(type).name);
  const groups: [string, string[]][] = [
    ['Off', named(({ isEnabled, isLocked }) => !isEnabled && !isLocked)],
    ['Locked', named(({ isLocked }) => isLocked)],
    ['On', named(({ isEnabled, isLocked }) => isEnabled && !isLocked)],
  ];
  return groups
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word}: ${names.join(', ')}.`)
    .join(' ');
}

/** `Online switched off by Leah Brandt`; what nobody of the console did was done elsewhere. */
export function wordsOfChange(
  { by, isEnabled, isHere, isLocked }: SwitchesMoment['changed'][number],
  name: string,
): string {
  const way = isLocked ? 'locked' : `switched ${isEnabled ? 'on' : 'off'}`;
  return `${name} ${way} ${isHere ? `by ${by ?? 'somebody here'}` : 'elsewhere, since the reading before'}`;
}
