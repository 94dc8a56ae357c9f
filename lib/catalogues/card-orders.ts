const wordsOf =
  (words: Record<string, string>) =>
  (value: string): string =>
    Object.hasOwn(words, value) ? (words[value] ?? value) : value;

/** A value nobody knows yet shows as Wise's own word. */
export const wordsOfDelivery = wordsOf({
  KIOSK_COLLECTION: 'Collected at a kiosk',
  POSTAL_SERVICE_STANDARD: 'By post',
  POSTAL_SERVICE_WITH_TRACKING: 'By post, tracked',
});

export const wordsOfRequirement = wordsOf({
  PIN: 'PIN chosen by the customer',
  VERIFICATION: 'Verification of the holder',
  ADDRESS: 'Address',
});

/** Wise takes a PIN until the card is made. */
const takesPin: readonly string[] = ['PLACED', 'REQUIREMENTS_FULFILLED'];

/** Why no PIN can be set; undefined where one can. One that is set can be set again. */
export function whyNoPin(
  status: string,
  requirements: readonly { type: string }[],
): 'past-it' | 'not-asked-for' | undefined {
  if (!takesPin.includes(status)) return 'past-it';
  return requirements.some(({ type }) => type === 'PIN') ? undefined : 'not-asked-for';
}

export const isPinSet = (requirements: readonly { type: string; status: string }[]): boolean =>
  requirements.some(({ status, type }) => type === 'PIN' && status === 'COMPLETED');

/** Wise: a PIN has four digits. */
export const pinLength = 4;

/** What Wise decrypts: its own sample is as long as this. */
export const presetPinText = (pin: string): string => JSON.stringify({ pin }, null, 4);

/** Wise: so many cards a personal profile may have, and so many virtual ones it may order a day. */
export const cardLimits = {
  production: { physical: 1, virtual: 3, virtualPerDay: 3 },
  sandbox: { physical: 10, virtual: 30, virtualPerDay: 3 },
} as const;

/** Wise writes several kinds of virtual. */
export const isPhysicalType = (type: string | null): boolean => type === 'PHYSICAL';

/** Wise: from the second on the order has, or gets, a card that is blocked with it. */
const cancellable: Readonly<Record<string, { blocksCard: boolean }>> = {
  PLACED: { blocksCard: false },
  REQUIREMENTS_FULFILLED: { blocksCard: true },
  CARD_DETAILS_CREATED: { blocksCard: true },
  PRODUCED: { blocksCard: true },
};

/** What cancelling an order would do; undefined where Wise does not cancel it. */
export const cancelling = (status: string): { blocksCard: boolean } | undefined =>
  Object.hasOwn(cancellable, status) ? cancellable[status] : undefined;
