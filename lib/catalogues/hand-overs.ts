/** How somebody at the counter was shown to be the holder. Which document it was, never its number. */
export const identityChecks = ['passport', 'driving-licence', 'identity-card', 'known-customer'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

export const identityCheckNames: Record<IdentityCheck, string> = {
  passport: 'Passport',
  'driving-licence': 'Driving licence',
  'identity-card': 'Identity card',
  'known-customer': 'Known customer',
};
export const identityCheckTexts: Record<IdentityCheck, string> = {
  passport: 'Identity checked by passport',
  'driving-licence': 'Identity checked by driving licence',
  'identity-card': 'Identity checked by identity card',
  'known-customer': 'Known to the person who handed it over',
};

/** A card that can still be used. Of the others none may leave the counter. */
const handedOverIn: readonly string[] = ['INACTIVE', 'ACTIVE'];

/** Why a card is not handed over; undefined where it may be. `production`: undefined where Wise tells of none. */
export function whyNoHandOver(
  status: string,
  production: string | undefined,
): 'not-printed' | 'not-usable' | undefined {
  if (production !== 'PRODUCED') return 'not-printed';
  return handedOverIn.includes(status) ? undefined : 'not-usable';
}
