'use client';
import { Menu as MenuIcon, Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { IconButton } from '@/components/ui/button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { roleNames } from '@/lib/catalogues/console-permissions';
import { useSession } from '@/lib/client/session/session-provider';
import { EnvironmentTag } from './brand';
import { currentOf, navItemsFor } from './nav-items';
import { openPalette } from './palette-host';
import { loadPersonEntries, usePersonEntries } from './person-menu';
import { useWaiting } from './use-waiting';
import { WaitingCount } from './waiting-count';

/** In place of the rail up to 640 px. */
export function TopBar() {
  const session = useSession();
  const pathname = usePathname();
  const personEntries = usePersonEntries();
  const waits = useWaiting();
  const waiting = waits.approvals + waits.cases;
  const items = navItemsFor(session);
  const current = currentOf(items, pathname);
  const entries = (): MenuEntry[] => [
    ...items.map(({ href, label, icon: Icon, counts }) => ({
      kind: 'link' as const,
      href,
      label: (
        <>
          {label}
          {counts && waits[counts] > 0 && <WaitingCount count={waits[counts]} className="ml-auto" />}
        </>
      ),
      icon: <Icon />,
    })),
    { kind: 'separator' },
    { kind: 'heading', label: `${session.person.name}, ${roleNames[session.role]}` },
    ...personEntries(),
  ];
  return (
    <header
      data-print="no"
      className="sticky top-0 z-(--z-bulk) hidden h-12 flex-none items-center gap-1 border-b border-line bg-canvas px-1 max-narrow:flex"
    >
      <Menu
        label={waiting === 0 ? 'Menu' : `Menu, ${waiting} waiting`}
        isIcon
        variant="quiet"
        align="start"
        className="relative"
        face={
          <>
            <MenuIcon />
            {waiting > 0 && <span className="waiting-dot top-2 right-2" />}
          </>
        }
        entries={entries}
        prepare={loadPersonEntries}
      />
      <span className="min-w-0 flex-1 truncate text-head font-head">{current?.label ?? 'Admin Console'}</span>
      <EnvironmentTag environment={session.environment} />
      <IconButton label="Find or do" onClick={openPalette}>
        <Search />
      </IconButton>
    </header>
  );
}
