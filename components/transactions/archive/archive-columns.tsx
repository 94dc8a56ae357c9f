import type { ReactNode } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { StatusMark } from '@/components/ui/status';
import { UrlLink } from '@/components/ui/url-link';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import {
  type ArchiveColumnId,
  type ArchiveSortField,
  type ArchiveState,
  archiveColumnIds,
  usualArchiveColumns,
} from '@/lib/client/transactions/archive-state';
import type { ArchiveListItem } from '@/lib/contracts/transactions';
import { formatDate, formatTableTime } from '@/lib/format/times';
import { formatAuthorisationMethod, formatPlace, formatTransactionType } from '@/lib/format/transactions';
import { Sum } from '../sum';
import { ChangedNote } from '../changed-note';
import { wordsOfThen } from '../changed-words';

interface Cell {
  timeZone: string;
  /** Where the row leads. */
  href: string;
}
export interface ArchiveColumn {
  id: ArchiveColumnId;
  label: string;
  /** The head says the zone. */
  isTime?: boolean;
  sort?: ArchiveSortField;
  /** Pixels; columns without share what is left. */
  width?: number;
  className?: string;
  headClassName?: string;
  /** Left out where the window is too small, unless it was chosen. */
  hidden?: string;
  /** Place in the row of few lines up to 640 px. */
  line?: '1' | '1-end' | '2' | '2-end' | '3';
  cell: (transaction: ArchiveListItem, cell: Cell) => ReactNode;
}

const none = <span className="text-ink-3">none</span>;
const quiet = 'text-ink-2';
const onlyWide = 'max-wide:hidden';

const columns: readonly ArchiveColumn[] = [
  {
    id: 'time',
    label: 'Time',
    width: 136,
    isTime: true,
    sort: 'created',
    className: quiet,
    line: '2-end',
    cell: ({ creationTime }, { timeZone }) => (
      <time dateTime={creationTime}>{formatTableTime(creationTime, timeZone)}</time>
    ),
  },
  {
    id: 'merchant',
    label: 'Merchant',
    className: 'key',
    line: '1',
    cell: ({ merchant }, { href }) => (
      <UrlLink href={href} data-row-link>
        {merchant.name ?? 'No merchant named'}
      </UrlLink>
    ),
  },
  {
    id: 'card',
    label: 'Card',
    width: 214,
    className: quiet,
    headClassName: 'max-wide:w-[98px]!',
    hidden: 'max-narrow:hidden',
    cell: ({ cardHolderName, lastFourDigits }) => (
      <span className="flex items-center gap-2">
        {lastFourDigits === null ? none : <CardNumber lastFourDigits={lastFourDigits} />}
        {cardHolderName !== null && (
          <span className="min-w-0 truncate max-wide:hidden">{cardHolderName}</span>
        )}
      </span>
    ),
  },
  {
    id: 'place',
    label: 'Place',
    width: 150,
    className: quiet,
    hidden: onlyWide,
    cell: (transaction) => formatPlace(transaction) || none,
  },
  {
    id: 'how',
    label: 'How',
    width: 134,
    className: quiet,
    hidden: onlyWide,
    cell: ({ authorisationMethod, type }) => (
      <span title={type}>
        {type === 'POS_PURCHASE'
          ? formatAuthorisationMethod(authorisationMethod)
          : formatTransactionType(type)}
      </span>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: 116,
    line: '2',
    cell: ({ state }) => <StatusMark look={lookOfTransactionState(state)} value={state} />,
  },
  {
    id: 'note',
    label: 'Note',
    className: quiet,
    hidden: 'narrow:max-[900px]:hidden',
    line: '3',
    cell: (transaction, { timeZone }) => {
      const note = noteOn(transaction, timeZone);
      if (transaction.changedSince === null) return <span title={note}>{note}</span>;
      return <ChangedNote words={note} />;
    },
  },
  {
    id: 'profile',
    label: 'Profile',
    width: 170,
    className: quiet,
    hidden: onlyWide,
    cell: ({ profileId, profileName }) => <span title={`Profile ${profileId}`}>{profileName}</span>,
  },
  {
    id: 'mcc',
    label: 'MCC',
    width: 64,
    className: `${quiet} tabular`,
    hidden: onlyWide,
    cell: ({ merchant }) => <span title={merchant.category ?? undefined}>{merchant.mcc ?? none}</span>,
  },
  {
    id: 'approval',
    label: 'Approval code',
    width: 124,
    className: quiet,
    hidden: onlyWide,
    cell: ({ approvalCode }) => (approvalCode === null ? none : <span className="code">{approvalCode}</span>),
  },
  {
    id: 'arn',
    label: 'ARN',
    width: 206,
    className: quiet,
    hidden: onlyWide,
    cell: ({ arn }) => (arn === null ? none : <span className="code">{arn}</span>),
  },
  {
    id: 'id',
    label: 'Id',
    width: 150,
    sort: 'id',
    className: quiet,
    hidden: onlyWide,
    cell: ({ id }) => <span className="code">{id}</span>,
  },
  {
    id: 'source',
    label: 'Told by',
    width: 196,
    isTime: true,
    className: quiet,
    hidden: onlyWide,
    cell: ({ source, toldAt }, { timeZone }) => (
      <>
        {source === 'webhook' ? 'Delivery' : 'Reading'},{' '}
        <time dateTime={toldAt}>{formatTableTime(toldAt, timeZone)}</time>
      </>
    ),
  },
  {
    id: 'billing',
    label: 'Billed',
    width: 116,
    sort: 'billing',
    className: 'num',
    hidden: onlyWide,
    cell: ({ billingAmount }) => (billingAmount === null ? none : <Sum money={billingAmount} />),
  },
  {
    id: 'reporting',
    label: 'Billed, valued',
    width: 126,
    className: 'num',
    hidden: onlyWide,
    cell: (transaction) => <Value transaction={transaction} />,
  },
  {
    id: 'amount',
    label: 'Amount',
    width: 126,
    className: 'num',
    line: '1-end',
    cell: ({ transactionAmount }) => <Sum money={transactionAmount} />,
  },
];

/** What was billed in the reporting currency; the rate and its day are said beside it. */
function Value({ transaction: { billingAmount, reporting } }: { transaction: ArchiveListItem }) {
  if (billingAmount === null) return none;
  if (reporting === null) return <span className="text-ink-3">rate not read yet</span>;
  const { amount, currency, day, rate } = reporting;
  if (amount === null) return <span className="text-ink-3">no rate</span>;
  const words = billingAmount.currency === currency ? undefined : `Wise’s rate of ${day}: ${rate}`;
  return (
    <span title={words}>
      <Sum money={{ amount, currency }} />
    </span>
  );
}

export function shownArchiveColumns({ columns: chosen }: Pick<ArchiveState, 'columns'>): ArchiveColumn[] {
  const ids = chosen ?? usualArchiveColumns;
  return archiveColumnIds
    .filter((id) => ids.includes(id))
    .flatMap((id) => columns.filter((column) => column.id === id))
    .map((column) =>
      chosen && column.hidden ? { ...column, hidden: column.line ? '' : 'max-narrow:hidden' } : column,
    );
}

const pickWidth = 42;
const leastFreeWidth = 140;
const leastUsualWidth = 640;

/** Columns that were chosen are all shown, and the table scrolls sideways; of the usual ones as many as the window holds. */
export const leastArchiveWidth = ({ columns: chosen }: Pick<ArchiveState, 'columns'>): number =>
  chosen
    ? columns
        .filter(({ id }) => chosen.includes(id))
        .reduce((sum, { width }) => sum + (width ?? leastFreeWidth), pickWidth)
    : leastUsualWidth;

export const archiveColumnLabels = columns.map(({ id, label }) => ({ id, label }));

/** What it was in a file that somebody has, why it was declined, or until when money is held. */
export function noteOn(transaction: ArchiveListItem, timeZone: string): string {
  const { changedSince, declineTitle, purgeTime, state } = transaction;
  if (changedSince !== null) return wordsOfThen(transaction, changedSince, timeZone);
  if (declineTitle !== null) return declineTitle;
  return state === 'IN_PROGRESS' && purgeTime !== null ? `Hold ends ${formatDate(purgeTime, timeZone)}` : '';
}
