'use client';
import { useEffect, useRef } from 'react';

/** Ctrl Enter, also while something is typed; not while a dialog is open. */
export function useCtrlEnter(act: () => void) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isMeant = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isMeant || document.querySelector('[role=dialog], [role=menu]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
