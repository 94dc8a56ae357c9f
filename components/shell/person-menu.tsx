'use client';
import { Ellipsis, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { roleNames } from '@/lib/catalogues/console-permissions';
import { signOut } from '@/lib/client/auth/sign-out';
import { densities, themes } from '@/lib/client/preferences/preferences';
import { setPreference } from '@/lib/client/preferences/set-preference';
import { useSession } from '@/lib/client/session/session-provider';
import { browserTimeZone, chooseTimeZone, useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatInitials } from '@/lib/format/names';
import { zoneLabel } from '@/lib/format/times';

const themeNames = { light: 'Light', dark: 'Dark', system: 'Like this device' } as const;
const densityNames = { normal: 'Normal rows', tight: 'Tight rows' } as const;

/** Theme, zone, row height, keys and sign-out; kept in this browser. */
export function usePersonEntries(): () => MenuEntry[] {
  const timeZone = useTimeZone();
  const [, rerender] = useState(0);
  const chosen = (name: string) => document.documentElement.dataset[name];
  return () => [
    {
      kind: 'choice',
      label: 'Theme',
      value: chosen('theme') ?? 'system',
      options: themes.map((value) => ({ value, label: themeNames[value] })),
      onChange: (value) => {
        setPreference('theme', themes.find((theme) => theme === value) ?? 'system');
        rerender((count) => count + 1);
      },
    },
    {
      kind: 'choice',
      label: 'Times in',
      value: timeZone,
      options: [...new Set([browserTimeZone(), timeZone, 'Europe/London', 'UTC'])].map((value) => ({
        value,
        label: zoneLabel(value),
      })),
      onChange: chooseTimeZone,
    },
    {
      kind: 'choice',
      label: 'Tables',
      value: chosen('density') ?? 'normal',
      options: densities.map((value) => ({ value, label: densityNames[value] })),
      onChange: (value) => {
        setPreference('density', densities.find((density) => density === value) ?? 'normal');
        rerender((count) => count + 1);
      },
    },
    { kind: 'separator' },
    {
      kind: 'check',
      label: 'Single keys',
      checked: chosen('keys') !== 'off',
      onChange: (checked) => {
        setPreference('keys', checked ? 'on' : 'off');
        rerender((count) => count + 1);
      },
    },
    { kind: 'separator' },
    { kind: 'item', label: 'Sign out', icon: <LogOut />, onSelect: () => void signOut() },
  ];
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
