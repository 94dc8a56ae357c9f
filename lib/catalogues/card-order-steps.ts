/** Wise's way of an order, and what each place on it means to the people here. */
export interface OrderStep {
  status: string;
  /** What is so there. */
  means: string;
  /** What makes it go on. */
  next: string;
}

const placed: OrderStep = {
  status: 'PLACED',
  means: 'Wise has taken the order.',
  next: 'Goes on once Wise has what it wants: see below. The customer may choose the PIN now.',
};
const met: OrderStep = {
  status: 'REQUIREMENTS_FULFILLED',
  means: 'Wise has all it wants.',
  next: 'Wise makes the card by itself.',
};
const made = (next: string): OrderStep => ({
  status: 'CARD_DETAILS_CREATED',
  means: 'The card has its number and cannot pay yet.',
  next,
});
const produced = (next: string): OrderStep => ({
  status: 'PRODUCED',
  means: 'The plastic is made.',
  next,
});
const completed: OrderStep = {
  status: 'COMPLETED',
  means: 'The card was activated, which ended the order.',
  next: 'Nothing more. The card has its own page.',
};

const ways = {
  virtual: [placed, met, made('Activating the card completes the order.'), completed],
  post: [
    placed,
    met,
    made('Wise produces it and posts it.'),
    produced('It is on its way. Activating the card completes the order.'),
    completed,
  ],
  kiosk: [
    placed,
    met,
    made('Wise prepares it, then a kiosk can print it, until it is 60 days old.'),
    produced('The holder gets it at the branch. Activating the card completes the order.'),
    completed,
  ],
} as const;

export function stepsOfOrder(deliveryOption: string | null): readonly OrderStep[] {
  if (deliveryOption === null) return ways.virtual;
  return deliveryOption === 'KIOSK_COLLECTION' ? ways.kiosk : ways.post;
}

const ends: Readonly<Record<string, string>> = {
  CANCELLED: 'The order was cancelled. A card that it had made is blocked for good.',
  RETURNED: 'The card came back undelivered. Wise has blocked it; a new one has to be ordered.',
};

/** Of an order that left the way; undefined for one that is on it. */
export const endOfOrder = (status: string): string | undefined =>
  Object.hasOwn(ends, status) ? ends[status] : undefined;
