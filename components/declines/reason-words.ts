import type { DeclineActor, DeclineReason } from '@/lib/contracts/decline-reasons';

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
