'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Puts one part on paper by itself: `print()` draws the `PrintAlone` of the caller, prints, and takes it away. */
export function usePrintAlone() {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const root = document.documentElement;
    const end = () => setOn(false);
    root.setAttribute('data-prints-alone', '');
    window.addEventListener('afterprint', end);
    window.print();
    return () => {
      root.removeAttribute('data-prints-alone');
      window.removeEventListener('afterprint', end);
    };
  }, [isOn]);
  return { isOn, print: () => setOn(true) };
}

/** Drawn beside the page, and only on paper. */
export function PrintAlone({ children }: { children: ReactNode }) {
  return createPortal(
    <div data-print-alone className="hidden max-w-[560px] gap-3 p-(--gutter)">
      {children}
    </div>,
    document.body,
  );
}
