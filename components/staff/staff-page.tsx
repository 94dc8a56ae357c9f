'use client';
import { UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { Found } from '@/components/ui/found';
import { PageHeader } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { type Role, roleNames, roles } from '@/lib/catalogues/console-permissions';
import { useCan } from '@/lib/client/session/session-provider';
import { useStaffList } from '@/lib/client/staff/queries';
import { findStaff, hrefForStaff, parseStaffState } from '@/lib/client/staff/staff-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';
import { ResultNotice, type StaffResult } from './result-notice';
import type { OpenStaffDialog } from './staff-dialog';
import { StaffTable } from './staff-table';

const loadDialog = () => import('./staff-dialog').then((module) => module.StaffDialog);
const StaffDialog = dynamic(loadDialog, { ssr: false });

export function StaffPage() {
  const mayRead = useCan('staff.read');
  if (mayRead) return <Staff />;
  return (
    <NotYours title="Staff">
      Administrators keep the list of staff. Ask one when a name, a role or a password has to change.
    </NotYours>
  );
}

function Staff() {
  const mayWrite = useCan('staff.write');
  const timeZone = useTimeZone();
  const state = parseStaffState(useSearchParams());
  const staff = useStaffList();
  const [dialog, setDialog] = useState<OpenStaffDialog>();
  const [result, setResult] = useState<StaffResult>();
  const open = (next: OpenStaffDialog) => {
    setResult(undefined);
    setDialog(next);
  };
  const found = staff.data && findStaff(staff.data.items, state);
  return (
    <>
      <PageHeader
        title="Staff"
        titleInTopBar
        {...(staff.data && { aside: countOf(staff.data.items.length, 'person', 'people') })}
        actions={
          <>
            <LiveMark asOf={staff.data?.asOf} />
            {mayWrite && (
              <Button
                size="sm"
                icon={<UserPlus />}
                onPointerEnter={() => void loadDialog()}
                onClick={() => open({ kind: 'add' })}
              >
                Add a person…
              </Button>
            )}
          </>
        }
      />
      <div
        role="search"
        aria-label="Staff"
        data-print="no"
        className="flex flex-none flex-wrap items-center gap-1.5 border-y border-line px-(--gutter) py-2"
      >
        <SearchField
          label="Search staff"
          placeholder="Name, e-mail or branch"
          value={state.query}
          onSearch={(query) => replaceUrl(hrefForStaff({ ...state, query }))}
        />
        <Select
          aria-label="Role"
          className="w-[150px]"
          value={state.role}
          onChange={({ target }) => pushUrl(hrefForStaff({ ...state, role: roleOf(target.value) }))}
        >
          <option value="">Every role</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </Select>
        <Found>{found && countOf(found.length, 'found', 'found')}</Found>
      </div>
      {result && <ResultNotice result={result} onClose={() => setResult(undefined)} />}
      <StaffTable staff={staff} found={found} state={state} onOpen={mayWrite ? open : undefined} />
      <footer className="flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 border-t border-line px-(--gutter) text-meta text-ink-2">
        <span className="max-narrow:hidden">
          {mayWrite
            ? 'Role, flags, limits and branches change once a second administrator agrees.'
            : 'You read this list. Administrators change it.'}
        </span>
        <span className="ml-auto">Times in {zoneLabel(timeZone)}</span>
      </footer>
      {dialog && (
        <StaffDialog
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

const roleOf = (value: string): Role | '' => roles.find((role) => role === value) ?? '';
