'use client';
import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { PrintAlone, usePrintAlone } from '@/components/ui/print-alone';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PayIn } from '@/lib/contracts/batch-funding';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { formatDetailTime } from '@/lib/format/times';
import { PayInWay } from './pay-in-way';

interface PayInSlipProps {
  group: BatchGroupDetail;
  ways: PayIn['ways'];
}

/** Where to send the money: to copy line by line, and to print by itself. */
export function PayInSlip({ group, ways }: PayInSlipProps) {
  const timeZone = useTimeZone();
  const printing = usePrintAlone();
  return (
    <section aria-label="Pay-in details" className="grid gap-2.5 border-t border-line pt-2.5">
      <div className="flex items-center justify-between gap-2">
        <h3>Pay-in details</h3>
        <Button size="sm" icon={<Printer />} onClick={printing.print}>
          Print
        </Button>
      </div>
      {ways.map((way, index) => (
        <PayInWay key={index} way={way} />
      ))}
      {printing.isOn && (
        <PrintAlone>
          <h1>Bank transfer for “{group.name}”</h1>
          <p className="text-ink-2">
            {group.profileName}. Shown {formatDetailTime(group.asOf, timeZone)}.
          </p>
          {ways.map((way, index) => (
            <PayInWay key={index} way={way} isOnPaper />
          ))}
        </PrintAlone>
      )}
    </section>
  );
}
