/** Who has to do something about a declined payment. */
export const declineActors = [
  'customer',
  'back-office',
  'compliance',
  'administrator',
  'merchant',
  'wise',
  'nobody',
] as const;

export const actorWords: Record<(typeof declineActors)[number], string> = {
  customer: 'The customer',
  'back-office': 'Back office',
  compliance: 'Compliance',
  administrator: 'An administrator',
  merchant: 'The shop',
  wise: 'Wise',
  nobody: 'Nobody',
};
