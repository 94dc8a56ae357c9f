'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useRef } from 'react';
import { useRowKeys } from '@/components/data-table/row-keys';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import { hrefForStaff, type StaffState } from '@/lib/client/staff/staff-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl } from '@/lib/client/url/write-url';
import type { ReplyOf } from '@/lib/contracts/define-endpoint';
import type { listStaff, StaffMember } from '@/lib/contracts/staff';
import { zoneName } from '@/lib/format/times';
import type { OpenStaffDialog } from './staff-dialog';
import { StaffRow } from './staff-row';

interface StaffTableProps {
  staff: UseQueryResult<NonNullable<ReplyOf<typeof listStaff>>, Error>;
  found: StaffMember[] | undefined;
  state: StaffState;
  /** Undefined for who may only read. */
  onOpen: ((dialog: OpenStaffDialog) => void) | undefined;
}

const columns = 9;

export function StaffTable({ staff, found, state, onOpen }: StaffTableProps) {
  const timeZone = useTimeZone();
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const { error, refetch, isFetching } = staff;
  const failure = error && (
    <ErrorState
      className="mx-(--gutter) my-3"
      error={error}
      title={found ? 'The list could not be read again.' : 'The list could not be read.'}
      onRetry={() => void refetch()}
      busy={isFetching}
    />
  );
  if (failure && !found) return <div className="flex-1">{failure}</div>;
  if (found?.length === 0) {
    return (
      <div className="flex-1">
        <EmptyState
          icon={<Users />}
          title={state.query ? `Nobody matches “${state.query}”` : 'Nobody has this role'}
          action={
            <Button size="sm" onClick={() => pushUrl(hrefForStaff({ query: '', role: '' }))}>
              Show everybody
            </Button>
          }
        >
          Try a part of the name or the e-mail address.
        </EmptyState>
      </div>
    );
  }
  return (
    <div ref={place} className="flex-1">
      {failure}
      <table role="table" className="data-table two-line" aria-busy={!found}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Name
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              E-mail
            </th>
            <th role="columnheader" scope="col">
              Role
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              Branches
            </th>
            <th role="columnheader" scope="col" className="max-wide:hidden">
              Flags
            </th>
            <th role="columnheader" scope="col" className="num">
              Sessions
            </th>
            <th role="columnheader" scope="col">
              Last seen, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col">
              State
            </th>
            <th role="columnheader" scope="col" className="acts">
              <span className="sr-only">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {found ? (
            found.map((person, index) => (
              <StaffRow key={person.id} person={person} index={index} onOpen={onOpen} />
            ))
          ) : (
            <PendingRows columns={columns} />
          )}
        </tbody>
      </table>
    </div>
  );
}
