import type { DeclineActor, DeclineFamily, DeclineReason } from '@/lib/contracts/decline-reasons';

export const familyWords: Record<DeclineFamily, string> = {
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
export const families = Object.keys(familyWords) as DeclineFamily[];

export const actorWords: Record<DeclineActor, string> = {
  customer: 'The customer',
  'back-office': 'Back office',
  compliance: 'Compliance',
  administrator: 'An administrator',
  merchant: 'The shop',
  wise: 'Wise',
  nobody: 'Nobody',
};

export const toldWords: Record<DeclineReason['mayBeTold'], string> = {
  tell: 'May be told',
  neutral: 'Neutral words only',
  'staff-only': 'Must not be told',
};
