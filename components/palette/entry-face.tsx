import {
  ArrowLeftRight,
  Ban,
  Building2,
  CircleX,
  CreditCard,
  Download,
  Hand,
  Keyboard,
  Layers,
  LogOut,
  type LucideIcon,
  Moon,
  Plus,
  Power,
  ReceiptText,
  Rows3,
  ScanSearch,
  Snowflake,
  Sun,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { CardStatusMark } from '@/components/cards/card-status';
import { StatusMark } from '@/components/ui/status';
import type { CardDeed, Entry, OwnDeed } from './entries';
import { cardDeedLabels, isDark, ownDeedLabel } from './words';

const cardDeedIcons: Record<CardDeed, LucideIcon> = {
  activate: Power,
  unfreeze: Sun,
  freeze: Snowflake,
  hold: Hand,
  declines: CircleX,
  transactions: ArrowLeftRight,
  block: Ban,
};
const ownDeedIcons: Record<OwnDeed, LucideIcon> = {
  'new-batch-group': Layers,
  'add-payment': Plus,
  'export-cards': Download,
  theme: Moon,
  'single-keys': Keyboard,
  keys: Keyboard,
  'sign-out': LogOut,
};
const asksFirst = 'asks first';
const endOf: Partial<Record<CardDeed | OwnDeed, string>> = {
  activate: asksFirst,
  unfreeze: asksFirst,
  freeze: asksFirst,
  hold: asksFirst,
  block: asksFirst,
  'new-batch-group': asksFirst,
  'add-payment': asksFirst,
  'export-cards': asksFirst,
  keys: '?',
  'sign-out': asksFirst,
};

/** What a row shows: icon, words, and at the end what the key will do. */
export function EntryFace({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case 'card': {
      const { cardHolderName, lastFourDigits, status, hold } = entry.card;
      return (
        <Face icon={CreditCard} end={<CardStatusMark status={status.value} isHeld={hold !== null} />}>
          <span className="font-label">{cardHolderName ?? 'No name'}</span>{' '}
          <span className="text-ink-2">
            <CardNumber lastFourDigits={lastFourDigits} />
          </span>
        </Face>
      );
    }
    case 'all-cards':
      return <Face icon={Rows3}>All cards that match “{entry.query}”</Face>;
    case 'profile':
      return (
        <Face icon={Building2} end="its cards">
          {entry.profile.profileName} <span className="text-ink-3 tabular">{entry.profile.profileId}</span>
        </Face>
      );
    case 'batch-group':
      return (
        <Face icon={Layers} end={<StatusMark look={lookOfBatchGroupStatus(entry.group.status)} />}>
          <span className="font-label">{entry.group.name}</span>{' '}
          <span className="text-ink-2">{entry.group.profileName}</span>
        </Face>
      );
    case 'add-payment-to':
      return (
        <Face icon={Plus} end={asksFirst}>
          Add a payment to “{entry.group.name}”…
        </Face>
      );
    case 'transaction':
      return (
        <Face icon={ReceiptText}>
          Transaction <span className="tabular">{entry.transactionId}</span> of profile{' '}
          <span className="tabular">{entry.profileId}</span>
        </Face>
      );
    case 'look-for-transaction':
      return (
        <Face icon={ScanSearch} end="asks Wise">
          Look for transaction <span className="tabular">{entry.transactionId}</span>
        </Face>
      );
    case 'card-deed':
      return (
        <Face icon={cardDeedIcons[entry.deed]} end={endOf[entry.deed]}>
          {cardDeedLabels[entry.deed](entry.card)}
        </Face>
      );
    case 'own-deed':
      return (
        <Face
          icon={entry.deed === 'theme' && isDark() ? Sun : ownDeedIcons[entry.deed]}
          end={endOf[entry.deed]}
        >
          {ownDeedLabel(entry.deed)}
        </Face>
      );
    case 'place': {
      const { icon, label, key } = entry.item;
      return (
        <Face icon={icon} end={key && `G then ${key.toUpperCase()}`}>
          {label}
        </Face>
      );
    }
  }
}

function Face({ icon: Icon, end, children }: { icon: LucideIcon; end?: ReactNode; children: ReactNode }) {
  return (
    <>
      <Icon className="text-ink-3" />
      <span className="min-w-0 truncate">{children}</span>
      {end !== undefined && <span className="ml-auto flex-none text-meta text-ink-3">{end}</span>}
    </>
  );
}
import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
