import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Copyable } from '@/components/ui/copyable';
import type { CardColumnId, CardSortField } from '@/lib/client/cards/list-state';
import type { IndexedCard } from '@/lib/contracts/cards';
import { formatCardType, formatExpiry, formatProgramme, formatScheme } from '@/lib/format/card-numbers';
import { formatTableTime } from '@/lib/format/times';
import { CardNumber } from '../card-number';
import { CardStatusMark } from '../card-status';

export interface CardColumn {
  id: CardColumnId;
  label: string;
  /** Times: the head says the zone. */
  isTime?: boolean;
  sort?: CardSortField;
  isNumeric?: boolean;
  className?: string;
  /** Pixels; a column without shares what is left. */
  width?: number;
  /** Left out where the window is too small, unless it was chosen. */
  hidden?: string;
  /** Place in the two-line row up to 640 px. */
  line?: '1' | '1-end' | '2' | '2-end';
  /** Columns of the CSV. */
  exportAs: string;
  cell: (card: IndexedCard, timeZone: string) => ReactNode;
}

export const cardHref = ({ profileId, token }: IndexedCard) => `/cards/${profileId}/${token}` as const;
const none = <span className="text-ink-3">none</span>;
const time = (iso: string, timeZone: string) => <time dateTime={iso}>{formatTableTime(iso, timeZone)}</time>;

export const cardColumns: readonly CardColumn[] = [
  {
    id: 'holder',
    label: 'Holder',
    sort: 'holder',
    className: 'key',
    line: '1',
    exportAs: 'holder',
    cell: (card) => (
      <Link href={{ pathname: cardHref(card) }} prefetch={false} data-row-link className="-outline-offset-1">
        {card.cardHolderName ?? 'No name'}
      </Link>
    ),
  },
  {
    id: 'card',
    label: 'Card',
    width: 98,
    sort: 'lastFour',
    line: '2',
    exportAs: 'card',
    cell: (card) => (
      <>
        <CardNumber lastFourDigits={card.lastFourDigits} />
        <span className="narrow:hidden"> · {formatExpiry(card.expiryDate)}</span>
      </>
    ),
  },
  {
    id: 'status',
    label: 'Status',
    width: 170,
    sort: 'status',
    line: '1-end',
    exportAs: 'status,hold',
    cell: (card) => <CardStatusMark status={card.status.value} isHeld={card.hold !== null} />,
  },
  {
    id: 'kind',
    label: 'Kind',
    width: 154,
    className: 'text-ink-2',
    hidden: 'max-wide:hidden',
    exportAs: 'scheme,type',
    cell: ({ cardProgram }) =>
      `${formatScheme(cardProgram.scheme)} · ${formatCardType(cardProgram.cardType)}`,
  },
  {
    id: 'programme',
    label: 'Programme',
    width: 156,
    className: 'text-ink-2',
    hidden: 'max-wide:hidden',
    exportAs: 'programme',
    cell: ({ cardProgram }) => <span title={cardProgram.name}>{formatProgramme(cardProgram.name)}</span>,
  },
  {
    id: 'profile',
    label: 'Profile',
    width: 120,
    className: 'text-ink-2',
    hidden: 'max-wide:hidden',
    exportAs: 'profile,profileId',
    cell: (card) => (
      <span
        title={`Profile ${card.profileId}`}
        className={clsx(card.profileType.toUpperCase() === 'PERSONAL' && 'text-ink-3')}
      >
        {card.profileType.toUpperCase() === 'PERSONAL' ? 'Personal' : card.profileName}
      </span>
    ),
  },
  {
    id: 'phone',
    label: 'Phone',
    width: 150,
    className: 'text-ink-2 tabular',
    hidden: 'max-full:hidden',
    exportAs: 'phone',
    cell: (card) => card.phoneNumber ?? none,
  },
  {
    id: 'expires',
    label: 'Expires',
    width: 70,
    hidden: 'max-[900px]:hidden',
    sort: 'expiry',
    isNumeric: true,
    className: 'text-ink-2',
    exportAs: 'expiry',
    cell: (card) => formatExpiry(card.expiryDate),
  },
  {
    id: 'changed',
    label: 'Last change',
    width: 158,
    isTime: true,
    sort: 'changed',
    isNumeric: true,
    className: 'text-ink-2',
    line: '2-end',
    exportAs: 'changed',
    cell: (card, timeZone) => time(card.modificationTime, timeZone),
  },
  {
    id: 'created',
    label: 'Created',
    width: 140,
    isTime: true,
    sort: 'created',
    isNumeric: true,
    className: 'text-ink-2',
    exportAs: 'created',
    cell: (card, timeZone) => time(card.creationTime, timeZone),
  },
  {
    id: 'currency',
    label: 'Currency',
    width: 90,
    className: 'text-ink-2',
    exportAs: 'currency',
    cell: ({ cardProgram }) => cardProgram.defaultCurrency,
  },
  {
    id: 'bin',
    label: 'BIN',
    width: 84,
    className: 'text-ink-2',
    exportAs: '',
    cell: (card) => <span className="code">{card.bankIdentificationNumber ?? '–'}</span>,
  },
  {
    id: 'token',
    label: 'Token',
    width: 176,
    className: 'text-ink-2',
    exportAs: 'token',
    cell: (card) => <Copyable value={card.token} what={`token of card ending ${card.lastFourDigits}`} />,
  },
  {
    id: 'asOf',
    label: 'Known as of',
    width: 150,
    isTime: true,
    isNumeric: true,
    className: 'text-ink-2',
    exportAs: 'asOf',
    cell: (card, timeZone) => time(card.asOf, timeZone),
  },
];

export interface ShownColumn extends CardColumn {
  /** `hidden` where the columns were not chosen. */
  classNames: string;
}

const leastFreeWidth = 150;
const actionsWidth = 92;

/** Where columns were chosen, the table gets as wide as they need and scrolls sideways. */
export const leastWidth = (columns: readonly CardColumn[]): number =>
  columns.reduce((sum, { width }) => sum + (width ?? leastFreeWidth), actionsWidth);

export function shownColumns(chosen: readonly CardColumnId[] | undefined, usual: readonly CardColumnId[]) {
  return cardColumns
    .filter(({ id }) => (chosen ?? usual).includes(id))
    .map((column) => ({
      ...column,
      classNames: clsx(column.className, column.isNumeric && 'num', chosen === undefined && column.hidden),
    }));
}
