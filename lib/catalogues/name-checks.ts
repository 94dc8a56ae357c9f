type Outcome = 'PARTIAL_FAILURE' | 'FAILURE' | 'COULD_NOT_CHECK';

/** What Wise asks a bank before money is sent, in words. Wise: types and outcomes may grow. */
const words: Record<string, Record<Outcome, string>> = {
  NAME_MATCHING: {
    PARTIAL_FAILURE: 'The bank knows a name that is close to it',
    FAILURE: 'The bank knows another name',
    COULD_NOT_CHECK: 'The name could not be compared with the bank’s',
  },
  NAME_RESOLUTION: {
    PARTIAL_FAILURE: 'The bank tells a name that is close to it',
    FAILURE: 'The bank tells another name, or none',
    COULD_NOT_CHECK: 'The bank’s name could not be asked for',
  },
  ACCOUNT_EXISTENCE: {
    PARTIAL_FAILURE: 'The bank is not sure about the account',
    FAILURE: 'The bank knows no such account',
    COULD_NOT_CHECK: 'Whether the account is there could not be checked',
  },
};

const isOutcome = (outcome: string): outcome is Outcome =>
  ['PARTIAL_FAILURE', 'FAILURE', 'COULD_NOT_CHECK'].includes(outcome);

/** What nobody here knows yet stands in Wise’s own words. */
export function wordsOfNameCheck({ type, outcome }: { type: string; outcome: string }): string {
  const known = Object.hasOwn(words, type) && isOutcome(outcome) ? words[type]?.[outcome] : undefined;
  return known ?? `Wise says ${outcome} to ${type}`;
}
