'use client';
import type { ReactNode } from 'react';
import { UrlLink } from '@/components/ui/url-link';
import { type CasesState, hrefForCases } from '@/lib/client/cases/cases-state';
import { useDeclineReasons } from '@/lib/client/declines/queries';
import { useDeskRules } from '@/lib/client/desk-rules/queries';

/** What the filters above do not say: the rule, and what a saved view names that is not there any more. */
export function NarrowedBy({ state }: { state: CasesState }) {
  const rules = useDeskRules().data?.items;
  const reasons = useDeclineReasons().data?.items;
  const rule = rules?.find(({ id }) => id === state.ruleId);
  const isRuleGone = rules !== undefined && rule === undefined;
  const isReasonUnknown =
    state.reason !== '' && reasons !== undefined && !reasons.some(({ code }) => code === state.reason);
  if (state.ruleId === '' && !isReasonUnknown) return null;
  return (
    <div role="status" className="grid gap-0.5 px-(--gutter) py-2 text-ink-2">
      {state.ruleId !== '' && (
        <Line href={hrefForCases({ ...state, ruleId: '', id: '' })} act="Every rule">
          {isRuleGone
            ? 'Only cases of a rule that is no more.'
            : `Only cases of the rule ${rule ? `“${rule.name}”` : '…'}.`}
        </Line>
      )}
      {isReasonUnknown && (
        <Line href={hrefForCases({ ...state, reason: '', id: '' })} act="Every reason">
          The catalogue holds no reason {state.reason}. Payments declined with it are found all the same.
        </Line>
      )}
    </div>
  );
}

function Line({ act, children, href }: { act: string; children: ReactNode; href: string }) {
  return (
    <p className="wrap-anywhere">
      {children} <UrlLink href={href}>{act}</UrlLink>
    </p>
  );
}
