'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type KeyMap, useKeys } from '@/lib/client/keys/use-keys';
import { setPreference } from '@/lib/client/preferences/set-preference';
import { useSession } from '@/lib/client/session/session-provider';
import { navItemsFor } from './nav-items';
import { openPalette } from './palette-host';

const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog), { ssr: false });

export function ShellKeys() {
  const router = useRouter();
  const session = useSession();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const keys: KeyMap = {
    '?': () => setHelpOpen(true),
    '[': () => {
      setPreference('rail', document.documentElement.dataset.rail === 'icons' ? 'words' : 'icons');
    },
    '/': () => {
      const search = document.querySelector<HTMLElement>('[data-search]');
      if (search) search.focus();
      else openPalette();
    },
    v: () => document.querySelector<HTMLElement>('[data-views] [aria-current]')?.focus(),
  };
  for (const { key, href } of navItemsFor(session)) {
    if (key) keys[`g ${key}`] = () => router.push(href as Route);
  }
  useKeys(keys);
  return isHelpOpen ? <KeysDialog onClose={() => setHelpOpen(false)} /> : null;
}
