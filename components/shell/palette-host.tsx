'use client';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PaletteProps } from '../palette/palette';

export const loadPalette = () => import('../palette/palette').then((module) => module.Palette);
const asked = 'find-or-do';
/** For the buttons; the key is the host's own. */
export const openPalette = () => window.dispatchEvent(new Event(asked));

/** Ctrl K or ⌘ K, from anywhere but a dialog. What is typed until the palette is there goes into its field. */
export function PaletteHost() {
  const [open, setOpen] = useState<{ Palette: ComponentType<PaletteProps>; typed: string }>();
  const ahead = useRef<string>(undefined);
  const close = () => setOpen(undefined);
  useEffect(() => {
    const ask = async () => {
      if (document.querySelector('[role=dialog]') || document.documentElement.dataset.covered !== undefined)
        return;
      ahead.current = '';
      try {
        const Palette = await loadPalette();
        const typed = ahead.current;
        // At once, so that no key falls between this listener and the field.
        if (typed !== undefined) flushSync(() => setOpen({ Palette, typed }));
      } finally {
        ahead.current = undefined;
      }
    };
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const isAsked = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
      if (!isAsked && ahead.current === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (ahead.current !== undefined) {
        if (key === 'Escape') ahead.current = undefined;
        else if (key === 'Enter') ahead.current += '\n';
        else if (key === 'Backspace') ahead.current = ahead.current.slice(0, -1);
        else if (!isAsked && key.length === 1) ahead.current += key;
      } else if (document.querySelector('[data-palette]')) close();
      else void ask();
    };
    const begin = () => void ask();
    window.addEventListener('keydown', press, true);
    window.addEventListener(asked, begin);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener(asked, begin);
    };
  }, []);
  return open ? <open.Palette typed={open.typed} onClose={close} /> : null;
}
