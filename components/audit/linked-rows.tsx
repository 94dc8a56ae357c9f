import { Button } from '@/components/ui/button';
import type { AuditRow } from '@/lib/contracts/audit';
import { lookOfOutcome } from './outcome-look';

interface LinkedRowsProps {
  row: AuditRow;
  others: AuditRow[];
  onOpen: (sequence: string) => void;
  onFind: (query: string) => void;
}

/** An act writes one row before it happens and one after; a lost outcome adds a third. */
export function LinkedRows({ row, others, onOpen, onFind }: LinkedRowsProps) {
  if (row.phase === 'event') return <>One row: it just happened</>;
  const { requestId, intentSequence } = row;
  const isIntentElsewhere =
    intentSequence !== null && !others.some(({ sequence }) => sequence === intentSequence);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {others.map((other) => (
        <Button key={other.sequence} size="xs" onClick={() => onOpen(other.sequence)}>
          Row {other.sequence}: {lookOfOutcome(other).word}
        </Button>
      ))}
      {isIntentElsewhere && <span>Begun in row {intentSequence}</span>}
      {others.length === 0 && !isIntentElsewhere && <span>No other row on this page</span>}
      {requestId !== null && (
        <Button size="xs" variant="quiet" onClick={() => onFind(requestId)}>
          All rows of this request
        </Button>
      )}
    </div>
  );
}
