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
