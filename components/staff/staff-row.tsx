'use client';
import clsx from 'clsx';
import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { Menu } from '@/components/ui/menu';
import { StatusMark, Tag } from '@/components/ui/status';
import { personFlagNames, roleNames } from '@/lib/catalogues/console-permissions';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { useSession } from '@/lib/client/session/session-provider';
import { wordsOfLimits } from '@/lib/client/staff/limit-words';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { StaffMember } from '@/lib/contracts/staff';
import { formatTableTime } from '@/lib/format/times';
import { menuForPerson } from './menu-for-person';
import type { OpenStaffDialog } from './staff-dialog';

interface StaffRowProps {
  person: StaffMember;
  index: number;
  onOpen: ((dialog: OpenStaffDialog) => void) | undefined;
}

function stateOf({ disabledAt, hasPassword }: StaffMember): StatusLook {
  if (disabledAt !== null) return { word: 'Disabled', tone: 'quiet', mark: 'over' };
  if (!hasPassword) return { word: 'No password yet', tone: 'quiet', mark: 'not-begun' };
  return { word: 'Active', tone: 'good', mark: 'works' };
}
const waiting: StatusLook = { word: 'Change waits', tone: 'warn', mark: 'waits' };

export function StaffRow({ person, index, onOpen }: StaffRowProps) {
  const session = useSession();
  const timeZone = useTimeZone();
  const isOwn = session.person.id === person.id;
  const { name, email, role, branches, flags, sessions, lastSeenAt, pendingApprovalId } = person;
  const { approvalLimits } = person;
  return (
    <tr role="row" data-row={index} className="max-narrow:grid-cols-[minmax(0,1fr)_auto_auto]!">
      <td role="cell" data-line="1" className="key">
        {onOpen ? (
          <button
            type="button"
            data-row-link
            onClick={() => onOpen({ kind: 'edit', person })}
            className="inline-flex min-h-6 items-center rounded-xs hover:underline"
          >
            {name}
          </button>
        ) : (
          name
        )}
        {isOwn && <Tag className="ml-2">You</Tag>}
      </td>
      <td role="cell" className="text-ink-2 max-wide:hidden">
        {email}
      </td>
      <td role="cell" data-line="2">
        {roleNames[role]}
        {role === 'branch_manager' && (
          <span className="wide:hidden">
            , {branches.map((branch) => branch.name).join(', ') || 'no branch'}
          </span>
        )}
      </td>
      <td role="cell" className="text-ink-2 max-wide:hidden">
        {role === 'branch_manager' ? branches.map((branch) => branch.name).join(', ') || 'none' : '–'}
      </td>
      <td role="cell" className="text-ink-2 max-wide:hidden">
        {flags.length === 0 ? '–' : flags.map((flag) => personFlagNames[flag]).join(', ')}
        {approvalLimits.length > 0 && (
          <span className="block text-meta text-ink-3 tabular">Up to {wordsOfLimits(approvalLimits)}</span>
        )}
      </td>
      <td role="cell" className="num">
        {sessions}
      </td>
      <td role="cell" data-line="2-end" className="text-ink-2">
        {lastSeenAt === null ? (
          'not signed in'
        ) : (
          <time dateTime={lastSeenAt}>{formatTableTime(lastSeenAt, timeZone)}</time>
        )}
      </td>
      <td role="cell" data-line="1-end">
        <span className="flex flex-wrap items-center justify-end gap-x-3 narrow:justify-start">
          <StatusMark look={stateOf(person)} />
          {pendingApprovalId !== null && (
            <Link
              prefetch={false}
              href={{ pathname: '/approvals', query: { view: 'pending', id: pendingApprovalId } }}
              className="inline-flex min-h-6 items-center"
            >
              <StatusMark look={waiting} />
            </Link>
          )}
        </span>
      </td>
      <td
        role="cell"
        className={clsx(
          'acts',
          onOpen && 'max-narrow:col-start-3 max-narrow:row-span-2 max-narrow:row-start-1 max-narrow:block!',
        )}
      >
        {onOpen && (
          <Menu
            label={`Acts on ${name}`}
            isIcon
            size="sm"
            variant="quiet"
            face={<Ellipsis />}
            entries={() => menuForPerson({ person, isOwn, onOpen })}
          />
        )}
      </td>
    </tr>
  );
}
