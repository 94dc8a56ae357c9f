import {
  Activity,
  Archive,
  Cable,
  ChartColumn,
  CircleHelp,
  CreditCard,
  House,
  Inbox,
  Layers,
  Layers2,
  type LucideIcon,
  Package,
  Printer,
  ReceiptText,
  ScrollText,
  Stamp,
  Scale,
  Store,
  Users,
  Wallet,
  Webhook,
} from 'lucide-react';
import { type ConsolePermission, reachOf } from '@/lib/catalogues/console-permissions';
import type { Session } from '@/lib/contracts/session';

export interface NavItem {
  href: string;
  /** Places that are reached from it and have no item of their own. */
  holds?: readonly string[];
  label: string;
  icon: LucideIcon;
  needs: ConsolePermission | 'signed-in';
  /** Shows nothing to who holds the right for the own branches only. */
  isEverywhere?: boolean;
  /** The second key after G. */
  key?: string;
  group?: string;
  /** What the number beside it counts. */
  counts?: Waits;
}
/** What may wait for a person. */
export type Waits = 'approvals' | 'cases';

const items: NavItem[] = [
  { href: '/overview', label: 'Overview', icon: House, needs: 'signed-in', key: 'o' },
  { href: '/cards', label: 'Cards', icon: CreditCard, needs: 'cards.read', key: 'c' },
  {
    href: '/transactions',
    label: 'Transactions',
    icon: ReceiptText,
    needs: 'transactions.read',
    key: 't',
  },
  {
    href: '/declines/reasons',
    holds: ['/declines/new-codes'],
    label: 'Decline reasons',
    icon: CircleHelp,
    needs: 'transactions.read',
    key: 'd',
  },
  {
    href: '/declines/numbers',
    label: 'Numbers',
    icon: ChartColumn,
    needs: 'transaction-numbers.read',
  },
  {
    href: '/declines/cases',
    holds: ['/declines/rules', '/declines/evidence', '/declines/legal-holds'],
    label: 'Cases',
    icon: Inbox,
    needs: 'cases.read',
    counts: 'cases',
  },
  {
    href: '/batch-groups',
    label: 'Batch groups',
    icon: Layers,
    needs: 'batch-groups.read',
    key: 'b',
  },
  { href: '/kiosks', label: 'Kiosks', icon: Printer, needs: 'kiosks.read', key: 'k' },
  { href: '/balances', label: 'Balances', icon: Wallet, needs: 'batch-groups.read' },
  {
    href: '/card-orders',
    label: 'Card orders',
    icon: Package,
    needs: 'card-orders.read',
  },
  { href: '/kiosks/plastic', label: 'Plastic', icon: Layers2, needs: 'kiosks.read' },
  {
    href: '/activities',
    label: 'Activities',
    icon: Activity,
    needs: 'activities.read',
    isEverywhere: true,
  },
  {
    href: '/approvals',
    label: 'Approvals',
    icon: Stamp,
    needs: 'approvals.read',
    key: 'a',
    counts: 'approvals',
  },
  { href: '/audit', label: 'Audit trail', icon: ScrollText, needs: 'audit.read' },
  {
    href: '/settings/connections',
    label: 'Connections',
    icon: Cable,
    needs: 'connections.read',
    group: 'Settings',
  },
  {
    href: '/settings/branches',
    label: 'Branches and kiosks',
    icon: Store,
    needs: 'branches.read',
    group: 'Settings',
  },
  {
    href: '/webhooks',
    label: 'Webhooks',
    icon: Webhook,
    needs: 'webhooks.read',
    group: 'Settings',
  },
  { href: '/settings/staff', label: 'Staff', icon: Users, needs: 'staff.read', group: 'Settings' },
  {
    href: '/settings/approval-rules',
    label: 'Approval rules',
    icon: Scale,
    needs: 'approval-rules.read',
    group: 'Settings',
  },
  {
    href: '/settings/retention',
    label: 'Retention',
    icon: Archive,
    needs: 'retention.read',
    group: 'Settings',
  },
];

/** Only what the person may open. */
export const navItemsFor = ({ person, role }: Pick<Session, 'person' | 'role'>): NavItem[] =>
  items.filter(({ isEverywhere = false, needs }) => {
    if (needs === 'signed-in') return true;
    const reach = reachOf({ role, flags: person.flags }, needs);
    return isEverywhere ? reach === 'all' : reach !== false;
  });

export const isWithin = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);

/** Of places that lie within one another the innermost is where the person is. */
export const currentOf = (items: readonly NavItem[], pathname: string): NavItem | undefined =>
  items
    .filter(({ href, holds = [] }) => [href, ...holds].some((place) => isWithin(pathname, place)))
    .toSorted((a, b) => b.href.length - a.href.length)
    .at(0);
