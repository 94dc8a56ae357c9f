'use client';
import { useState } from 'react';
import { Field, Input, Select } from '@/components/ui/field';
import { batchColumns, labelOfBatchField } from '@/lib/catalogues/batch-columns';
import { fieldsOfRow } from '@/lib/client/batch-groups/row-cells';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { longestCell } from '../grid/cell-editor';

interface FieldListProps {
  row: BatchRow;
  mayEdit: boolean;
  onSave: (field: string, value: string) => void;
}

/** Every field of a row by its name. Each is saved by itself when it is left. */
export function FieldList({ row, mayEdit, onSave }: FieldListProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const fields = fieldsOfRow(row);
  const shown = [...fields, ...added.filter((field) => !fields.includes(field))];
  const others = Object.keys(batchColumns).filter((field) => !shown.includes(field));
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-x-4 gap-y-2.5 border-t border-line-soft pt-2.5">
      {shown.map((field) => (
        <OneField
          // Another value from elsewhere takes the field's place.
          key={`${field} ${row.cells[field] ?? ''}`}
          field={field}
          value={row.cells[field] ?? ''}
          error={row.faults.find((fault) => fault.field === field)?.message}
          mayEdit={mayEdit}
          onSave={(value) => onSave(field, value)}
        />
      ))}
      {mayEdit && others.length > 0 && (
        <Field label="Another field">
          {(parts) => (
            <Select {...parts} value="" onChange={({ target }) => setAdded([...added, target.value])}>
              <option value="">Choose one to fill in</option>
              {others.map((field) => (
                <option key={field} value={field}>
                  {labelOfBatchField(field)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

interface OneFieldProps {
  field: string;
  value: string;
  error: string | undefined;
  mayEdit: boolean;
  onSave: (value: string) => void;
}

function OneField({ field, value, error, mayEdit, onSave }: OneFieldProps) {
  return (
    <Field label={labelOfBatchField(field)} error={error}>
      {(parts) => (
        <Input
          {...parts}
          defaultValue={value}
          readOnly={!mayEdit}
          maxLength={longestCell}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={(event) => {
            const { currentTarget, key } = event;
            if (key === 'Escape') currentTarget.value = value;
            else if (key === 'Enter' && !event.nativeEvent.isComposing && currentTarget.value !== value)
              onSave(currentTarget.value);
          }}
          onBlur={({ currentTarget }) => {
            if (currentTarget.value !== value) onSave(currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
