'use client';
import { Button } from '@/components/ui/button';
import { Bar } from '@/components/ui/skeleton';
import { StatusMark } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { severityWords } from '@/lib/catalogues/decline-desk';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { hrefForCases } from '@/lib/client/cases/cases-state';
import { describeConditions } from '@/lib/contracts/desk-rule-words';
import type { DeskRule } from '@/lib/contracts/desk-rules';
import { countOf } from '@/lib/format/counts';

interface RulesListProps {
  rules: readonly DeskRule[] | undefined;
  onOpen: (rule: DeskRule) => void;
}

export function RulesList({ rules, onOpen }: RulesListProps) {
  return (
    <ul aria-label="Rules" aria-busy={!rules} className="flex-1 border-t border-line">
      {!rules && (
        <li aria-hidden="true" className="grid animate-late gap-2 px-(--gutter) py-3">
          <Bar className="w-[32%]" />
          <Bar className="w-[54%]" />
        </li>
      )}
      {rules?.map((rule) => (
        <li
          key={rule.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-b border-line-soft px-(--gutter) py-2.5"
        >
          <div className="min-w-0 wrap-anywhere">
            <h2 className="flex flex-wrap items-center gap-x-3 text-body font-label">
              {rule.name}
              <StatusMark look={lookOf(rule)} />
            </h2>
            {describeConditions(rule.conditions).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="flex flex-wrap items-center gap-x-3 text-meta text-ink-3">
              <span>
                Severity {severityWords[rule.severity].toLowerCase()}, due after{' '}
                {countOf(rule.dueHours, 'hour')}
                {rule.needsSecondReader && ', with a second reader'}
              </span>
              <UrlLink href={hrefForCases({ ruleId: rule.id })} className="inline-flex min-h-6 items-center">
                Its cases
              </UrlLink>
            </p>
          </div>
          <Button
            size="sm"
            notNow={rule.pendingApprovalId ? 'A change waits for a second person' : undefined}
            aria-label={`Change ${rule.name}`}
            onClick={() => onOpen(rule)}
          >
            Change…
          </Button>
        </li>
      ))}
    </ul>
  );
}

function lookOf({ isActive, pendingApprovalId }: DeskRule): StatusLook {
  if (pendingApprovalId) return { word: 'Change waits', tone: 'warn', mark: 'waits' };
  return isActive
    ? { word: 'On', tone: 'good', mark: 'works' }
    : { word: 'Off', tone: 'quiet', mark: 'not-begun' };
}
