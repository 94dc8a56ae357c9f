import { useEffect, useRef, useState } from 'react';
import { PinEntry, type PinFault } from '@/lib/client/card-orders/pin-entry';

const waitsForMs = 60_000;

/** What of the entry may be seen. */
interface Seen {
  count: number;
  isAgain: boolean;
  fault: PinFault | undefined;
}
const nothing: Seen = { count: 0, isAgain: false, fault: undefined };

/**
 * What is typed, in an object that shows nothing of it. It is forgotten, and `onLeft` told, when the window loses the focus,
 * another tab comes to the front, the page is left, or nobody presses a key for a minute.
 * @param isOpen whether it takes digits
 */
export function usePinEntry(isOpen: boolean, onDone: (pin: string) => void, onLeft: () => void) {
  const [entry] = useState(() => new PinEntry());
  const [seen, setSeen] = useState(nothing);
  const left = useRef(onLeft);
  useEffect(() => {
    left.current = onLeft;
  });

  useEffect(() => {
    if (!isOpen) return;
    const leave = () => {
      entry.clear();
      left.current();
    };
    const turnAway = () => document.hidden && leave();
    addEventListener('blur', leave);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', turnAway);
    return () => {
      removeEventListener('blur', leave);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', turnAway);
      entry.clear();
    };
  }, [entry, isOpen]);

  // Each press and each digit taken back is another `seen`, and begins the minute again.
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => {
      entry.clear();
      left.current();
    }, waitsForMs);
    return () => clearTimeout(timer);
  }, [entry, isOpen, seen]);

  const show = (fault?: PinFault) => setSeen({ count: entry.count, isAgain: entry.isAgain, fault });
  return {
    ...seen,
    press: (digit: string) => {
      const step = entry.press(digit);
      show(step.is === 'fault' ? step.fault : undefined);
      if (step.is === 'done') onDone(step.pin);
    },
    erase: () => {
      entry.erase();
      show();
    },
  };
}
