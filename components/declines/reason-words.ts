import type { DeclineReason } from '@/lib/contracts/decline-reasons';

export const toldWords: Record<DeclineReason['mayBeTold'], string> = {
  tell: 'May be told',
  neutral: 'Neutral words only',
  'staff-only': 'Must not be told',
};
