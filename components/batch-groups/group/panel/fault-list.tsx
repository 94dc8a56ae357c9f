import clsx from 'clsx';
import { Button } from '@/components/ui/button';
import { labelOfBatchField } from '@/lib/catalogues/batch-columns';
import type { RowEdit } from '@/lib/client/batch-groups/row-edits';
import type { BatchRowFault } from '@/lib/contracts/batch-rows';

interface FaultListProps {
  faults: readonly BatchRowFault[];
  mayEdit: boolean;
  onChange: (edit: RowEdit) => void;
}

/** What is wrong and how to mend it. What is only in doubt may be accepted, one row and one doubt at a time. */
export function FaultList({ faults, mayEdit, onChange }: FaultListProps) {
  if (faults.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {faults.map(({ code, field, isAcceptable, mend, message, suggestions }) => (
        <li
          key={`${field} ${code}`}
          className="grid gap-1 border-t border-line-soft pt-2 first:border-t-0 first:pt-0"
        >
          <p>
            <strong className={clsx('font-strong', isAcceptable ? 'text-warn' : 'text-bad')}>
              {message}
            </strong>{' '}
            <span className="text-meta text-ink-3">{labelOfBatchField(field)}</span>
          </p>
          <p className="text-ink-2">{mend}</p>
          {mayEdit && (suggestions.length > 0 || isAcceptable) && (
            <div className="flex flex-wrap gap-1.5">
              {suggestions.map((suggestion) => (
                <Button
                  key={suggestion}
                  size="xs"
                  title={suggestion}
                  onClick={() => onChange({ fields: { [field]: suggestion } })}
                >
                  <span className="max-w-[280px] truncate">
                    {suggestion === '' ? `Clear the ${labelOfBatchField(field)}` : `Use ${suggestion}`}
                  </span>
                </Button>
              ))}
              {isAcceptable && (
                <Button size="xs" onClick={() => onChange({ accept: [code] })}>
                  Accept: it is meant so
                </Button>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
