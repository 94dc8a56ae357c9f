import { CreditCard } from 'lucide-react';
import { whyBranchIsEmpty } from '@/components/cards/branch-words';
import { Section } from '@/components/ui/page';

/** A branch manager sees only what belongs to the own branches; until an order names one there is nothing. */
export function BranchWelcome({ branches }: { branches: string }) {
  return (
    <Section title="Cards of your branch">
      <div role="status" className="grid justify-items-start gap-1 text-ink-2">
        <CreditCard />
        <h3 className="text-ink">No cards here yet</h3>
        <p className="max-w-[68ch]">{whyBranchIsEmpty(branches)}</p>
      </div>
    </Section>
  );
}
