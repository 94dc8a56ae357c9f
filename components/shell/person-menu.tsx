'use client';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { roleNames } from '@/lib/catalogues/console-permissions';
import { useSession } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatInitials } from '@/lib/format/names';

let loaded: typeof import('./person-entries') | undefined;
export const loadPersonEntries = async () => {
  loaded ??= await import('./person-entries');
};

/** Empty until `loadPersonEntries` is done, which the menu waits for. */
export function usePersonEntries(): () => MenuEntry[] {
  const timeZone = useTimeZone();
  const [, rerender] = useState(0);
  return () => loaded?.listPersonEntries(timeZone, () => rerender((count) => count + 1)) ?? [];
}

export function PersonMenu() {
  const { person, role } = useSession();
  const entries = usePersonEntries();
  return (
    <Menu
      label="Your account"
      isBare
      side="top"
      align="start"
      className="flex w-full items-center gap-[9px] rounded-sm px-1 py-2 text-left -outline-offset-2 hover:bg-hover"
      entries={entries}
      prepare={loadPersonEntries}
      face={
        <>
          <span
            aria-hidden="true"
            className="grid size-[26px] flex-none place-items-center rounded-full bg-accent-tint text-tag font-head text-accent-ink"
          >
            {formatInitials(person.name)}
          </span>
          <span className="rail-word min-w-0 flex-1">
            <span className="block truncate font-[560]">{person.name}</span>
            <span className="block text-meta text-ink-3">{roleNames[role]}</span>
          </span>
          <span className="rail-word">
            <Ellipsis className="size-3.5!" />
          </span>
        </>
      }
    />
  );
}
