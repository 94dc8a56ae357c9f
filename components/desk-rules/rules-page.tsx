'use client';
import { Filter, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page';
import { useDeskRules } from '@/lib/client/desk-rules/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { DeskRule } from '@/lib/contracts/desk-rules';
import { countOf } from '@/lib/format/counts';
import { RulesList } from './rules-list';

const RuleDialog = dynamic(() => import('./rule-dialog').then((module) => module.RuleDialog), { ssr: false });

export function DeskRulesPage() {
  if (useCan('cases.rules')) return <Rules />;
  return <NotYours title="Rules of the desk">This page belongs to another role.</NotYours>;
}

function Rules() {
  const { data, error, refetch, isFetching } = useDeskRules();
  const [open, setOpen] = useState<{ rule?: DeskRule }>();
  const [askedId, setAskedId] = useState<string>();
  return (
    <>
      <PageHeader
        title="Rules of the desk"
        crumbs={[{ label: 'Cases', href: { pathname: '/declines/cases' } }, { label: 'Rules' }]}
        actions={
          <>
            <LiveMark asOf={data?.asOf} />
            <Button size="sm" icon={<Plus />} onClick={() => setOpen({})}>
              Add a rule…
            </Button>
          </>
        }
      />
      <div className="border-t border-line px-(--gutter) py-3">
        <p className="max-w-[76ch] text-ink-2">
          A declined payment that meets a rule becomes a case. All that a rule asks for has to hold. A second
          person of compliance agrees to every rule and every change.
        </p>
      </div>
      {askedId !== undefined && (
        <Notice
          tone="busy"
          className="mx-(--gutter) mb-3"
          title="Asked. A second person of compliance decides."
          close={<CloseMessage onClose={() => setAskedId(undefined)} />}
        >
          Until then everything stays as it is.{' '}
          <Link prefetch={false} href={{ pathname: '/approvals', query: { view: 'mine', id: askedId } }}>
            See the request
          </Link>
        </Notice>
      )}
      {data && data.pendingNew > 0 && askedId === undefined && (
        <Notice
          tone="busy"
          className="mx-(--gutter) mb-3"
          title={`${countOf(data.pendingNew, 'new rule')} waiting for a second person.`}
        >
          <Link prefetch={false} href={{ pathname: '/approvals', query: { view: 'pending' } }}>
            See the requests
          </Link>
        </Notice>
      )}
      {error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={error}
          title={data ? 'The rules could not be read again.' : 'The rules could not be read.'}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {data?.items.length === 0 ? (
        <div className="flex-1 border-t border-line">
          <EmptyState
            icon={<Filter />}
            title="No rule yet, so no payment becomes a case."
            action={<Button onClick={() => setOpen({})}>Add a rule…</Button>}
          >
            Begin with the reasons that compliance alone may read.
          </EmptyState>
        </div>
      ) : (
        (data || !error) && <RulesList rules={data?.items} onOpen={(rule) => setOpen({ rule })} />
      )}
      {open && (
        <RuleDialog
          rule={open.rule}
          onClose={() => setOpen(undefined)}
          onAsked={(approvalId) => {
            setOpen(undefined);
            setAskedId(approvalId);
          }}
        />
      )}
    </>
  );
}
