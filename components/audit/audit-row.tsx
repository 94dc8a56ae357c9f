'use client';
import { ChevronRight } from 'lucide-react';
import clsx from 'clsx';
import { StatusMark } from '@/components/ui/status';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { AuditRow } from '@/lib/contracts/audit';
import { formatId } from '@/lib/format/ids';
import { formatTableTime } from '@/lib/format/times';
import { detailOfAction, wordsOfAction } from './action-words';
import { lookOfOutcome } from './outcome-look';
import { wordsOfActor } from './who';

interface AuditRowCellsProps {
  row: AuditRow;
  index: number;
  nameOf: (personId: string) => string | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

export function AuditRowCells({ row, index, nameOf, isOpen, onToggle }: AuditRowCellsProps) {
  const timeZone = useTimeZone();
  const detail = detailOfAction(row.action, row.details);
  return (
    <tr role="row" data-row={index} data-current={isOpen || undefined}>
      <td role="cell" data-line="2-end" className="text-ink-2 max-narrow:shadow-none!">
        <time dateTime={row.at}>{formatTableTime(row.at, timeZone)}</time>
      </td>
      <td role="cell" data-line="1" className="key">
        <button
          type="button"
          data-row-link
          aria-expanded={isOpen}
          aria-controls={isOpen ? `row-${row.sequence}` : undefined}
          title={row.action}
          onClick={onToggle}
          className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-xs text-left hover:underline"
        >
          <ChevronRight className={clsx('size-3.5! text-ink-3', isOpen && 'rotate-90')} />
          <span className="truncate">
            {wordsOfAction(row.action)}
            {detail !== undefined && <span className="font-plain text-ink-2"> {detail}</span>}
          </span>
        </button>
      </td>
      <td role="cell" className="text-ink-2 max-[1000px]:hidden">
        {wordsOfTarget(row, nameOf)}
      </td>
      <td role="cell" data-line="2" className="text-ink-2">
        {wordsOfActor(row)}
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark look={lookOfOutcome(row)} value={row.outcome ?? row.phase} />
      </td>
      <td role="cell" className="num text-ink-3 max-wide:hidden print:table-cell">
        {row.sequence}
      </td>
    </tr>
  );
}

function wordsOfTarget({ targetType, targetId }: AuditRow, nameOf: (id: string) => string | undefined) {
  if (targetType === 'card') {
    return (
      <>
        Card <span className="code">{formatId(targetId)}</span>
      </>
    );
  }
  if (targetType === 'person') {
    if (targetId === 'new') return 'A new person';
    if (targetId === 'self') return 'Themselves';
    return nameOf(targetId) ?? <>Person {formatId(targetId)}</>;
  }
  if (targetType === 'approval') {
    return (
      <>
        Request <span className="code">{formatId(targetId)}</span>
      </>
    );
  }
  if (targetType === 'view') {
    if (targetId === 'new') return 'A new view';
    if (targetId === 'none') return 'Everything';
  }
  if (targetType === 'card-order') return `Card order ${targetId}`;
  if (targetType === 'kiosk') return `Kiosk ${targetId}`;
  if (targetType === 'branch') return targetId === 'new' ? 'A new branch' : `Branch ${targetId}`;
  if (targetType === 'transactions')
    return targetId === 'numbers' ? 'Numbers of transactions' : 'Transactions across all cards';
  if (targetType === 'card-orders') return targetId === 'index' ? 'Index of card orders' : 'A new card order';
  if (targetType === 'print-jobs') return 'Print jobs';
  if (targetType === 'cards') return 'Index of cards';
  if (targetType === 'approval-rules') return 'Approval rules';
  if (targetType === 'retention') return 'Retention';
  if (targetType === 'direct-debit-accounts') return `Accounts for direct debits of ${targetId}`;
  if (targetType === 'audit') return 'Audit trail';
  return `${targetType} ${formatId(targetId)}`;
}
