'use client';
import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/feedback/empty-state';
import { UrlLink } from '@/components/ui/url-link';
import { type CasesState, countFilters, hrefForCases } from '@/lib/client/cases/cases-state';
import { useDeskRules } from '@/lib/client/desk-rules/queries';

export function NoCases({ state }: { state: CasesState }) {
  const rules = useDeskRules().data?.items;
  const isNarrowed = countFilters(state) > 0;
  const isEveryRuleOff = rules?.every(({ isActive }) => !isActive) ?? false;
  return (
    <div className="flex-1 border-t border-line">
      <EmptyState
        icon={<Inbox />}
        title={isNarrowed ? 'No case matches these filters.' : 'No case in this view.'}
        action={
          isNarrowed ? (
            <UrlLink href={hrefForCases({ view: state.view })}>Show all of this view</UrlLink>
          ) : isEveryRuleOff ? (
            <Link prefetch={false} href="/declines/rules">
              Write a rule of the desk
            </Link>
          ) : undefined
        }
      >
        {isEveryRuleOff
          ? 'No rule of the desk is switched on, so no declined payment becomes a case.'
          : 'Declined payments become cases within a minute where they meet a rule of the desk.'}
      </EmptyState>
    </div>
  );
}
