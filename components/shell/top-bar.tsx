'use client';
import { Menu as MenuIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { roleNames } from '@/lib/catalogues/console-permissions';
import { useSession } from '@/lib/client/session/session-provider';
import { EnvironmentTag } from './brand';
import { isWithin, navItemsFor } from './nav-items';
import { usePersonEntries } from './person-menu';

/** In place of the rail up to 640 px. */
export function TopBar() {
  const session = useSession();
  const pathname = usePathname();
  const personEntries = usePersonEntries();
  const items = navItemsFor(session.consolePermissions);
  const current = items.find(({ href }) => isWithin(pathname, href));
  const entries = (): MenuEntry[] => [
    ...items.map(({ href, label, icon: Icon }) => ({ kind: 'link' as const, href, label, icon: <Icon /> })),
    { kind: 'separator' },
    { kind: 'heading', label: `${session.person.name}, ${roleNames[session.role]}` },
    ...personEntries(),
  ];
  return (
    <header
      data-print="no"
      className="sticky top-0 z-(--z-bulk) hidden h-12 flex-none items-center gap-1 border-b border-line bg-canvas pr-4 pl-1 max-narrow:flex"
    >
      <Menu label="Menu" isIcon variant="quiet" align="start" face={<MenuIcon />} entries={entries} />
      <span className="min-w-0 flex-1 truncate text-head font-head">{current?.label ?? 'Admin Console'}</span>
      <EnvironmentTag environment={session.environment} />
    </header>
  );
}
