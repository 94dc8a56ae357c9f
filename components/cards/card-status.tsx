import { Lock } from 'lucide-react';
import { Pill, StatusMark } from '@/components/ui/status';
import { lookOfCardStatus } from '@/lib/catalogues/statuses';

/** Only Wise knows why, and nobody tells the customer. */
function NeverTell() {
  return (
    <span title="Never tell the customer" className="flex">
      <Lock className="size-3.5!" />
      <span className="sr-only">Never tell the customer</span>
    </span>
  );
}

export function CardStatusMark({ status }: { status: string }) {
  return (
    <StatusMark look={lookOfCardStatus(status)} value={status}>
      {status === 'PARTNER_SUSPENDED' && <NeverTell />}
    </StatusMark>
  );
}

export function CardStatusPill({ status }: { status: string }) {
  return (
    <Pill look={lookOfCardStatus(status)} value={status}>
      {status === 'PARTNER_SUSPENDED' && <NeverTell />}
    </Pill>
  );
}
