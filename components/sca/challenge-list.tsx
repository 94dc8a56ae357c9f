import { Mark } from '@/components/ui/mark';
import type { ScaChallenge } from '@/lib/contracts/sca';
import { wordsOfProof } from './sca-words';

/** What Wise asks for, and what of it has been given. */
export function ChallengeList({ challenges }: { challenges: readonly ScaChallenge[] }) {
  return (
    <ul aria-label="Proofs" className="grid gap-1">
      {challenges.map(({ passed, required, type }) => (
        <li key={type} className="flex items-center gap-2">
          <Mark mark={passed ? 'works' : 'not-begun'} tone={passed ? 'good' : 'quiet'} />
          <span className={passed ? 'text-ink-2' : 'font-label'}>{wordsOfProof(type).name}</span>
          <span className="ml-auto text-meta text-ink-3">
            {passed ? 'Given' : required ? 'Asked for' : 'Not needed'}
          </span>
        </li>
      ))}
    </ul>
  );
}
