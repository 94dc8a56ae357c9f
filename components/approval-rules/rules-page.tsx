'use client';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page';
import { useApprovalRules } from '@/lib/client/approval-rules/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { OpenRule } from './rule-dialog';
import { consequence } from './rule-words';
import { RulesTable } from './rules-table';

const RuleDialog = dynamic(() => import('./rule-dialog').then((module) => module.RuleDialog), { ssr: false });

export function RulesPage() {
  const mayRead = useCan('approval-rules.read');
  if (mayRead) return <Rules />;
  return (
    <NotYours title="Approval rules">
      Administrators say from which amount on how many people approve. Ask one when a rule has to change.
    </NotYours>
  );
}

function Rules() {
  const mayWrite = useCan('approval-rules.write');
  const { data, error, refetch, isFetching } = useApprovalRules();
  const [open, setOpen] = useState<OpenRule>();
  const [isAsked, setAsked] = useState(false);
  const notNow =
    data && data.pendingApprovalId !== null ? 'A change waits for a second administrator' : undefined;
  return (
    <>
      <PageHeader
        title="Approval rules"
        titleInTopBar
        actions={
          <>
            <LiveMark asOf={data?.asOf} />
            {mayWrite && (
              <Button size="sm" icon={<Plus />} notNow={notNow} onClick={() => setOpen({ currency: '' })}>
                Add a currency…
              </Button>
            )}
          </>
        }
      />
      <div className="border-t border-line px-(--gutter) py-3">
        <p className="max-w-[76ch] text-ink-2">{consequence}</p>
      </div>
      {data && data.pendingApprovalId !== null && (
        <Notice tone="busy" className="mx-(--gutter) mb-3" title="A change waits for a second administrator.">
          Until then the rules below hold.{' '}
          <Link
            prefetch={false}
            href={{ pathname: '/approvals', query: { view: 'pending', id: data.pendingApprovalId } }}
          >
            See the request
          </Link>
        </Notice>
      )}
      {isAsked && data?.pendingApprovalId === null && (
        <Notice
          tone="busy"
          className="mx-(--gutter) mb-3"
          title="The second administrator has decided."
          close={<CloseMessage onClose={() => setAsked(false)} />}
        >
          <Link prefetch={false} href={{ pathname: '/approvals', query: { view: 'mine' } }}>
            See the decision
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
      {(data || !error) && (
        <RulesTable
          rules={data?.rules}
          notNow={notNow}
          onOpen={mayWrite ? (currency) => setOpen({ currency }) : undefined}
        />
      )}
      {open && data && (
        <RuleDialog
          open={open}
          rules={data}
          onClose={() => setOpen(undefined)}
          onAsked={() => {
            setOpen(undefined);
            setAsked(true);
          }}
        />
      )}
    </>
  );
}
