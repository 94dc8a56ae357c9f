import { useEffect, useRef, useState } from 'react';

const lookEveryMs = 200;

/** Whoever turned away while Wise was asked is not there to see the answer. */
export const isLookedAt = (): boolean => !document.hidden && document.hasFocus();

/**
 * Counts down whole seconds and hides at the end; earlier when the window loses the focus, another tab comes to the front or
 * the page is left.
 * @returns seconds left
 */
export function useShownFor(seconds: number, onHide: () => void): number {
  const [left, setLeft] = useState(seconds);
  const hide = useRef(onHide);
  useEffect(() => {
    hide.current = onHide;
  });
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const leftMs = endsAt - performance.now();
      if (leftMs <= 0) hide.current();
      else setLeft(Math.ceil(leftMs / 1000));
    }, lookEveryMs);
    const leave = () => hide.current();
    const turnAway = () => document.hidden && hide.current();
    addEventListener('blur', leave);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', turnAway);
    return () => {
      clearInterval(timer);
      removeEventListener('blur', leave);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', turnAway);
    };
  }, [seconds]);
  return left;
}
