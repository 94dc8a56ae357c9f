'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { ColumnHead } from '@/components/data-table/column-head';
import { Copyable } from '@/components/ui/copyable';
import { StatusMark } from '@/components/ui/status';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { useDeclineReasons } from '@/lib/client/declines/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { type ExportsState, hrefForExports } from '@/lib/client/transaction-exports/exports-state';
import { hrefForChangedSince } from '@/lib/client/transactions/archive-state';
import { pushUrl } from '@/lib/client/url/write-url';
import type { TransactionExport } from '@/lib/contracts/transaction-exports';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatTableTime } from '@/lib/format/times';
import { filterText } from './filter-text';

export const exportColumns = 7;
const onlyWide = 'max-wide:hidden';

const looks: Record<TransactionExport['state'], StatusLook> = {
  'being-written': { word: 'Being written', tone: 'busy', mark: 'moving' },
  whole: { word: 'Whole', tone: 'quiet', mark: 'works' },
  'cut-off': { word: 'Cut off midway', tone: 'warn', mark: 'needs-a-hand' },
};

export function ExportsHead({ state }: { state: ExportsState }) {
  const turned = state.sort === 'exported' ? '-exported' : 'exported';
  return (
    <thead role="rowgroup">
      <tr role="row">
        <ColumnHead
          column={{ label: 'Exported', isTime: true }}
          direction={state.sort === 'exported' ? 'ascending' : 'descending'}
          onSort={() => pushUrl(hrefForExports({ ...state, sort: turned }))}
          className={undefined}
        />
        <Head words="What" />
        <Head words="By" className="max-narrow:hidden" />
        <Head words="Export id" className={onlyWide} />
        <Head words="Rows" className="num" />
        <Head words="File" />
        <Head words="Since then" />
      </tr>
    </thead>
  );
}

function Head({ className, words }: { className?: string; words: string }) {
  return (
    <th role="columnheader" scope="col" className={className}>
      {words}
    </th>
  );
}

export function ExportRow({ index, record }: { index: number; record: TransactionExport }) {
  const timeZone = useTimeZone();
  const reasons = useDeclineReasons().data?.items ?? [];
  const titleOf = (code: string) => reasons.find((reason) => reason.code === code)?.title ?? code;
  const { by, card, exportedAt, id, rows, state } = record;
  const what = filterText(record, { timeZone, titleOf });
  return (
    <tr role="row" data-row={index}>
      <td role="cell" data-line="2-end" className="text-ink-2 tabular">
        <time dateTime={exportedAt}>{formatTableTime(exportedAt, timeZone)}</time>
      </td>
      <td role="cell" data-line="1" className="narrow:w-full narrow:max-w-0 narrow:truncate" title={what}>
        {card !== null && (
          <span className="mr-2">
            {card.lastFourDigits === null ? 'One card' : <CardNumber lastFourDigits={card.lastFourDigits} />}
          </span>
        )}
        {what}
      </td>
      <td role="cell" className="text-ink-2 max-narrow:hidden">
        {by}
      </td>
      <td role="cell" className={onlyWide}>
        <Copyable value={id} what="export id" />
      </td>
      <td role="cell" data-line="1-end" className="num">
        {formatCount(rows)}
        <span className="narrow:hidden"> {rows === 1 ? 'row' : 'rows'}</span>
      </td>
      <td role="cell" data-line="3">
        <StatusMark look={looks[state]} />
      </td>
      <td role="cell" data-line="2">
        <Since record={record} />
      </td>
    </tr>
  );
}

function Since({ record: { changedSince, id } }: { record: TransactionExport }) {
  if (changedSince === 0) return <span className="text-ink-3">as it was</span>;
  return (
    <Link href={hrefForChangedSince(id) as Route} prefetch={false} data-row-link>
      {countOf(changedSince, 'changed since', 'changed since')}
    </Link>
  );
}
