'use client';
import { Select } from '@/components/ui/field';
import { batchColumns, isBatchField, labelOfBatchField } from '@/lib/catalogues/batch-columns';
import type { AddedBatchRows } from '@/lib/contracts/batch-rows';

type Question = Extract<AddedBatchRows, { kind: 'needs-mapping' }>;
type Mapping = readonly (string | null)[];

interface MappingTableProps {
  question: Question;
  mapping: Mapping;
  fault: string | undefined;
  onChange: (mapping: Mapping) => void;
}

const fields = Object.keys(batchColumns);
const groups: { label: string; fields: readonly string[] }[] = [
  { label: 'The payment', fields: fields.filter((field) => !field.startsWith('details.')) },
  {
    label: 'The account',
    fields: fields.filter((field) => field.startsWith('details.') && !field.startsWith('details.address.')),
  },
  { label: 'The address', fields: fields.filter((field) => field.startsWith('details.address.')) },
];

/** Each field has one column, and without an amount there is no payment. */
export function faultOfMapping(mapping: Mapping): string | undefined {
  const chosen = mapping.filter((field) => field !== null);
  const twice = chosen.find((field, at) => chosen.indexOf(field) !== at);
  if (twice !== undefined) return `Two columns are the ${labelOfBatchField(twice)}. Leave one of them out.`;
  return chosen.includes('amount') ? undefined : 'Say which column is the amount.';
}

export function MappingTable({ question, mapping, fault, onChange }: MappingTableProps) {
  const set = (column: number, field: string) =>
    onChange(mapping.map((before, at) => (at === column ? field || null : before)));
  return (
    <div className="grid gap-2">
      <div
        role="region"
        aria-label="Columns of the file"
        tabIndex={0}
        className="max-h-[46dvh] overflow-auto rounded-md border border-line"
      >
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="bg-sunken text-meta text-ink-2">
              <th scope="col" className="px-2.5 py-1.5 font-control">
                Column of the file
              </th>
              <th scope="col" className="px-2.5 py-1.5 font-control">
                Is
              </th>
            </tr>
          </thead>
          <tbody>
            {question.header.map((header, column) => (
              <tr key={`${column} ${header}`} className="border-t border-line-soft align-top">
                <td className="max-w-[220px] px-2.5 py-1.5">
                  <span className="block truncate font-strong">{header || `Column ${column + 1}`}</span>
                  <span className="block truncate text-meta text-ink-3">
                    {question.samples
                      .map((cells) => cells[column] ?? '')
                      .filter(Boolean)
                      .join(' · ') || 'empty'}
                  </span>
                </td>
                <td className="px-2.5 py-1.5">
                  <Select
                    aria-label={`Column ${header || column + 1} is`}
                    value={mapping[column] ?? ''}
                    onChange={({ target }) => set(column, target.value)}
                  >
                    <option value="">Not used</option>
                    {groups.map(({ label, fields: choices }) => (
                      <optgroup key={label} label={label}>
                        {choices.map((field) => (
                          <option key={field} value={field}>
                            {labelOfBatchField(field)}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                    <OtherDetail header={header} chosen={mapping[column] ?? ''} />
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="text-meta text-bad empty:hidden">
        {fault}
      </p>
    </div>
  );
}

/** Wise asks for details that have no name here: a column may be named by Wise's own key. */
function OtherDetail({ header, chosen }: { header: string; chosen: string }) {
  const key = header.trim().replace(/^details\./, '');
  const own = `details.${key}`;
  const field = chosen !== '' && !fields.includes(chosen) ? chosen : own;
  if (!isBatchField(field) || fields.includes(field)) return null;
  return (
    <optgroup label="Another detail that Wise asks for">
      <option value={field}>{labelOfBatchField(field)}</option>
    </optgroup>
  );
}
