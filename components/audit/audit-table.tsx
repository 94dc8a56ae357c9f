'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { Fragment, useRef } from 'react';
import { useRowKeys } from '@/components/data-table/row-keys';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import { type AuditState, countFilters, withoutFilters } from '@/lib/client/audit/audit-state';
import { useStaffList } from '@/lib/client/staff/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { listAudit } from '@/lib/contracts/audit';
import type { ReplyOf } from '@/lib/contracts/define-endpoint';
import { zoneName } from '@/lib/format/times';
import { AuditDetails } from './audit-details';
import { AuditRowCells } from './audit-row';

export type AuditList = NonNullable<ReplyOf<typeof listAudit>>;

interface AuditTableProps {
  state: AuditState;
  list: UseQueryResult<AuditList, Error>;
  onChoose: (next: AuditState) => void;
}

const columns = 6;

export function AuditTable({ state, list, onChoose }: AuditTableProps) {
  const timeZone = useTimeZone();
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const staff = useStaffList();
  const nameOf = (personId: string) => staff.data?.items.find(({ id }) => id === personId)?.name;
  const { data, error, refetch, isFetching, isPlaceholderData } = list;
  if (error && !data) {
    return (
      <div className="flex-1 px-(--gutter) py-4">
        <ErrorState
          error={error}
          title="These rows could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </div>
    );
  }
  if (data?.items.length === 0) return <NothingFound state={state} onChoose={onChoose} />;
  return (
    <div ref={place} className="flex-1">
      {error && (
        <ErrorState
          className="mx-(--gutter) my-2"
          error={error}
          title="These rows could not be read again."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      <table role="table" className="data-table two-line" aria-busy={!data || isPlaceholderData}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="w-[132px]">
              Time, {zoneName(timeZone)}
            </th>
            <th role="columnheader" scope="col">
              Action
            </th>
            <th role="columnheader" scope="col" className="max-[1000px]:hidden">
              On
            </th>
            <th role="columnheader" scope="col">
              Who
            </th>
            <th role="columnheader" scope="col">
              Outcome
            </th>
            <th role="columnheader" scope="col" className="num w-[72px] max-wide:hidden print:table-cell">
              Row
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {!data && <PendingRows columns={columns} rows={12} />}
          {data?.items.map((row, index) => {
            const isOpen = row.sequence === state.row;
            return (
              <Fragment key={row.sequence}>
                <AuditRowCells
                  row={row}
                  index={index}
                  nameOf={nameOf}
                  isOpen={isOpen}
                  onToggle={() => onChoose({ ...state, row: isOpen ? '' : row.sequence })}
                />
                {isOpen && (
                  <tr role="row" id={`row-${row.sequence}`}>
                    <td
                      role="cell"
                      data-line="3"
                      colSpan={columns}
                      className="h-auto! max-w-none! bg-sunken! p-0! whitespace-normal!"
                    >
                      <AuditDetails
                        row={row}
                        nameOf={nameOf}
                        others={data.items.filter((other) => isSameAct(row, other))}
                        onOpen={(sequence) => onChoose({ ...state, row: sequence })}
                        onFind={(query) => onChoose({ ...withoutFilters(state), query })}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type Row = AuditList['items'][number];
const actOf = (row: Row) => row.intentSequence ?? (row.phase === 'intent' ? row.sequence : undefined);
const isSameAct = (row: Row, other: Row) =>
  other.sequence !== row.sequence && actOf(row) !== undefined && actOf(row) === actOf(other);

function NothingFound({ state, onChoose }: Pick<AuditTableProps, 'state' | 'onChoose'>) {
  const hasFilters = countFilters(state) > 0 || state.query !== '';
  return (
    <div className="flex-1">
      <EmptyState
        icon={<ScrollText />}
        title={
          state.query ? `No row matches “${state.query}”` : hasFilters ? 'No row matches' : 'No rows yet'
        }
        {...(hasFilters && {
          action: (
            <Button size="sm" onClick={() => onChoose(withoutFilters(state))}>
              Clear search and filters
            </Button>
          ),
        })}
      >
        {hasFilters
          ? 'Try fewer filters, a longer time, or the whole card token or request id.'
          : 'The first act in this console writes the first row.'}
      </EmptyState>
    </div>
  );
}
