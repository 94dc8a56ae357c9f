import { levelWords } from '@/lib/catalogues/new-codes';
import type { StatusLook } from '@/lib/catalogues/statuses';
import type { RetryAdvice } from '@/lib/contracts/decline-reasons';
import type { NewCode } from '@/lib/contracts/new-codes';

/** How a code stands: waiting for a second person, new, taken back, or as it is classified. */
export function lookOfCode({ classification, pendingApprovalId, version }: NewCode): StatusLook {
  if (pendingApprovalId !== null) return { word: 'Change waits', tone: 'warn', mark: 'waits' };
  if (version === 0) return { word: 'New', tone: 'warn', mark: 'unknown' };
  if (classification === null) return { word: 'Taken back', tone: 'quiet', mark: 'over' };
  const word = levelWords[classification.level].name;
  switch (classification.level) {
    case 'tell':
    case 'neutral':
      return { word, tone: 'good', mark: 'works' };
    case 'cover':
    case 'restricted':
      return { word, tone: 'secret', mark: 'barred' };
  }
}

export const retryWords: Record<RetryAdvice, string> = {
  yes: 'Yes',
  later: 'Later',
  once: 'Once more',
  'after-fix': 'After it is mended',
  no: 'No',
};
