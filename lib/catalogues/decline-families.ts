/** What decline reasons are sorted into. */
export const declineFamilies = [
  'card',
  'pin',
  'details',
  'funds',
  'limits',
  'merchant',
  'rules',
  'technical',
  'risk',
] as const;

export const familyWords: Record<(typeof declineFamilies)[number], string> = {
  card: 'Card',
  pin: 'PIN',
  details: 'Card details',
  funds: 'Money',
  limits: 'Limits',
  merchant: 'Shop and scheme',
  rules: 'Country and rules',
  technical: 'Technical',
  risk: 'Risk',
};
