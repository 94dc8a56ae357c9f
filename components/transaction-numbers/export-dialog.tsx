'use client';
import { useState } from 'react';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { Field, Select } from '@/components/ui/field';
import { exportReasonWords } from '@/lib/catalogues/export-reasons';
import { type NumbersTableName, numbersTables, numbersTableWords } from '@/lib/catalogues/numbers-tables';
import { downloadFile } from '@/lib/client/download-file';
import { exportTransactionNumbers, type NumbersQuery } from '@/lib/contracts/transaction-numbers';
import { formatDay, zoneLabel } from '@/lib/format/times';

interface ExportDialogProps {
  table: NumbersTableName;
  query: NumbersQuery & { timeZone: string };
  onClose: () => void;
}

export function ExportDialog({ table, query, onClose }: ExportDialogProps) {
  const [chosen, setChosen] = useState(table);
  return (
    <ReasonDialog
      title="Export a table of these numbers?"
      description={`A CSV file of ${formatDay(query.from)} to ${formatDay(query.until)} in the shown order, days and hours in ${zoneLabel(query.timeZone)}; by day it has a row for each. Your name, the reason and the filters are recorded.`}
      reasons={exportReasonWords}
      onSend={(reason, watch) =>
        downloadFile(exportTransactionNumbers, { ...query, table: chosen, reason }, { watch })
      }
      onClose={onClose}
    >
      <Field label="Table">
        {(parts) => (
          <Select
            {...parts}
            value={chosen}
            onChange={({ target }) =>
              setChosen(numbersTables.find((name) => name === target.value) ?? chosen)
            }
          >
            {numbersTables.map((name) => (
              <option key={name} value={name}>
                {numbersTableWords[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ReasonDialog>
  );
}
