/** Why a payment that did not simply arrive may not be sent again. */
export const whyNotAgainValues = [
  'taken',
  'coming-back',
  'not-delivered',
  'cancelled',
  'charged-back',
] as const;
export type WhyNotAgain = (typeof whyNotAgainValues)[number];

const whys = new Map<string, WhyNotAgain>([
  ['bounced_back', 'coming-back'],
  ['coming_back', 'coming-back'],
  ['not_delivered', 'not-delivered'],
  // Wise refunds what was paid for it; whether anything was, its payments tell.
  ['cancelled', 'cancelled'],
  ['charged_back', 'charged-back'],
]);

/**
 * Whether a payment may be sent again: once its money is back, and once only.
 * @param payout how it stands, of `payoutStatusOf`
 * @param isTaken another group sends it again already
 * @returns undefined for one that arrived or is on its way
 */
export function sendAgainOf(payout: string, isTaken: boolean): 'back' | WhyNotAgain | undefined {
  if (payout === 'funds_refunded') return isTaken ? 'taken' : 'back';
  return isTaken ? 'taken' : whys.get(payout);
}
