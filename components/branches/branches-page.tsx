'use client';
import { Store } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page';
import { useBranches, useKiosks } from '@/lib/client/branches/queries';
import { findInRegister, parseRegisterState } from '@/lib/client/branches/register-state';
import { useCan } from '@/lib/client/session/session-provider';
import { countOf } from '@/lib/format/counts';
import type { OpenRegisterDialog, RegisterResult } from './register-dialog';
import { RegisterFilters } from './register-filters';
import { RegisterTable } from './register-table';

const loadDialog = () => import('./register-dialog').then((module) => module.RegisterDialog);
const RegisterDialog = dynamic(loadDialog, { ssr: false });

export function BranchesPage() {
  const mayRead = useCan('branches.read');
  if (mayRead) return <Register />;
  return (
    <NotYours title="Branches and kiosks">
      Administrators keep the register of branches and kiosks. Ask one when a place or a kiosk has changed.
    </NotYours>
  );
}

function Register() {
  const mayWrite = useCan('branches.write');
  const state = parseRegisterState(useSearchParams());
  const branches = useBranches();
  const kiosks = useKiosks();
  const [dialog, setDialog] = useState<OpenRegisterDialog>();
  const [result, setResult] = useState<RegisterResult>();
  const open = (next: OpenRegisterDialog) => {
    setResult(undefined);
    setDialog(next);
  };
  const known = branches.data && kiosks.data && { branches: branches.data.items, kiosks: kiosks.data.items };
  const found = known && findInRegister(known.branches, known.kiosks, state);
  return (
    <>
      <PageHeader
        title="Branches and kiosks"
        titleInTopBar
        {...(known && {
          aside: `${countOf(known.branches.length, 'branch', 'branches')}, ${countOf(known.kiosks.length, 'kiosk')}`,
        })}
        actions={
          <>
            <LiveMark asOf={kiosks.data?.asOf} />
            {mayWrite && (
              <Button
                size="sm"
                icon={<Store />}
                onPointerEnter={() => void loadDialog()}
                onClick={() => open({ kind: 'add-branch' })}
              >
                Add a branch…
              </Button>
            )}
          </>
        }
      />
      <RegisterFilters state={state} found={found} />
      {result && (
        <div className="px-(--gutter) py-3">
          <Notice
            tone="good"
            title={result.title}
            close={<CloseMessage onClose={() => setResult(undefined)} />}
          >
            {result.text !== undefined && <p>{result.text}</p>}
          </Notice>
        </div>
      )}
      <RegisterTable
        found={found}
        isEmpty={known?.branches.length === 0}
        error={branches.error ?? kiosks.error}
        isFetching={branches.isFetching || kiosks.isFetching}
        onRetry={() => {
          void branches.refetch();
          void kiosks.refetch();
        }}
        state={state}
        onOpen={mayWrite ? open : undefined}
      />
      <footer className="flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 border-t border-line px-(--gutter) text-meta text-ink-2">
        <span>
          {mayWrite
            ? 'Wise lists no kiosks: what stands here is what people typed.'
            : 'You read this register. Administrators change it.'}
        </span>
      </footer>
      {dialog && (
        <RegisterDialog
          open={dialog}
          onClose={() => setDialog(undefined)}
          onDone={(next) => {
            setDialog(undefined);
            setResult(next);
          }}
        />
      )}
    </>
  );
}
