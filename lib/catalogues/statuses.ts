export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'secret' | 'quiet';
/** The shape that carries a status without colour. */
export type Mark =
  | 'works'
  | 'not-begun'
  | 'paused'
  | 'waits'
  | 'moving'
  | 'needs-a-hand'
  | 'final-stop'
  | 'no'
  | 'unknown'
  | 'came-back'
  | 'barred'
  | 'over';

export interface StatusLook {
  word: string;
  tone: Tone;
  mark: Mark;
}

/** The values of a catalogue, in its order. */
export function valuesIn<Value extends string>(looks: Readonly<Record<Value, StatusLook>>): Value[] {
  const isValue = (value: string): value is Value => Object.hasOwn(looks, value);
  return Object.keys(looks).filter(isValue);
}

/** A value nobody knows yet shows as Wise's own word. */
export const lookIn = (looks: Readonly<Record<string, StatusLook>>, value: string): StatusLook =>
  (Object.hasOwn(looks, value) ? looks[value] : undefined) ?? { word: value, tone: 'quiet', mark: 'unknown' };

export const cardStatuses = {
  ACTIVE: { word: 'Active', tone: 'good', mark: 'works' },
  INACTIVE: { word: 'Not activated', tone: 'quiet', mark: 'not-begun' },
  FROZEN: { word: 'Frozen', tone: 'busy', mark: 'paused' },
  BLOCKED: { word: 'Blocked', tone: 'bad', mark: 'final-stop' },
  PARTNER_SUSPENDED: { word: 'Suspended by Wise', tone: 'secret', mark: 'barred' },
  EXPIRED: { word: 'Expired', tone: 'quiet', mark: 'over' },
  PURGED: { word: 'Data purged', tone: 'quiet', mark: 'unknown' },
} as const satisfies Record<string, StatusLook>;

/** The console's own: a card on which a hold stands, whoever's it is. Elsewhere a hold stops nothing any more. */
const heldLooks = new Map<string, StatusLook>([
  ['FROZEN', { word: 'Held until reviewed', tone: 'warn', mark: 'paused' }],
  ['INACTIVE', { word: 'Held, not activated', tone: 'warn', mark: 'not-begun' }],
  ['ACTIVE', { word: 'Held, but active', tone: 'warn', mark: 'needs-a-hand' }],
]);

export const cardStatusValues = valuesIn(cardStatuses);

export function lookOfCardStatus(value: string, isHeld = false): StatusLook {
  const held = isHeld ? heldLooks.get(value) : undefined;
  if (held) return held;
  return lookIn(cardStatuses, value);
}

export const cardOrderStatuses = {
  PLACED: { word: 'Placed', tone: 'quiet', mark: 'not-begun' },
  REQUIREMENTS_FULFILLED: { word: 'Requirements met', tone: 'busy', mark: 'waits' },
  CARD_DETAILS_CREATED: { word: 'Card made', tone: 'busy', mark: 'moving' },
  PRODUCED: { word: 'Produced', tone: 'busy', mark: 'moving' },
  COMPLETED: { word: 'Completed', tone: 'good', mark: 'works' },
  CANCELLED: { word: 'Cancelled', tone: 'quiet', mark: 'over' },
  RETURNED: { word: 'Returned', tone: 'bad', mark: 'came-back' },
} as const satisfies Record<string, StatusLook>;

export const lookOfCardOrderStatus = (value: string): StatusLook => lookIn(cardOrderStatuses, value);

export const productionStatuses = {
  READY: { word: 'Ready to print', tone: 'busy', mark: 'waits' },
  IN_PROGRESS: { word: 'Printing', tone: 'busy', mark: 'moving' },
  PRODUCED: { word: 'Printed', tone: 'good', mark: 'works' },
  PRODUCTION_ERROR: { word: 'Fault', tone: 'bad', mark: 'needs-a-hand' },
  REQUEST_ERROR: { word: 'Refused', tone: 'bad', mark: 'no' },
} as const satisfies Record<string, StatusLook>;

export const lookOfProduction = (value: string): StatusLook => lookIn(productionStatuses, value);

export const requirementStatuses = {
  NOT_INITIATED: { word: 'Not begun', tone: 'quiet', mark: 'not-begun' },
  NEEDS_ACTION: { word: 'Needs a hand', tone: 'warn', mark: 'needs-a-hand' },
  PENDING: { word: 'Wise is checking', tone: 'busy', mark: 'waits' },
  COMPLETED: { word: 'Done', tone: 'good', mark: 'works' },
  FAILED: { word: 'Failed', tone: 'bad', mark: 'no' },
} as const satisfies Record<string, StatusLook>;

export const lookOfRequirementStatus = (value: string): StatusLook => lookIn(requirementStatuses, value);

export const transactionStates = {
  IN_PROGRESS: { word: 'In progress', tone: 'busy', mark: 'moving' },
  COMPLETED: { word: 'Completed', tone: 'good', mark: 'works' },
  DECLINED: { word: 'Declined', tone: 'bad', mark: 'no' },
  CANCELLED: { word: 'Cancelled', tone: 'quiet', mark: 'over' },
  UNKNOWN: { word: 'Unknown', tone: 'quiet', mark: 'unknown' },
} as const satisfies Record<string, StatusLook>;

export const lookOfTransactionState = (value: string): StatusLook => lookIn(transactionStates, value);

/** How Wise answered a payment, whatever became of it since. */
export const transactionOutcomes = ['approved', 'declined', 'second-try'] as const;
export type TransactionOutcome = (typeof transactionOutcomes)[number];
export const outcomeWords: Record<TransactionOutcome, string> = {
  approved: 'Approved',
  declined: 'Declined',
  'second-try': 'Went through at the second try',
};

export const activityStatuses = {
  REQUIRES_ATTENTION: { word: 'Needs attention', tone: 'warn', mark: 'needs-a-hand' },
  IN_PROGRESS: { word: 'In progress', tone: 'busy', mark: 'moving' },
  UPCOMING: { word: 'Upcoming', tone: 'quiet', mark: 'not-begun' },
  COMPLETED: { word: 'Completed', tone: 'good', mark: 'works' },
  CANCELLED: { word: 'Cancelled', tone: 'quiet', mark: 'over' },
} as const satisfies Record<string, StatusLook>;

export const activityStatusValues = valuesIn(activityStatuses);

export const lookOfActivityStatus = (value: string): StatusLook => lookIn(activityStatuses, value);
