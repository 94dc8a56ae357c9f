'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};
/** The server does not know the machine. */
export const useFindKey = () =>
  useSyncExternalStore(
    never,
    () => (/Mac|iP/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'),
    () => 'Ctrl K',
  );
