import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { labelOfBatchField } from '@/lib/catalogues/batch-columns';
import type { BatchRowFault } from '@/lib/contracts/batch-rows';
import { sentenceOf } from './wise-field';

/** What is wrong with something that the form has no field for. */
export function OtherFaults({ faults }: { faults: readonly BatchRowFault[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice tone="bad" title="Not added: something is to be mended.">
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            {labelOfBatchField(fault.field)}: {sentenceOf(fault)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface DoubtsProps {
  faults: readonly BatchRowFault[];
  busy: boolean;
  onAccept: () => void;
}

/** What may be right all the same: a person takes it on themselves, or goes back to the fields. */
export function Doubts({ faults, busy, onAccept }: DoubtsProps) {
  return (
    <Notice tone="warn" title="Not added yet: look at this first.">
      <ul className="mb-1.5">
        {faults.map(({ code, field, mend, message }) => (
          <li key={`${field} ${code}`}>
            <strong className="font-strong text-ink">{message}.</strong> {mend}
          </li>
        ))}
      </ul>
      <Button size="sm" busy={busy} onClick={onAccept} data-doubt>
        It is meant so: add the payment
      </Button>
    </Notice>
  );
}
