import { Banknote, CircleDashed, Cpu, Globe, type LucideIcon, Nfc, ScanLine, Smartphone } from 'lucide-react';
import type { SpendingPermissionType } from '@/lib/catalogues/spending-permissions';
import { isKnownType } from './spending-permission-list';

const icons: Record<SpendingPermissionType, LucideIcon> = {
  ECOM: Globe,
  POS_CHIP: Cpu,
  POS_CONTACTLESS: Nfc,
  POS_MAGSTRIPE: ScanLine,
  ATM_WITHDRAWAL: Banknote,
  MOBILE_WALLETS: Smartphone,
};

export function SpendingPermissionIcon({ type }: { type: string }) {
  const Icon = isKnownType(type) ? icons[type] : CircleDashed;
  return <Icon aria-hidden="true" className="mt-0.5 text-ink-3" />;
}
