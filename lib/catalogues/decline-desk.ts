/** Of the decline desk, where compliance looks into declined payments. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];
export const severityWords: Record<Severity, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/** `waiting`: nobody has taken it. `second-reader`: decided by one, and another looks at that. `merged`: it goes on in another. */
export const caseStates = ['waiting', 'taken', 'second-reader', 'closed', 'merged'] as const;
export type CaseState = (typeof caseStates)[number];
export const caseStateWords: Record<CaseState, string> = {
  waiting: 'Waiting',
  taken: 'Taken',
  'second-reader': 'Second reader',
  closed: 'Closed',
  merged: 'Merged',
};

export const caseOutcomes = [
  'no-action',
  'customer-contacted',
  'hold',
  'referred-inside',
  'referred-to-wise',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];
export const caseOutcomeWords: Record<CaseOutcome, string> = {
  'no-action': 'No action needed',
  'customer-contacted': 'Customer contacted',
  hold: 'Card held',
  'referred-inside': 'Referred inside',
  'referred-to-wise': 'Referred to Wise',
};

export const caseEntryKinds = [
  'opened',
  'taken',
  'handed-over',
  'note',
  'put-to-reader',
  'agreed',
  'disagreed',
  'decided',
  'reopened',
  'linked',
  'unlinked',
  'merged',
] as const;
export type CaseEntryKind = (typeof caseEntryKinds)[number];

/** What cases can have in common. `hour`: of the day. */
export const sharedKinds = [
  'merchant',
  'mcc',
  'country',
  'card',
  'customer',
  'programme',
  'hour',
  'method',
  'amount',
] as const;
export type SharedKind = (typeof sharedKinds)[number];
export const sharedKindWords: Record<SharedKind, string> = {
  merchant: 'Shop',
  mcc: 'Category',
  country: 'Country',
  card: 'Card',
  customer: 'Customer',
  programme: 'Programme',
  hour: 'Hour',
  method: 'Way to pay',
  amount: 'Amount',
};
/** At most so many at once. */
export const mostMarkedCases = 100;

/** Repetition is looked for within a day at most. */
export const longestRepetitionMinutes = 24 * 60;
/** How far back a rule is tried. */
export const triedDays = 30;
