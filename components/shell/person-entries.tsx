import { LogOut } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu';
import { signOut } from '@/lib/client/auth/sign-out';
import { densities, themes } from '@/lib/client/preferences/preferences';
import { setPreference } from '@/lib/client/preferences/set-preference';
import { browserTimeZone, chooseTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { zoneLabel } from '@/lib/format/times';

const themeNames = { light: 'Light', dark: 'Dark', system: 'Like this device' } as const;
const densityNames = { normal: 'Normal rows', tight: 'Tight rows' } as const;

/** Theme, zone, row height, keys and sign-out; kept in this browser. Load it when the menu is about to open. */
export function listPersonEntries(timeZone: string, onChosen: () => void): MenuEntry[] {
  const chosen = (name: string) => document.documentElement.dataset[name];
  return [
    {
      kind: 'choice',
      label: 'Theme',
      value: chosen('theme') ?? 'system',
      options: themes.map((value) => ({ value, label: themeNames[value] })),
      onChange: (value) => {
        setPreference('theme', themes.find((theme) => theme === value) ?? 'system');
        onChosen();
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
        onChosen();
      },
    },
    { kind: 'separator' },
    {
      kind: 'check',
      label: 'Single keys',
      checked: chosen('keys') !== 'off',
      onChange: (checked) => {
        setPreference('keys', checked ? 'on' : 'off');
        onChosen();
      },
    },
    { kind: 'separator' },
    { kind: 'item', label: 'Sign out', icon: <LogOut />, onSelect: () => void signOut() },
  ];
}
