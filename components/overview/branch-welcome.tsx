'use client';
import { CreditCard } from 'lucide-react';
import { Section } from '@/components/ui/page';
import { useSession } from '@/lib/client/session/session-provider';

/** A branch manager sees only what belongs to the own branches; until an order names one there is nothing. */
export function BranchWelcome() {
  const { branches } = useSession();
  const names = branches.map(({ name }) => name).join(', ');
  return (
    <Section title="Cards of your branch">
      <div role="status" className="grid justify-items-start gap-1 text-ink-2">
        <CreditCard />
        <h3 className="text-ink">No cards here yet</h3>
        <p className="max-w-[68ch]">
          {branches.length === 0
            ? 'No branch is yours yet, so no card can appear here. Ask an administrator to name one.'
            : `A card appears here once its order names ${names} as the place of collection.`}
        </p>
      </div>
    </Section>
  );
}
