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

interface CardStatusProps {
  status: string;
  /** A hold stands on it, whoever's. */
  isHeld?: boolean;
}

export function CardStatusMark({ status, isHeld = false }: CardStatusProps) {
  return (
    <StatusMark look={lookOfCardStatus(status, isHeld)} value={status}>
      {status === 'PARTNER_SUSPENDED' && <NeverTell />}
    </StatusMark>
  );
}

export function CardStatusPill({ status, isHeld = false }: CardStatusProps) {
  return (
    <Pill look={lookOfCardStatus(status, isHeld)} value={status}>
      {status === 'PARTNER_SUSPENDED' && <NeverTell />}
    </Pill>
  );
}
