import { ColumnHead } from '@/components/data-table/column-head';
import { type PickAll, PickAllBox } from '@/components/data-table/pick-box';
import { type CardSortField, sortDirection } from '@/lib/client/cards/list-state';
import type { CardSort } from '@/lib/contracts/cards';
import type { ShownColumn } from './columns';

interface HeadProps {
  columns: readonly ShownColumn[];
  sort: CardSort;
  onSort: (field: CardSortField) => void;
  /** Absent where nothing can be chosen. */
  all: PickAll | undefined;
}

export function Head({ all, columns, sort, onSort }: HeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {all && <PickAllBox {...all} />}
        {columns.map((column) => {
          const { classNames, id, sort: field, width } = column;
          return (
            <ColumnHead
              key={id}
              column={column}
              direction={field && sortDirection(sort, field)}
              onSort={field && (() => onSort(field))}
              {...(width !== undefined && { style: { width } })}
              className={classNames}
            />
          );
        })}
        <th role="columnheader" scope="col" className="acts w-[92px]! max-wide:w-[62px]!">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
